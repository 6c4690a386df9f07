package gridrun.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Where a mean is with a confidence.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record MeanInterval(double low, double high) {

    /** How an interval is found. */
    public enum Method {
        /** Exact for normal values, and close for others (Student, The probable error of a mean, 1908). */
        T,
        /**
         * Of 10,000 resamples, bias-corrected and accelerated (BCa; Efron, Better bootstrap confidence intervals,
         * 1987). With few values it is too narrow.
         */
        BOOTSTRAP
    }

    /**
     * The interval of the mean of a sample's finite values; empty below two of them.
     *
     * @param confidence between 0 and 1, such as 0.95
     */
    public static Optional<MeanInterval> of(Method method, double[] values, double confidence) {
        return of(method, values, confidence, 0);
    }

    /**
     * The same of values whose training parts overlap; the bootstrap takes them for independent.
     *
     * @param overlap n_test/n_train (Nadeau and Bengio, 2003), 0 for independent values
     */
    public static Optional<MeanInterval> of(Method method, double[] values, double confidence, double overlap) {
        Statistic sample = Statistic.of(values);
        return switch (method) {
            case T -> student(sample, confidence, overlap);
            case BOOTSTRAP -> sample.n() < 2 ? Optional.empty()
                    : Optional.of(Bootstrap.of(Statistic.finite(values)).interval(confidence));
        };
    }

    /** The same without what the mean cannot be, being one of values in a range. */
    public MeanInterval within(double least, double greatest) {
        return new MeanInterval(Math.max(low, least), Math.min(high, greatest));
    }

    /** The interval of a sample's mean by Student's t distribution; empty below two values. */
    public static Optional<MeanInterval> student(Statistic sample, double confidence) {
        return student(sample, confidence, 0);
    }

    /**
     * The same of values whose training parts overlap, so that the variance of their mean is larger than 1/n of theirs.
     *
     * @param overlap n_test/n_train (Nadeau and Bengio, 2003), 0 for independent values
     */
    public static Optional<MeanInterval> student(Statistic sample, double confidence, double overlap) {
        if (sample.n() < 2) {
            return Optional.empty();
        }
        double t = TDistribution.of(sample.n() - 1).inverseSurvivalProbability((1 - confidence) / 2);
        double half = t * sample.std() * Math.sqrt(1.0 / sample.n() + overlap);
        return Optional.of(new MeanInterval(sample.mean() - half, sample.mean() + half));
    }
}
