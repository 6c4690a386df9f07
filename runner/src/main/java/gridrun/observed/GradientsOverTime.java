package gridrun.observed;

import gridrun.report.Figures;
import gridrun.report.Table;
import gridrun.train.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The norms of gradients with respect to the states of recurrent layers, epoch by epoch and time step by time step.
 *
 * @param points epoch by epoch, in each epoch layer by layer from the input on, and in each layer step by step
 */
public record GradientsOverTime(List<Point> points) {

    private static final String NAME = Observation.GRADIENT_NORM_OVER_TIME.word();

    /**
     * One time step of a layer in one epoch.
     *
     * @param epoch from 1
     * @param step from 1, in the order of the sequence
     * @param norm not a number where training diverged
     */
    public record Point(int epoch, String layer, int step, double norm) {
    }

    /**
     * Which way a recurrent layer goes through the sequence. Layers of other names are compared by it.
     *
     * @param layer its place among the recurrent layers, from 1
     * @param isBackward whether it is a bidirectional layer's other direction, from the last step to the first
     */
    public record Direction(int layer, boolean isBackward) implements Comparable<Direction> {

        private static final String BACKWARD = "backward_";

        @Override
        public int compareTo(Direction other) {
            return Comparator.comparingInt(Direction::layer).thenComparing(Direction::isBackward)
                    .compare(this, other);
        }
    }

    /** The time steps of an epoch's metrics, which are those named {@code gradient_norm_over_time/layer/step}. */
    public static List<Point> at(int epoch, Map<String, Double> metrics) {
        List<Point> points = new ArrayList<>();
        metrics.forEach((name, norm) -> {
            if (Layers.slashes(name) == 2 && name.startsWith(NAME + "/")) {
                int last = name.lastIndexOf('/');
                points.add(new Point(epoch, name.substring(NAME.length() + 1, last),
                        Integer.parseInt(name.substring(last + 1)), norm));
            }
        });
        return points;
    }

    /** The recurrent layers' names from the input on; a bidirectional layer is two. */
    public List<String> names() {
        return points.stream().map(Point::layer).distinct().toList();
    }

    /** The same names by their directions. */
    public Map<Direction, String> directions() {
        Map<Direction, String> directions = new LinkedHashMap<>();
        int layer = 0;
        for (String name : names()) {
            boolean isBackward = name.startsWith(Direction.BACKWARD);
            layer += isBackward ? 0 : 1;
            directions.put(new Direction(layer, isBackward), name);
        }
        return directions;
    }

    /** The steps of one layer in one epoch. */
    public List<Point> of(String layer, int epoch) {
        return points.stream().filter(point -> point.epoch() == epoch && point.layer().equals(layer)).toList();
    }

    /** The first and the last epoch alone. */
    public GradientsOverTime ends() {
        int first = firstEpoch();
        int last = lastEpoch();
        return new GradientsOverTime(
                points.stream().filter(point -> point.epoch() == first || point.epoch() == last).toList());
    }

    public int firstEpoch() {
        return points.stream().mapToInt(Point::epoch).min().orElse(0);
    }

    public int lastEpoch() {
        return points.stream().mapToInt(Point::epoch).max().orElse(0);
    }

    /** A line for each epoch, layer and step, in full precision. */
    public String csv() {
        return new Table(List.of(
                column("epoch", point -> Integer.toString(point.epoch())),
                column("layer", Point::layer),
                column("step", point -> Integer.toString(point.step())),
                column("norm", point -> Figures.exact(point.norm())))).csv();
    }

    private Table.Column column(String title, Function<Point, String> cell) {
        return new Table.Column(title, points.stream().map(cell).toList(), false);
    }

    /** Reads what {@link #csv} wrote; no points where there is no text. */
    public static GradientsOverTime parse(String csv) {
        return new GradientsOverTime(csv.lines().skip(1).map(line -> line.split(","))
                .map(row -> new Point(Integer.parseInt(row[0]), row[1], Integer.parseInt(row[2]),
                        Layers.number(row[3])))
                .toList());
    }
}
