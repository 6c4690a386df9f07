package gridrun.report;

import gridrun.statistics.MeanInterval;
import gridrun.statistics.Statistic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Numbers as text. */
public final class Figures {

    private static final int LABEL_DIGITS = 15;
    private static final int SINGLE_DIGITS = 7;
    private static final int SHOWN_DIGITS = 6;
    private static final int BRIEF_DIGITS = 3;
    private static final int P_DIGITS = 2;
    private static final int MOST_DECIMALS = 6;
    private static final int DIGITS_WITHOUT_STD = 4;
    /** Of float32: values that are no farther apart than this share of them are the same but for rounding. */
    private static final double RESOLUTION = 0x1p-23;
    /** Of differences, the mean of which may be 0, beside the largest. */
    private static final double ROUNDING_OF_SUMS = 1e-12;
    private static final double LARGEST_PLAIN = 1e6;
    /** Of a deviation that its mean's decimals do not show: 0.2 is read better than 2.2e-1. */
    private static final int SMALLEST_PLAIN = -3;
    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E"};

    private Figures() {
    }

    /**
     * The shortest text that gives the same number again, as people write it: {@code 0.01}, {@code 100}, {@code 1e-7}.
     *
     * <p>Unlike {@link Double#toString(double)}, which changed in Java 19, it is the same on every JDK.
     */
    public static String exact(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = ShortestDecimal.of(value).stripTrailingZeros();
        int exponent = exponent(shortest);
        return exponent >= -5 && exponent < 16 ? shortest.toPlainString() : scientific(shortest, exponent);
    }

    /** A number of things: {@code 1 epoch}, {@code 2,000 epochs}. */
    public static String counted(long number, String noun) {
        return "%s %s%s".formatted(grouped(number), noun, number == 1 ? "" : "s");
    }

    /** A whole number with its thousands apart: {@code 2,000}. */
    public static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A large number in thousands of a unit: {@code 512 B}, {@code 1.5 MB}, {@code 20 GFLOP}. */
    public static String scaled(long number, String unit) {
        double value = number;
        int i = 0;
        while (value >= 1000 && i < PREFIXES.length - 1) {
            value /= 1000;
            i++;
        }
        return String.format(Locale.ROOT, value < 10 && i > 0 ? "%.1f %s%s" : "%.0f %s%s", value, PREFIXES[i], unit);
    }

    /** The nearest number of six significant digits. */
    public static double significant(double value) {
        return new BigDecimal(value, new MathContext(SHOWN_DIGITS)).doubleValue();
    }

    /**
     * A round number as an axis is labelled with: {@code 0.5}, {@code 1000}, {@code 1e7}.
     *
     * @param inPowers whether a smaller number has a power of ten, too: {@code 1e3}
     */
    public static String label(double value, boolean inPowers) {
        BigDecimal shortest = new BigDecimal(value, new MathContext(LABEL_DIGITS)).stripTrailingZeros();
        int exponent = exponent(shortest);
        boolean isPlain = inPowers ? exponent >= -2 && exponent < 3 : exponent >= -3 && exponent < 5;
        return isPlain ? shortest.toPlainString() : scientific(shortest, exponent);
    }

    /** Whether a label has a power of ten of itself. */
    public static boolean hasPower(double value) {
        return label(value, false).contains("e");
    }

    /** A value of a setting as people read it: a fraction with three significant digits, anything else as it is. */
    public static String brief(String value) {
        boolean isFraction = value.matches("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?|[-+]?\\d+[eE][-+]?\\d+");
        double number = isFraction ? Double.parseDouble(value) : 0;
        if (number == 0 || !Double.isFinite(number)) {
            return value;
        }
        boolean isPlain = Math.abs(number) < LARGEST_PLAIN;
        return significant(number, isPlain ? Math.max(BRIEF_DIGITS, exponent(number) + 1) : BRIEF_DIGITS);
    }

    /** A number in float32's precision: seven significant digits. */
    public static double single(double value) {
        return Double.isFinite(value) ? new BigDecimal(value, new MathContext(SINGLE_DIGITS)).doubleValue() : value;
    }

