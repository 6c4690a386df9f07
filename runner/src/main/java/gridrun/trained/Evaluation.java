package gridrun.trained;

import gridrun.metric.Metric;
import gridrun.nn.Architecture;
import gridrun.nn.Network;
import gridrun.observed.Boundary;
import gridrun.observed.Boundary.Points;
import gridrun.observed.Confusion;
import gridrun.observed.Predictions;
import gridrun.task.Dataset;
import gridrun.train.Predictor;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What a trained network makes of the parts of its data; of each it is asked once. Not safe for several threads. */
public final class Evaluation {

    /** Forward operations for one picture of the plane, a few hundredths of a second. */
    private static final double BOUNDARY_FLOPS = 2.5e8;
    private static final int COARSEST = 24;
    private static final int FINEST = 100;

    private final Network network;
    private final Predictor predictor;
    private final List<String> classNames;
    private final Map<Dataset, double[]> probabilities = new IdentityHashMap<>();

    /** @param classNames what people call the classes; empty where targets are real */
    public Evaluation(Network network, List<String> classNames) {
        this.network = network;
        this.predictor = new Predictor(network);
        this.classNames = List.copyOf(classNames);
    }

    /** The probability of every class for each example, as {@link Predictor#probabilities} has it. */
    public double[] probabilities(Dataset data) {
        return probabilities.computeIfAbsent(data, predictor::probabilities);
    }

    /** Metrics of a part by their names. */
    public Map<String, Double> metrics(Dataset data, List<Metric> metrics) {
        return predictor.metrics(data, metrics);
    }

    /** What the network says of each example. */
    public Predictions predictions(Dataset data) {
        Dataset.Task task = data.task();
        return task.isClassification()
                ? Predictions.ofClasses(network.architecture().loss().isProbabilistic() ? "p" : "margin",
                        classNames, probabilities(data))
                : Predictions.ofValues(task.width(), predictor.outputs(data), data.scaling());
    }

    /** How often each class was taken for each; the task must be a classification. */
    public Confusion confusion(String part, Dataset data) {
        int classes = data.task().classes();
        return Confusion.of(part, classNames, labels(data),
                Predictor.classes(probabilities(data), classes));
    }

    /** The plane as the network divides it. */
    public Boundary boundary(List<String> featureNames, Dataset train, Dataset validation) {
        return Boundary.of(featureNames, classNames, side(network.architecture()), points(train),
                validation == null ? null : points(validation),
                grid -> predictor.probabilities(new Dataset(
                        train.input(), grid, train.task(), new float[grid.length / 2])));
    }

    /** The points along a side of the picture. */
    public static int side(Architecture architecture) {
        double forward = architecture.flopsPerExample() / 3.0;
        return (int) Math.max(COARSEST, Math.min(FINEST, Math.sqrt(BOUNDARY_FLOPS / forward)));
    }

    private static Points points(Dataset data) {
        return new Points(data.inputs(), labels(data));
    }

    private static int[] labels(Dataset data) {
        int[] labels = new int[data.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = data.label(i);
        }
        return labels;
    }
}
