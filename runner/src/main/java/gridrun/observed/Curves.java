package gridrun.observed;

import gridrun.report.Figures;
import gridrun.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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

    /** The last epoch of any metric; 0 where there is none. */
    public int lastEpoch() {
        return metrics.values().stream().flatMapToInt(series -> Arrays.stream(series.epochs())).max().orElse(0);
    }

    /** A line an epoch: a column {@code epoch} and one a metric, in full precision; empty where there is no value. */
    public String csv() {
        TreeSet<Integer> epochs = new TreeSet<>();
        metrics.values().forEach(series -> Arrays.stream(series.epochs()).forEach(epochs::add));
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("epoch", epochs.stream().map(Object::toString).toList(), false));
        metrics.forEach((name, series) -> {
            Map<Integer, String> values = new HashMap<>();
            for (int i = 0; i < series.size(); i++) {
                values.put(series.epochs()[i], Figures.exact(series.values()[i]));
            }
            columns.add(new Table.Column(name, epochs.stream().map(e -> values.getOrDefault(e, "")).toList(), false));
        });
        return new Table(columns).csv();
    }
}
