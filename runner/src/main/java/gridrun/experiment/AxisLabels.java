package gridrun.experiment;

import gridrun.config.FlatNames;
import gridrun.config.Numbers;
import gridrun.config.Tree;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An axis' values as names, tables and legends show them; params have every digit.
 *
 * <p>Nobody reads {@code 0.000316227766017}, a value of a logarithmic range, further than to its third digit.
 */
final class AxisLabels {

    /** Beyond this many significant digits a number was computed and not written. */
    private static final int MOST_DIGITS = 6;
    private static final int SHORT_DIGITS = 3;
    private static final int ALL_DIGITS = 17;
    private static final Pattern REAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final int digits;

    /** @param values all of the axis, which stay apart */
    AxisLabels(List<Tree> values) {
        List<String> texts = values.stream().map(FlatNames::text).toList();
        int enough = SHORT_DIGITS;
        while (enough < ALL_DIGITS && !areApart(texts, enough)) {
            enough++;
        }
        digits = enough;
    }

    private static boolean areApart(List<String> texts, int digits) {
        return texts.stream().map(text -> shortened(text, digits)).distinct().count() == texts.stream().distinct()
                .count();
    }

    /** A value's text as it is shown. */
    String of(String text) {
        return shortened(text, digits);
    }

    private static String shortened(String text, int digits) {
        if (!REAL.matcher(text).matches()) {
            return text;
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return number.scale() <= 0 || number.precision() <= MOST_DIGITS ? text
                : Numbers.text(number.round(new MathContext(digits)).doubleValue());
    }
}
