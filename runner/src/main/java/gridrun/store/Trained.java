package gridrun.store;

/**
 * A run of an experiment that has its result, as far as a new plan is compared with it.
 *
 * @param name what varied, in the sweep that planned it
 * @param fold which of the folds, from 1; 0 where there are none
 * @param version what data and what engine it is of; null where that was not noted
 */
public record Trained(String runKey, String name, String configId, long seed, int fold, String version) {
}