    /** A number that was float32 in another unit: with as many decimals as seven digits of the unit have. */
    public static double onScale(double value, double unit) {
        return Double.isFinite(value) ? new BigDecimal(value)
                .setScale(SINGLE_DIGITS - 1 - exponent(unit), RoundingMode.HALF_EVEN).doubleValue() : value;
    }

    /** A number rounded to so many significant digits, without zeros at the end. */
    public static String significant(double value, int digits) {
        if (!Double.isFinite(value) || value == 0) {
            return exact(value);
        }
        BigDecimal rounded = new BigDecimal(value, new MathContext(digits)).stripTrailingZeros();
        int exponent = exponent(rounded);
        return exponent >= -5 && exponent < 16 ? rounded.toPlainString() : scientific(rounded, exponent);
    }

    private static String scientific(BigDecimal value, int exponent) {
        return value.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /** The power of ten of the first digit. */
    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    public static int exponent(double value) {
        return exponent(new BigDecimal(value));
    }

    /**
     * How many decimals a column of means deserves: the smallest deviation's first digit and the largest's second.
     *
     * <p>Where nothing deviates, four significant digits of the largest mean.
     */
    public static int decimals(List<Statistic> column) {
        double largest = column.stream().mapToDouble(Figures::deviation).max().orElse(0);
        double smallest = column.stream().mapToDouble(Figures::deviation)
                .filter(deviation -> deviation > ROUNDING_OF_SUMS * largest).min().orElse(largest);
        double mean = column.stream().filter(statistic -> !statistic.isEmpty())
                .mapToDouble(statistic -> Math.abs(statistic.mean())).filter(size -> size < LARGEST_PLAIN).max()
                .orElse(0);
        int wanted = largest > 0
                ? Math.max(-exponent(smallest), 1 - exponent(largest))
                : mean > 0 ? DIGITS_WITHOUT_STD - 1 - exponent(mean) : 0;
        return Math.max(0, Math.min(MOST_DECIMALS, wanted));
    }

    /** A deviation that says something of the values: 0 where there is none, or no more than their rounding. */
    private static double deviation(Statistic statistic) {
        return Double.isFinite(statistic.std()) && !isRounding(statistic) ? statistic.std() : 0;
    }

    private static boolean isRounding(Statistic statistic) {
        return statistic.std() <= RESOLUTION * Math.abs(statistic.mean());
    }

    /** A number with so many decimals; in scientific notation where these would not serve. */
    public static String rounded(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return exact(value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
        boolean vanishes = value != 0 && rounded.signum() == 0;
        if (vanishes && exponent(value) >= SMALLEST_PLAIN) {
            return exact.round(new MathContext(1)).toPlainString();
        }
        if (Math.abs(value) >= LARGEST_PLAIN || vanishes) {
            BigDecimal significant = exact.round(new MathContext(2));
            return scientific(significant, exponent(significant));
        }
        return rounded.toPlainString();
    }

    /** A p-value; one that float64 has no number for is not 0 for that. */
    public static String p(double p) {
        return p == 0 ? "<1e-300" : significant(p, P_DIGITS);
    }

    /** The same with as many digits as it takes to be on its side of the level below which something is claimed. */
    public static String p(double p, double level) {
        int digits = P_DIGITS;
        while (p > 0 && digits < LABEL_DIGITS && Double.parseDouble(significant(p, digits)) < level != p < level) {
            digits++;
        }
        return p > 0 ? significant(p, digits) : p(p);
    }

    /** A number with so many decimals, as {@code %.4f} writes it, at a fraction of its time. */
    public static String fixed(double value, int decimals) {
        BigDecimal shortest = value == 0 ? BigDecimal.ZERO : ShortestDecimal.of(value);
        return shortest.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }

    /** The ends of an interval: {@code 0.970 to 0.984}. */
    public static String interval(MeanInterval ends, int decimals) {
        return rounded(ends.low(), decimals) + " to " + rounded(ends.high(), decimals);
    }

    /** A mean with its deviation, if it has one: {@code 0.9650 ± 0.0071}. */
    public static String meanAndStd(Statistic statistic, int decimals) {
        if (statistic.isEmpty()) {
            return "";
        }
        String mean = rounded(statistic.mean(), decimals);
        return Double.isNaN(statistic.std()) ? mean
                : mean + " ± " + rounded(isRounding(statistic) ? 0 : statistic.std(), decimals);
    }
}
