package gridrun.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether two classifiers are right equally often, by the examples on which just one of them is (McNemar, Note on the
 * sampling error of the difference between correlated proportions, 1947). It is about these two trained networks, not
 * about their configurations: another seed may have other answers.
 *
 * @param one the examples on which the one alone is right
 * @param other those on which the other alone is
 */
public record McNemar(int one, int other) {

    /** From so many on the binomial distribution's approximation is good enough. */
    private static final int MANY = 25;

    /** Whether p is by the binomial distribution, and not by its approximation with Edwards' correction (1948). */
    public boolean isExact() {
        return one + other < MANY;
    }

    /** How probable so unequal numbers, or more unequal ones, are if both are right equally often. */
    public double p() {
        int n = one + other;
        if (isExact()) {
            return Math.min(1, 2 * BinomialDistribution.of(n, 0.5).cumulativeProbability(Math.min(one, other)));
        }
        double excess = Math.abs(one - other) - 1.0;
        return ChiSquaredDistribution.of(1).survivalProbability(excess * excess / n);
    }
}
