package gridrun.observed;

import gridrun.report.Figures;
import gridrun.report.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

    /** The last epoch of any metric; 0 where there is none. */
    public int lastEpoch() {
        int last = 0;
        for (Series series : metrics.values()) {
            last = Math.max(last, series.size() == 0 ? 0 : series.epochs()[series.size() - 1]);
        }
        return last;
    }

    /** A line an epoch: a column {@code epoch} and one a metric, in full precision; empty where there is no value. */
    public String csv() {
        BitSet epochs = new BitSet();
        for (Series series : metrics.values()) {
            for (int epoch : series.epochs()) {
                epochs.set(epoch);
            }
        }
        List<String> numbers = new ArrayList<>();
        for (int epoch = epochs.nextSetBit(0); epoch >= 0; epoch = epochs.nextSetBit(epoch + 1)) {
            numbers.add(Integer.toString(epoch));
        }
        List<Table.Column> columns = new ArrayList<>(List.of(new Table.Column("epoch", numbers, false)));
        metrics.forEach((name, series) -> columns.add(new Table.Column(name, cells(series, epochs), false)));
        return new Table(columns).csv();
    }

    private static List<String> cells(Series series, BitSet epochs) {
        List<String> cells = new ArrayList<>();
        int next = 0;
        for (int epoch = epochs.nextSetBit(0); epoch >= 0; epoch = epochs.nextSetBit(epoch + 1)) {
            boolean known = next < series.size() && series.epochs()[next] == epoch;
            cells.add(known ? Figures.exact(series.values()[next++]) : "");
        }
        return cells;
    }
}
