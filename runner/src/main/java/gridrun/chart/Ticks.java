package gridrun.chart;

import java.util.stream.LongStream;

/** Round places along an axis, one, two or five times a power of ten apart. */
public final class Ticks {

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
        double step = step(low, high, most);
        return LongStream.rangeClosed((long) Math.ceil(low / step), (long) Math.floor(high / step))
                .mapToDouble(i -> i * step).toArray();
    }
}
