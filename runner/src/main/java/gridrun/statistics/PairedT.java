package gridrun.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The paired t-test (Student, The probable error of a mean, 1908), exact for normal differences.
 *
 * <p>Differences that are one and the same in every pair have no spread to be compared with. Their p is that of the
 * {@linkplain SignFlip signs} alone.
 *
 * @param overlap by what share of the differences' variance that of their mean is larger than 1/n, because the
 *     training parts of the pairs overlap: n_test/n_train for cross-validation (Nadeau and Bengio, Inference for the
 *     generalization error, 2003), 0 for independent pairs
 */
public record PairedT(double overlap) implements PairedTest {

    /** For independent pairs. */
    public static final PairedT INDEPENDENT = new PairedT(0);

    @Override
    public String title() {
        return overlap > 0 ? "corrected resampled t-test" : "paired t-test";
    }

    @Override
    public double p(double... differences) {
        Statistic sample = Statistic.of(differences);
        if (sample.n() < 2 || sample.mean() == 0) {
            return 1;
        }
        if (PairedTest.isConstant(sample)) {
            return new SignFlip().p(differences);
        }
        double t = sample.mean() / (sample.std() * Math.sqrt(share(sample.n())));
        return Math.min(1, 2 * TDistribution.of(sample.n() - 1).survivalProbability(Math.abs(t)));
    }

    /** The variance of the mean as a share of that of the differences. */
    double share(int pairs) {
        return 1.0 / pairs + overlap;
    }

    @Override
    public double smallest(int pairs) {
        return pairs < 2 ? 1 : 0;
    }
}
