package gridrun.statistics;

import gridrun.random.Rng;
import java.util.Arrays;

/**
 * The permutation test of pairs (Fisher, The design of experiments, 1935): if nothing but chance made a difference, it
 * could as well have had the other sign. It assumes no distribution.
 *
 * <p>Exact up to 20 differences that are not zero. Beyond, it is estimated from 100,000 flips, which are a function of
 * the differences alone.
 */
public record SignFlip() implements PairedTest {

    /** Up to so many differences every flip is counted. */
    public static final int EXACT = 20;

    private static final int FLIPS = 100_000;
    private static final double SAME = 1e-12;

    @Override
    public String title() {
        return "sign-flip permutation test";
    }

    @Override
    public double p(double... differences) {
        double[] sizes = Arrays.stream(differences).filter(value -> value != 0).map(Math::abs).sorted().toArray();
        double total = Statistic.sum(sizes);
        double least = Math.abs(Statistic.sum(differences)) - SAME * total;
        return sizes.length <= EXACT ? exceeding(sizes, 0, 0, least) / Math.scalb(1.0, sizes.length)
                : estimated(sizes, least);
    }

    /** The number of flips whose sum is at least so far from zero. */
    private static double exceeding(double[] sizes, int flipped, double sum, double least) {
        return flipped == sizes.length ? Math.abs(sum) >= least ? 1 : 0
                : exceeding(sizes, flipped + 1, sum + sizes[flipped], least)
                        + exceeding(sizes, flipped + 1, sum - sizes[flipped], least);
    }

    /** With the flip that was observed counted in, so that it is never zero (Phipson and Smyth, 2010). */
    private static double estimated(double[] sizes, double least) {
        Rng random = Rng.of(Arrays.hashCode(sizes)).split("flips");
        int exceeding = 0;
        for (int flip = 0; flip < FLIPS; flip++) {
            double sum = 0;
            for (double size : sizes) {
                sum += random.nextLong() < 0 ? -size : size;
            }
            exceeding += Math.abs(sum) >= least ? 1 : 0;
        }
        return (exceeding + 1.0) / (FLIPS + 1.0);
    }

    @Override
    public double smallest(int pairs) {
        return Math.min(1, Math.scalb(2.0, -pairs));
    }
}
