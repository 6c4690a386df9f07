package gridrun.report;

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
        int n = 0;
        double sum = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                n++;
                sum += value;
            }
        }
        double mean = sum / n;
        double squares = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                squares += (value - mean) * (value - mean);
            }
        }
        return new Statistic(n, mean, n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1)));
    }

    /** Whether there is no value at all. */
    public boolean isEmpty() {
        return n == 0;
    }
}
