package gridrun.experiment;

import gridrun.component.Default;
import gridrun.config.Tree;

/**
 * What a sweep varies and ranks.
 *
 * @param parameters the axes: lists or ranges by short or full names
 * @param cases one more axis, of named bundles of settings, each put over the file
 * @param metric what is ranked; null for the validation loss
 * @param seeds a number of repeats, or a list of seeds
 */
record SweepSpec(
        @Default("null") Tree parameters,
        @Default("null") Tree cases,
        @Default("null") Metric metric,
        @Default("null") Tree seeds) {
}
