package gridrun.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Numbers in the one spelling that is logged and hashed: the shortest that reads back as the same value.
 *
 * <p>{@code Double.toString} is not used alone, because JDK 17 does not always give the shortest digits and JDK 19 and
 * later do: a configuration's identity would depend on the JDK.
 */
public final class Numbers {

    private static final int SAFE_DIGITS = 15;
    private static final int ALL_DIGITS = 17;
    private static final int LEAST_PLAIN_EXPONENT = -4;
    private static final int MOST_PLAIN_EXPONENT = 15;

    private Numbers() {
    }

    /** Writes a number as people do: {@code 0.01}, {@code 0}, {@code 1e-5}. */
    public static String text(double value) {
        if (Double.isNaN(value)) {
            return ".nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        }
        return value == 0 ? "0" : text(shortest(value));
    }

    /** Respells a scalar that is a number. */
    static String canonical(String text) {
        if (isCanonical(text)) {
            return text;
        }
        if (text.startsWith("0x") || text.startsWith("0o")) {
            return new BigInteger(text.substring(2), text.charAt(1) == 'x' ? 16 : 8).toString();
        }
        return ScalarKind.of(text) == ScalarKind.INTEGER ? new BigInteger(text).toString() : text(real(text));
    }

    /** The usual case, told without arithmetic: up to 15 digits with no superfluous zero, sign or exponent. */
    private static boolean isCanonical(String text) {
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        boolean lean = text.length() <= SAFE_DIGITS && whole > 0 && (whole == 1 || text.charAt(0) != '0')
                && (point < 0 || !text.endsWith("0") && !text.endsWith(".") && !text.startsWith("0.0000"));
        return lean && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
    }

    /** The value of a scalar that is a number. */
    static double real(String text) {
        if (ScalarKind.isInfinity(text)) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (text.equalsIgnoreCase(".nan")) {
            return Double.NaN;
        }
        if (text.startsWith("0x") || text.startsWith("0o")) {
            return Double.parseDouble(canonical(text));
        }
        return Double.parseDouble(text) + 0.0;
    }

    /** A decimal that has at most 15 digits is the only one so short for its value; beyond, each length is tried. */
    private static BigDecimal shortest(double value) {
        BigDecimal written = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (written.precision() <= SAFE_DIGITS && Math.abs(value) >= Double.MIN_NORMAL) {
            return written;
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < ALL_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(ALL_DIGITS)).stripTrailingZeros();
    }

    private static String text(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (exponent >= LEAST_PLAIN_EXPONENT && exponent <= MOST_PLAIN_EXPONENT) {
            return number.toPlainString();
        }
        BigDecimal mantissa = number.movePointLeft(exponent).stripTrailingZeros();
        return mantissa.toPlainString() + "e" + exponent;
    }
}
