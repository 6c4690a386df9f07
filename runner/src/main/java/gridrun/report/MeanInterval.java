package gridrun.report;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Where the mean over all seeds is with a confidence of 95 %, if values are about normal (Student, 1908).
 *
 * @param low its lower end
 * @param high its upper end
 */
public record MeanInterval(double low, double high) {

    private static final double UPPER_TAIL = 0.975;

    /** The interval of a sample; empty below two values. */
    public static Optional<MeanInterval> of(Statistic sample) {
        if (sample.n() < 2) {
            return Optional.empty();
        }
        double t = TDistribution.of(sample.n() - 1).inverseCumulativeProbability(UPPER_TAIL);
        double half = t * sample.std() / Math.sqrt(sample.n());
        return Optional.of(new MeanInterval(sample.mean() - half, sample.mean() + half));
    }
}
