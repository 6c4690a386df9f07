package gridrun.train;

import gridrun.activation.Softmax;
import gridrun.graph.Graph;
import gridrun.loss.Loss;
import gridrun.metric.Metric;
import gridrun.metric.Tallies;
import gridrun.nn.Network;
import gridrun.nn.Network.Batch;
import gridrun.task.Dataset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a trained network says of examples: values or probabilities, and the metrics of a whole part.
 *
 * <p>It evaluates in the batches in which {@link Trainer} does, so the metrics agree to the bit.
 */
public final class Predictor {

    private final Network network;

    public Predictor(Network network) {
        this.network = network;
    }

    /**
     * The output layer's values for each example, row-major {@code [size, units]}: real values in the unit of the data,
     * probabilities, or margins where the loss {@linkplain Loss#isProbabilistic() knows no probabilities}.
     *
     * <p>A network with one unit for two classes gives the probability of class 1, or its margin.
     */
    public double[] outputs(Dataset data) {
        int units = network.architecture().units();
        double[] outputs = new double[data.size() * units];
        new Examples(data, network.architecture()).forEachBatch(network, (batch, from) -> {
            for (int i = 0; i < batch.scores().size(); i++) {
                outputs[from * units + i] = batch.scores().get(i);
            }
        });
        if (network.architecture().loss().fromLogits()) {
            activate(outputs, units);
        }
        if (!data.task().isClassification()) {
            Arrays.setAll(outputs, i -> data.scaling().unscaled(outputs[i]));
        }
        return outputs;
    }

    /**
     * The probability of every class for each example, row-major {@code [size, classes]}.
     *
     * <p>Where the output is no distribution (independent sigmoids, or another activation), the values stand as they
     * are. Where the loss knows no probabilities, these are margins: a class is the likelier the larger its own is, and
     * the two of one unit are opposite.
     */
    public double[] probabilities(Dataset data) {
        int classes = data.task().classes();
        double[] outputs = outputs(data);
        if (network.architecture().units() == classes) {
            return outputs;
        }
        double all = network.architecture().loss().isProbabilistic() ? 1 : 0;
        double[] both = new double[2 * outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            both[2 * i] = all - outputs[i];
            both[2 * i + 1] = outputs[i];
        }
        return both;
    }

    /**
     * What each layer makes of an example, from the input to the output: outputs of one row, which stand until the
     * network is asked for something else.
     */
    public List<Graph.Layer> layers(Dataset data, int example) {
        Batch one = network.evaluation(1);
        new Examples(data.select(example), network.architecture()).fill(network.kernels(), new int[1], 0, one);
        one.program().forward(0);
        return one.layers();
    }

    /** The likeliest class of each row of probabilities; the first of equal ones. */
    public static int[] classes(double[] probabilities, int classes) {
        int[] likeliest = new int[probabilities.length / classes];
        for (int row = 0; row < likeliest.length; row++) {
            for (int c = 1; c < classes; c++) {
                if (probabilities[row * classes + c] > probabilities[row * classes + likeliest[row]]) {
                    likeliest[row] = c;
                }
            }
        }
        return likeliest;
    }

    /** Metrics of these examples by their names. */
    public Map<String, Double> metrics(Dataset data, List<Metric> metrics) {
        Tallies tallies = new Tallies(network.kernels(), network.architecture(), metrics);
        new Examples(data, network.architecture()).measure(network, tallies);
        Map<String, Double> found = new LinkedHashMap<>();
        tallies.report("", found);
        return found;
    }

    /** What a {@link Loss} that takes logits leaves out: a sigmoid for each, or a softmax over a row. */
    private void activate(double[] logits, int units) {
        boolean softmax = network.architecture().model().output() instanceof Softmax;
        for (int row = 0; row < logits.length; row += units) {
            double largest = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int i = row; i < row + units; i++) {
                largest = Math.max(largest, logits[i]);
            }
            for (int i = row; i < row + units; i++) {
                logits[i] = softmax ? StrictMath.exp(logits[i] - largest) : 1 / (1 + StrictMath.exp(-logits[i]));
                sum += logits[i];
            }
            for (int i = row; i < row + units && softmax; i++) {
                logits[i] /= sum;
            }
        }
    }
}
