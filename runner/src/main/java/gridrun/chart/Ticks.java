package gridrun.chart;

import java.util.stream.LongStream;

/** Round places along an axis, one, two or five times a power of ten apart. */
public final class Ticks {

    /** Of the number of steps: an end that is a round place has a tick. */
    private static final double ROUNDING = 1e-9;

    private Ticks() {
    }

    /** How far apart they are where there are at most so many. */
    public static double step(double low, double high, int most) {
        double rough = (high - low) / most;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        for (int factor : new int[] {1, 2, 5}) {
            if (count(low, high, factor * power) <= most && factor * power >= rough * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static long count(double low, double high, double step) {
        return (long) Math.floor(high / step) - (long) Math.ceil(low / step) + 1;
    }

    /** The places, at most so many. */
    public static double[] of(double low, double high, int most) {
        return of(low, high, step(low, high, most));
    }

    /** The places that far apart. */
    public static double[] of(double low, double high, double step) {
        return LongStream
                .rangeClosed((long) Math.ceil(low / step - ROUNDING), (long) Math.floor(high / step + ROUNDING))
                .mapToDouble(i -> i * step).toArray();
    }
}
