package gridrun.report;

import java.util.Map;

/**
 * The metrics of one run, epoch by epoch.
 *
 * @param metrics for each metric its points, in the order in which they are shown
 */
public record Curves(Map<String, Series> metrics) {

    /**
     * The points of one metric.
     *
     * @param epochs ascending, from 1
     * @param values one an epoch; not a number where the metric was none
     */
    public record Series(int[] epochs, double[] values) {

        public Series {
            if (epochs.length != values.length) {
                throw new IllegalArgumentException(epochs.length + " epochs but " + values.length + " values");
            }
        }

        public int size() {
            return epochs.length;
        }
    }
}
