package gridrun.statistics;

import java.util.Arrays;

/**
 * A sample's size, mean and standard deviation.
 *
 * <p>In loops, not streams: curves have a sample at every epoch, and short experiments would wait for the compiler.
 *
 * @param n the number of finite values
 * @param mean their mean; not a number without any
 * @param std their sample standard deviation (divided by n - 1); not a number below two
 */
public record Statistic(int n, double mean, double std) {

    /** The statistic of those values that are finite numbers. */
    public static Statistic of(double... values) {
        double[] finite = finite(values);
        int n = finite.length;
        if (n > 0 && areEqual(finite)) {
            return new Statistic(n, finite[0], n < 2 ? Double.NaN : 0); // no rounding noise
        }
        double mean = sum(finite) / n;
        double squares = 0;
        for (double value : finite) {
            squares += (value - mean) * (value - mean);
        }
        return new Statistic(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
    }

    private static boolean areEqual(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    static double[] finite(double... values) {
        double[] finite = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                finite[n++] = value;
            }
        }
        return Arrays.copyOf(finite, n);
    }

    /** In order: the sum of a stream is not the same on every JDK. */
    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Whether there is no value at all. */
    public boolean isEmpty() {
        return n == 0;
    }
}
