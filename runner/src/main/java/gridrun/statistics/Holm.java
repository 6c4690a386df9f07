package gridrun.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects p values for their number (Holm, A simple sequentially rejective multiple test procedure, 1979): the
 * probability that any of those below the level is there by chance alone stays below it.
 */
public final class Holm {

    private Holm() {
    }

    /** The corrected values, in the order of the given ones; those that are not numbers stay so and do not count. */
    public static double[] adjusted(double... p) {
        int[] ascending = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed()
                .sorted(Comparator.comparingDouble(i -> p[i])).mapToInt(Integer::intValue).toArray();
        double[] adjusted = p.clone();
        double largest = 0;
        for (int i = 0; i < ascending.length; i++) {
            largest = Math.max(largest, Math.min(1, (ascending.length - i) * p[ascending[i]]));
            adjusted[ascending[i]] = largest;
        }
        return adjusted;
    }
}
