package gridrun.effect;

import gridrun.statistics.Statistic;

/**
 * What one level of a factor reaches on the average over all others.
 *
 * @param factor its name
 * @param level its value
 * @param runs over which it is
 * @param overSeeds of each seed's mean over the rest
 */
public record Average(String factor, String level, int runs, Statistic overSeeds) {
}
