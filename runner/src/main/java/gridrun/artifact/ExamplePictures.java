package gridrun.artifact;

import gridrun.data.FittedColumn;
import gridrun.data.FittedColumn.Numbers;
import gridrun.data.Preparation;
import gridrun.data.Splits;
import gridrun.graph.Graph;
import gridrun.nn.Network;
import gridrun.observed.Fit;
import gridrun.observed.Fit.Points;
import gridrun.observed.Tiles;
import gridrun.observed.Tiles.Group;
import gridrun.observed.Tiles.Tile;
import gridrun.plot.Plot;
import gridrun.plot.Plots;
import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.task.Dataset;
import gridrun.tensor.Shape;
import gridrun.train.Predictor;
import gridrun.trained.Evaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a network makes of single examples: of images those that it takes for another class, and what its convolutions
 * see in one; of real targets the curve that it fits, or predicted against actual values.
 */
final class ExamplePictures {

    static final String WORST = "worst_examples";
    static final String MAPS = "feature_maps";
    static final String FIT = "fit";

    private static final int MOST_WORST = 16;
    private static final int MOST_LAYERS = 3;
    private static final int MOST_MAPS = 16;
    private static final int LARGEST_SIDE = 96;
    private static final int LONGEST_NAME = 8;
    private static final int POINTS_OF_CURVE = 240;
    private static final int MOST_POINTS = 600;

    private final Evaluation evaluation;
    private final Predictor predictor;
    private final Splits data;
    private final Optional<Shape> image;
    private final boolean convolves;

    /**
     * @param network with the weights that were kept
     * @param evaluation of it
     */
    ExamplePictures(Network network, Evaluation evaluation, Splits data) {
        this.evaluation = evaluation;
        this.predictor = new Predictor(network);
        this.data = data;
        List<Graph.Layer> layers = network.architecture().trace(1).graph().layers();
        this.image = image(data.train().data().input(), layers);
        this.convolves = layers.stream().anyMatch(ExamplePictures::isMap);
    }

    /** The examples' shape as images; their own, or that which the first layer gives them. */
    private static Optional<Shape> image(Shape input, List<Graph.Layer> layers) {
        Optional<Shape> given = layers.stream().findFirst().map(layer -> layer.output().shape())
                .filter(shape -> shape.rank() == 4 && shape.size() == input.size())
                .map(shape -> Shape.of(shape.dimension(1), shape.dimension(2), shape.dimension(3)));
        return Optional.of(input).filter(shape -> shape.rank() == 3).or(() -> given)
                .filter(shape -> shape.last() == 1 || shape.last() == 3)
                .filter(shape -> Math.max(shape.dimension(0), shape.dimension(1)) <= LARGEST_SIDE);
    }

    private static boolean isMap(Graph.Layer layer) {
        Shape shape = layer.output().shape();
        return shape.rank() == 4 && shape.dimension(1) > 1 && shape.dimension(2) > 1;
    }

    /** What draws each picture, by name. */
    Map<String, Callable<Plot>> pictures(String title) {
        Map<String, Callable<Plot>> pictures = new LinkedHashMap<>();
        Dataset.Task task = data.train().data().task();
        if (task.isClassification() && image.isPresent()) {
            Optional<Tiles> worst = worst();
            worst.ifPresent(tiles -> pictures.put(WORST, () -> Plots.tiles(title, tiles)));
            if (convolves) {
                pictures.put(MAPS, () -> Plots.tiles(title, maps()));
            }
        }
        if (!task.isClassification() && task.width() == 1) {
            pictures.put(FIT, () -> Plots.fit(title, fit()));
        }
        return pictures;
    }

    /** The held-out images that it takes for another class, first those of which it is surest. */
    Optional<Tiles> worst() {
        List<Group> groups = new ArrayList<>();
        for (Splits.Part part : held()) {
            Dataset examples = part.data();
            int classes = examples.task().classes();
            double[] figures = evaluation.probabilities(examples);
            int[] said = Predictor.classes(figures, classes);
            List<Tile> tiles = IntStream.range(0, examples.size()).boxed()
                    .filter(example -> said[example] != examples.label(example))
                    .sorted(Comparator.comparingDouble((Integer example) -> -figures[example * classes + said[example]])
                            .thenComparing(example -> example))
                    .limit(MOST_WORST)
                    .map(example -> tile("%s as %s, %s".formatted(name(examples.label(example)), name(said[example]),
                            Figures.rounded(figures[example * classes + said[example]], 2)), examples, example))
                    .toList();
            if (!tiles.isEmpty()) {
                groups.add(new Group("%s: wrong answers, the surest first".formatted(part.role()), false, tiles));
            }
        }
        return groups.isEmpty() ? Optional.empty() : Optional.of(new Tiles(groups));
    }

