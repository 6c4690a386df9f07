package gridrun.observed;

import gridrun.report.Figures;
import gridrun.report.Table;
import gridrun.report.Table.Column;
import gridrun.train.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How activations and gradients are spread, epoch by epoch and layer by layer.
 *
 * @param points epoch by epoch, in each epoch observation by observation, layer by layer from the input on
 */
public record Histograms(List<Point> points) {

    private static final Set<String> NAMES =
            Set.of(Observation.ACTIVATION_HISTOGRAM.word(), Observation.GRADIENT_HISTOGRAM.word());

    /**
     * One histogram.
     *
     * @param epoch from 1
     * @param observation such as {@code activation_histogram}
     * @param low the least value, not a number where training diverged
     * @param high the greatest
     * @param shares of the values in bins of equal width from the least to the greatest
     */
    public record Point(int epoch, String observation, String layer, double low, double high, double[] shares) {

        /** Where a bin begins. */
        public double edge(int bin) {
            return low + (high - low) * bin / shares.length;
        }
    }

    /** The histograms of an epoch's metrics, which are those named {@code observation/layer/bin}. */
    public static List<Point> at(int epoch, Map<String, Double> metrics) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        metrics.forEach((name, value) -> {
            if (Layers.slashes(name) == 2 && NAMES.contains(name.substring(0, name.indexOf('/')))) {
                values.computeIfAbsent(name.substring(0, name.lastIndexOf('/')), key -> new ArrayList<>()).add(value);
            }
        });
        List<Point> points = new ArrayList<>();
        values.forEach((name, all) -> points.add(new Point(epoch, name.substring(0, name.indexOf('/')),
                name.substring(name.indexOf('/') + 1), all.get(0), all.get(1),
                all.subList(2, all.size()).stream().mapToDouble(share -> share).toArray())));
        return points;
    }

    /** A line for each epoch, observation and layer, in full precision. */
    public String csv() {
        int bins = points.stream().mapToInt(point -> point.shares().length).max().orElse(0);
        List<Column> columns = new ArrayList<>(List.of(
                column("epoch", point -> Integer.toString(point.epoch())),
                column("observation", Point::observation),
                column("layer", Point::layer),
                column("low", point -> Figures.exact(point.low())),
                column("high", point -> Figures.exact(point.high()))));
        IntStream.range(0, bins).forEach(bin -> columns.add(
                column("bin" + (bin + 1), point -> Figures.exact(point.shares()[bin]))));
        return new Table(columns).csv();
    }

    private Column column(String title, Function<Point, String> cell) {
        return new Column(title, points.stream().map(cell).toList(), false);
    }

    /** Reads what {@link #csv} wrote; no points where there is no text. */
    public static Histograms parse(String csv) {
        return new Histograms(csv.lines().skip(1).map(line -> line.split(","))
                .map(row -> new Point(Integer.parseInt(row[0]), row[1], row[2], Layers.number(row[3]),
                        Layers.number(row[4]),
                        Arrays.stream(row).skip(5).mapToDouble(Layers::number).toArray()))
                .toList());
    }
}
