package gridrun.train;

import gridrun.activation.Softmax;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Parameters;
import gridrun.graph.Program;
import gridrun.init.Zeros;
import gridrun.kernel.Kernels;
import gridrun.loss.Loss;
import gridrun.metric.Metric;
import gridrun.metric.Tallies;
import gridrun.nn.Architecture;
import gridrun.nn.Network.Batch;
import gridrun.task.Dataset;
import gridrun.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the same answer to every example comes to: the mean of the training part's targets, or its classes' frequencies,
 * of which the largest is the class that is always named. A network that is no better has learnt nothing of its inputs.
 *
 * <p>The figures are {@link Trainer}'s, made in the same way by the same loss.
 */
public final class Baseline {

    /** What stands before the names of its figures. */
    public static final String PREFIX = "baseline.";

    /** A class that the training part lacks is not impossible. */
    private static final double LEAST_FREQUENCY = 1e-7;

    private final Architecture architecture;
    private final Kernels kernels;
    private final float[] scores;

    /** @param train the training part, from which the answer is */
    public Baseline(Architecture architecture, Kernels kernels, Dataset train) {
        this.architecture = architecture;
        this.kernels = kernels;
        this.scores = train.task().isClassification() ? classScores(frequencies(train)) : means(train);
    }

    private static float[] means(Dataset train) {
        float[] means = new float[train.task().width()];
        for (int column = 0; column < means.length; column++) {
            double sum = 0;
            for (int i = column; i < train.targets().length; i += means.length) {
                sum += train.targets()[i];
            }
            means[column] = (float) (sum / train.size());
        }
        return means;
    }

    private static double[] frequencies(Dataset train) {
        double[] frequencies = new double[train.task().classes()];
        for (int i = 0; i < train.size(); i++) {
            frequencies[train.label(i)] += 1.0 / train.size();
        }
        return frequencies;
    }

    /** Where there is one unit for two classes, that of class 1. */
    private float[] classScores(double[] frequencies) {
        int units = architecture.units();
        int largest = 0;
        for (int c = 1; c < frequencies.length; c++) {
            largest = frequencies[c] > frequencies[largest] ? c : largest;
        }
        float[] scores = new float[units];
        for (int unit = 0; unit < units; unit++) {
            int c = units == 1 ? 1 : unit;
            scores[unit] = (float) score(Math.max(frequencies[c], LEAST_FREQUENCY), c == largest);
        }
        return scores;
    }

    /** A probability as the loss takes it: a margin, a logit, or as it is. */
    private double score(double frequency, boolean largest) {
        Loss loss = architecture.loss();
        if (!loss.isProbabilistic()) {
            return largest ? 1 : -1;
        }
        boolean distribution = architecture.model().output() instanceof Softmax;
        if (!loss.fromLogits()) {
            return frequency;
        }
        return StrictMath.log(distribution ? frequency : frequency / Math.max(1 - frequency, LEAST_FREQUENCY));
    }

    /**
     * Measures a part.
     *
     * @param metrics what is measured of it
     * @param prefix what stands before each name, such as {@code val_}
     */
    public Map<String, Double> metrics(Dataset part, List<Metric> metrics, String prefix) {
        Examples examples = new Examples(part, architecture);
        Tallies tallies = new Tallies(kernels, architecture, metrics);
        examples.begin(tallies);
        int[] inOrder = Examples.inOrder(examples.size());
        Batch batch = null;
        for (int from = 0; from < inOrder.length; from += Examples.EVALUATION_BATCH) {
            int size = Math.min(Examples.EVALUATION_BATCH, inOrder.length - from);
            batch = batch != null && batch.objective().size() == size ? batch : batch(size);
            examples.fillTargets(kernels, inOrder, from, batch);
            batch.program().forward(0);
            tallies.add(batch);
        }
        Map<String, Double> found = new LinkedHashMap<>();
        tallies.report(prefix, found);
        return found;
    }

    /** The loss alone, of scores that are always the same. */
    private Batch batch(int examples) {
        Graph graph = new Graph();
        graph.enterLoss();
        Node answer = graph.bias("answer", Shape.of(examples, scores.length), new Zeros());
        Node target = graph.input(Shape.of(examples, scores.length));
        Node objective = architecture.loss().trace(graph, answer, target);
        Program program = new Program(kernels, graph, new Parameters(kernels, graph), objective, false);
        for (int i = 0; i < answer.value().size(); i++) {
            answer.value().set(i, scores[i % scores.length]);
        }
        return new Batch(program, answer.value(), target.value(), answer.value(), objective.value(),
                kernels.allocate(examples).cut(Shape.of(examples)), List.of(), List.of());
    }
}