    /** What the first convolutions see in the first held-out image. */
    Tiles maps() {
        Splits.Part part = held().stream().findFirst().orElse(data.train());
        List<Group> groups = new ArrayList<>(List.of(new Group("an example of the %s part, %s".formatted(part.role(),
                name(part.data().label(0))), false, List.of(tile("", part.data(), 0)))));
        predictor.layers(part.data(), 0).stream().filter(ExamplePictures::isMap).limit(MOST_LAYERS)
                .forEach(layer -> groups.add(maps(layer)));
        return new Tiles(groups);
    }

    private static Group maps(Graph.Layer layer) {
        Shape shape = layer.output().shape();
        int channels = shape.dimension(3);
        int pixels = shape.dimension(1) * shape.dimension(2);
        List<Tile> maps = new ArrayList<>();
        for (int channel = 0; channel < Math.min(channels, MOST_MAPS); channel++) {
            float[] map = new float[pixels];
            for (int pixel = 0; pixel < pixels; pixel++) {
                map[pixel] = (float) layer.output().value().get(pixel * channels + channel);
            }
            maps.add(new Tile("", Shape.of(shape.dimension(1), shape.dimension(2), 1), map));
        }
        return new Group("%s: %s of %d x %d, blue above 0 and orange below".formatted(layer.name(),
                channels > MOST_MAPS ? "%d of %d maps".formatted(MOST_MAPS, channels)
                        : Figures.counted(channels, "map"),
                shape.dimension(1), shape.dimension(2)), true, maps);
    }

    private Tile tile(String caption, Dataset examples, int example) {
        return new Tile(caption, image.orElseThrow(), examples.inputs(example));
    }

    private String name(int label) {
        return Labels.shortened(data.preparation().classes().get(label), LONGEST_NAME);
    }

    private List<Splits.Part> held() {
        return data.parts().stream().filter(part -> part != data.train()).toList();
    }

    /** Of one input a curve, of several how the answers lie about the right ones. */
    Fit fit() {
        return data.train().data().input().size() == 1 ? curve() : scatter();
    }

    /** The fitted curve with the examples, all in the unit of the data. */
    private Fit curve() {
        Dataset train = data.train().data();
        double low = range(train).min().orElseThrow();
        double high = range(train).max().orElseThrow();
        float[] grid = new float[POINTS_OF_CURVE];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (float) (low + (high - low) * i / (grid.length - 1));
        }
        Dataset places = new Dataset(train.input(), grid, train.task(), new float[grid.length], train.scaling());
        return new Fit(input().map(Numbers::name).orElse("input"), target(),
                new Points("fitted", inUnits(grid), predictor.outputs(places)),
                data.parts().stream().map(part -> {
                    Dataset some = part.data().first(MOST_POINTS);
                    return new Points(part.role(), inUnits(some.inputs()), targets(some));
                }).toList());
    }

    private static DoubleStream range(Dataset data) {
        float[] inputs = data.inputs();
        return IntStream.range(0, data.size()).mapToDouble(i -> inputs[i]);
    }

    /** The only column, where rows have columns. */
    private Optional<Numbers> input() {
        List<FittedColumn> columns = data.preparation().columns();
        return columns != null && columns.get(0) instanceof Numbers numbers ? Optional.of(numbers) : Optional.empty();
    }

    private double[] inUnits(float[] inputs) {
        return IntStream.range(0, inputs.length).mapToDouble(i -> input()
                .map(column -> column.center() + column.scale() * inputs[i]).orElse((double) inputs[i])).toArray();
    }

    private String target() {
        Preparation preparation = data.preparation();
        return preparation.target() == null ? "target" : preparation.target();
    }

    private static double[] targets(Dataset part) {
        return IntStream.range(0, part.size()).mapToDouble(i -> part.scaling().unscaled(part.targets()[i])).toArray();
    }

    /** Predicted against actual values; on the line a prediction is right. */
    private Fit scatter() {
        List<Splits.Part> parts = held().isEmpty() ? data.parts() : held();
        List<Points> points = parts.stream().map(part -> {
            Dataset some = part.data().first(MOST_POINTS);
            return new Points(part.role(), targets(some), predictor.outputs(some));
        }).toList();
        double[] ends = {
            points.stream().flatMapToDouble(part -> Arrays.stream(part.x())).min().orElseThrow(),
            points.stream().flatMapToDouble(part -> Arrays.stream(part.x())).max().orElseThrow()};
        return new Fit("actual " + target(), "predicted " + target(), new Points("predicted = actual", ends, ends),
                points);
    }
}
