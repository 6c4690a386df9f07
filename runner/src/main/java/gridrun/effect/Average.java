package gridrun.effect;

import gridrun.statistics.Statistic;
import java.util.List;

/**
 * What one level of a factor reaches on the average over all others.
 *
 * @param factor its name
 * @param level its value
 * @param runs over which it is
 * @param bySeed each seed's mean over the rest
 */
public record Average(String factor, String level, int runs, List<Double> bySeed) {

    double[] values() {
        return bySeed.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Mean and deviation over the seeds. */
    public Statistic overSeeds() {
        return Statistic.of(values());
    }
}
