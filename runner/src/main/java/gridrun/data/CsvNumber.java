package gridrun.data;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Numbers as CSV files have them: decimal notation, with a point or a comma before the decimals. */
final class CsvNumber {

    /** A currency's sign, a percent sign, groups of three digits: a number that is written for people. */
    private static final Pattern ADORNED = Pattern.compile(
            "[-+]?\\p{Sc}?[-+]? ?(\\d{1,3}([,.'’ \\u00A0]\\d{3})+([.,]\\d+)?|\\d*[.,]?\\d+) ?(%|\\p{Sc})?");

    private static final Comparator<String> ORDER = Comparator
            .comparing((String text) -> parse(text) == null ? Double.POSITIVE_INFINITY : parse(text))
            .thenComparing(Comparator.naturalOrder());

    private CsvNumber() {
    }

    /** Numbers by value, before texts by their characters. */
    static Comparator<String> order() {
        return ORDER;
    }

    /** The number that a text is, with a point before its decimals, or null. */
    static Double parse(String text) {
        return parse(text, '.');
    }

    /**
     * The number that a text is, or null; beyond the range of float64 there are none.
     *
     * @param decimal what stands before the decimals, a point or a comma
     */
    static Double parse(String text, char decimal) {
        char last = text.isEmpty() ? 'x' : text.charAt(text.length() - 1);
        if ((last < '0' || last > '9') && last != decimal || text.indexOf('x') >= 0 || text.indexOf('X') >= 0) {
            return null;
        }
        if (decimal != '.' && text.indexOf('.') >= 0) {
            return null;
        }
        try {
            double value = Double.parseDouble(decimal == '.' ? text : text.replace(decimal, '.'));
            return Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The digits of a whole number, however large, so that equal numbers have equal texts; of other texts null. */
    static String whole(String text, char decimal) {
        if (parse(text, decimal) == null) {
            return null;
        }
        try {
            BigDecimal exact = new BigDecimal(text.replace(decimal, '.')).stripTrailingZeros();
            return exact.scale() > 0 ? null : exact.toPlainString();
        } catch (NumberFormatException e) {
            return null; // an exponent beyond all that can be reckoned with exactly: float64 has 0 for it
        }
    }

    /** Whether a sign that may stand before decimals may as well part thousands, as in 1,234. */
    static boolean mayBeThousands(String text, char sign) {
        int at = text.indexOf(sign);
        return text.length() - at == 4 && at > 0 && text.charAt(0) != '0' && !text.startsWith("-0");
    }

    /** Whether a text is a number but for a currency's sign, a percent sign or separators of thousands. */
    static boolean isAdorned(String text) {
        return parse(text) == null && ADORNED.matcher(text).matches();
    }
}
