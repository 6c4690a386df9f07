package gridrun.comparison;

import gridrun.metric.Goal;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.PairedTest;
import gridrun.statistics.Statistic;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * By how much one configuration's figure differs from another's in the pairs that both completed.
 *
 * @param sample of the differences: the one's value less the other's
 * @param interval of their mean; empty below two pairs
 * @param p how probable it is that chance alone makes such differences; not a number below two pairs
 * @param wins the pairs in which the one is better
 * @param losses those in which the other is
 */
public record PairedDifference(Statistic sample, Optional<MeanInterval> interval, double p, int wins, int losses) {

    /** As a share of the largest difference. */
    private static final double ROUNDING = 1e-12;

    /** The difference between two configurations; test and interval are corrected for training parts that overlap. */
    public static PairedDifference of(Candidate one, Candidate other, Goal goal, Terms terms) {
        double[] differences = one.differences(other);
        int below = (int) DoubleStream.of(differences).filter(value -> value < 0).count();
        int above = (int) DoubleStream.of(differences).filter(value -> value > 0).count();
        double overlap = Math.max(one.overlap(), other.overlap());
        PairedTest test = terms.test().test(overlap);
        return new PairedDifference(exact(differences),
                MeanInterval.of(terms.interval(), differences, terms.confidence(), overlap),
                differences.length < 2 ? Double.NaN : test.p(differences),
                goal == Goal.MAXIMIZE ? above : below, goal == Goal.MAXIMIZE ? below : above);
    }

    /** A mean that is nothing but the rounding of its sum is none. */
    private static Statistic exact(double... differences) {
        Statistic sample = Statistic.of(differences);
        double largest = DoubleStream.of(differences).map(Math::abs).max().orElse(0);
        return Math.abs(sample.mean()) <= ROUNDING * largest ? new Statistic(sample.n(), 0, sample.std()) : sample;
    }

    /**
     * The mean difference in standard deviations of the differences: Cohen's d_z (Cohen, 1988). It is infinite where
     * they are one and the same, and 0 where all are 0.
     */
    public double effect() {
        return sample.mean() == 0 ? 0
                : isConstant() ? Math.copySign(Double.POSITIVE_INFINITY, sample.mean()) : sample.mean() / sample.std();
    }

    /** Whether both have the same value in every pair, of which there are two at least. */
    public boolean isNothing() {
        return sample.n() > 1 && wins == 0 && losses == 0;
    }

    /** Whether they differ, and by the same in every pair, of which there are two at least. */
    public boolean isConstant() {
        return sample.n() > 1 && sample.mean() != 0 && PairedTest.isConstant(sample);
    }

    /** Whether the one's mean is better. */
    public boolean isBetter(Goal goal) {
        return goal.better(sample.mean(), 0);
    }
}
