package gridrun.statistics;

import java.util.Arrays;

/**
 * The signed-rank test (Wilcoxon, Individual comparisons by ranking methods, 1945), exact for any number of pairs.
 *
 * <p>Differences of zero are left out, as Wilcoxon did and SciPy does. Equal sizes share the mean of their ranks, and
 * the distribution is that of these ranks, so that ties need no approximation.
 */
public record Wilcoxon() implements PairedTest {

    @Override
    public String title() {
        return "Wilcoxon signed-rank test";
    }

    @Override
    public double efficiency() {
        return 3 / Math.PI;
    }

    @Override
    public double p(double... differences) {
        double[] values = Arrays.stream(differences).filter(value -> value != 0).toArray();
        if (values.length == 0) {
            return 1;
        }
        int[] ranks = doubledRanks(Arrays.stream(values).map(Math::abs).toArray());
        int positive = 0;
        for (int i = 0; i < values.length; i++) {
            positive += values[i] > 0 ? ranks[i] : 0;
        }
        double[] chances = chances(ranks);
        int smaller = Math.min(positive, chances.length - 1 - positive);
        return Math.min(1, 2 * Statistic.sum(Arrays.copyOf(chances, smaller + 1)));
    }

    /** Twice the mean ranks, which are whole numbers. */
    private static int[] doubledRanks(double[] sizes) {
        return Arrays.stream(sizes).mapToInt(size -> {
            long below = Arrays.stream(sizes).filter(other -> other < size && !isSame(other, size)).count();
            long equal = Arrays.stream(sizes).filter(other -> isSame(other, size)).count();
            return (int) (2 * below + equal + 1);
        }).toArray();
    }

    /** Differences of figures that are multiples of one over the examples differ by rounding where they are equal. */
    private static boolean isSame(double size, double other) {
        return Math.abs(size - other) <= 1e-9 * Math.max(size, other);
    }

    /** How probable each sum of the ranks of positive differences is, where every sign is as probable as the other. */
    private static double[] chances(int[] ranks) {
        double[] chances = new double[Arrays.stream(ranks).sum() + 1];
        chances[0] = 1;
        int most = 0;
        for (int rank : ranks) {
            most += rank;
            for (int sum = most; sum >= 0; sum--) {
                chances[sum] = chances[sum] / 2 + (sum >= rank ? chances[sum - rank] / 2 : 0);
            }
        }
        return chances;
    }

    @Override
    public double smallest(int pairs) {
        return Math.min(1, Math.scalb(2.0, -pairs));
    }
}
