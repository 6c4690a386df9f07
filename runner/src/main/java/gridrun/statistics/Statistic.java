package gridrun.statistics;

import java.util.Arrays;

/**
 * A sample's size, mean and standard deviation.
 *
 * @param n the number of finite values
 * @param mean their mean; not a number without any
 * @param std their sample standard deviation (divided by n - 1); not a number below two
 */
public record Statistic(int n, double mean, double std) {

    /** The statistic of those values that are finite numbers. */
    public static Statistic of(double... values) {
        double[] finite = finite(values);
        if (finite.length > 0 && Arrays.stream(finite).allMatch(value -> value == finite[0])) {
            return new Statistic(finite.length, finite[0], finite.length < 2 ? Double.NaN : 0); // no rounding noise
        }
        double mean = sum(finite) / finite.length;
        double squares = sum(Arrays.stream(finite).map(value -> (value - mean) * (value - mean)).toArray());
        return new Statistic(finite.length, mean,
                finite.length < 2 ? Double.NaN : Math.sqrt(squares / (finite.length - 1)));
    }

    static double[] finite(double... values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
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
