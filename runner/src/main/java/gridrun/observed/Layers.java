package gridrun.observed;

import gridrun.report.Figures;
import gridrun.report.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was observed of a network's layers, epoch by epoch.
 *
 * @param points epoch by epoch, and in each epoch layer by layer from the input on
 */
public record Layers(List<Point> points) {

    /**
     * One layer in one epoch.
     *
     * @param epoch from 1
     * @param figures what was observed, by its name; a layer may lack what others have
     */
    public record Point(int epoch, String layer, Map<String, Double> figures) {
    }

    /** The layers of an epoch's metrics, which are those named {@code observation/layer} and no further. */
    public static List<Point> at(int epoch, Map<String, Double> metrics) {
        Map<String, Map<String, Double>> layers = new LinkedHashMap<>();
        Map<String, List<String>> observed = new LinkedHashMap<>();
        metrics.forEach((name, value) -> {
            int slash = name.indexOf('/');
            if (slash > 0 && slashes(name) == 1) {
                String layer = name.substring(slash + 1);
                layers.computeIfAbsent(layer, none -> new LinkedHashMap<>()).put(name.substring(0, slash), value);
                observed.computeIfAbsent(name.substring(0, slash), none -> new ArrayList<>()).add(layer);
            }
        });
        return fromTheInput(observed.values()).stream().map(layer -> new Point(epoch, layer, layers.get(layer)))
                .toList();
    }

    /**
     * The layers of all observations in the network's order.
     *
     * @param observed the layers of each, in that order; layers without parameters have no gradients, say
     */
    private static List<String> fromTheInput(Collection<List<String>> observed) {
        List<String> layers = new ArrayList<>();
        observed.stream().sorted((a, b) -> b.size() - a.size()).forEach(some -> {
            int place = 0;
            for (String layer : some) {
                if (!layers.contains(layer)) {
                    layers.add(place, layer);
                }
                place = layers.indexOf(layer) + 1;
            }
        });
        return layers;
    }

    /** The slashes in a metric's name: a layer's has one, that of a part of it two, and the network's none. */
    public static int slashes(String metric) {
        int slashes = 0;
        for (int at = metric.indexOf('/'); at >= 0; at = metric.indexOf('/', at + 1)) {
            slashes++;
        }
        return slashes;
    }

    /** The layers' names from the input on. */
    public List<String> names() {
        return points.stream().map(Point::layer).distinct().toList();
    }

    /** What was observed. */
    public List<String> observations() {
        return points.stream().flatMap(point -> point.figures().keySet().stream()).distinct().toList();
    }

    /** The figures of each layer in one epoch. */
    public Map<String, Map<String, Double>> in(int epoch) {
        return points.stream().filter(point -> point.epoch() == epoch)
                .collect(Collectors.toMap(Point::layer, Point::figures));
    }

    /** The first and the last epoch alone. */
    public Layers ends() {
        int first = firstEpoch();
        int last = lastEpoch();
        return new Layers(points.stream().filter(point -> point.epoch() == first || point.epoch() == last).toList());
    }

    /** A line for each epoch and layer, a column for each observation, in full precision. */
    public String csv() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("epoch", points.stream().map(p -> Integer.toString(p.epoch())).toList(), false));
        columns.add(new Table.Column("layer", points.stream().map(Point::layer).toList(), false));
        for (String observation : observations()) {
            columns.add(new Table.Column(observation, points.stream().map(Point::figures)
                    .map(f -> f.containsKey(observation) ? Figures.exact(f.get(observation)) : "").toList(), false));
        }
        return new Table(columns).csv();
    }

    /** Reads what {@link #csv} wrote; names of layers and observations have no commas. */
    public static Layers parse(String csv) {
        List<String[]> rows = csv.lines().map(line -> line.split(",", -1)).toList();
        return new Layers(rows.stream().skip(1).map(row -> point(rows.get(0), row)).toList());
    }

    private static Point point(String[] head, String[] row) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (int i = 2; i < head.length; i++) {
            if (!row[i].isEmpty()) {
                figures.put(head[i], number(row[i]));
            }
        }
        return new Point(Integer.parseInt(row[0]), row[1], figures);
    }

    /** A number as {@link Figures#exact} writes it. */
    static double number(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The names of all networks' layers from the input on, those of the deepest first and the output layer last. */
    public static List<String> names(List<Layers> networks) {
        List<String> names = new ArrayList<>(networks.stream().map(Layers::names)
                .sorted((a, b) -> b.size() - a.size()).flatMap(List::stream).distinct().toList());
        if (names.remove("output")) {
            names.add("output");
        }
        return names;
    }

    /** Whether networks have layers of other names, but as many: each can be compared with those at its place. */
    public static boolean haveTheSamePlaces(List<Layers> networks) {
        return networks.stream().map(Layers::names).distinct().count() > 1
                && networks.stream().mapToInt(network -> network.names().size()).distinct().count() == 1;
    }

    /** What is at each place of networks with the same places: {@code lstm_1, gru_1}. */
    public static List<String> places(List<Layers> networks) {
        return IntStream.range(0, networks.get(0).names().size()).mapToObj(place -> networks.stream()
                .map(network -> network.names().get(place)).distinct().collect(Collectors.joining(", "))).toList();
    }

    /** The observations of all networks. */
    public static List<String> observations(List<Layers> networks) {
        return networks.stream().flatMap(network -> network.observations().stream()).distinct().toList();
    }

    public int firstEpoch() {
        return points.stream().mapToInt(Point::epoch).min().orElse(0);
    }

    public int lastEpoch() {
        return points.stream().mapToInt(Point::epoch).max().orElse(0);
    }
}
