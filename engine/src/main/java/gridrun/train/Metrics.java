package gridrun.train;

import gridrun.kernel.Kernels;
import gridrun.kernel.PointwiseLoss;
import gridrun.nn.Network.Batch;
import java.util.Map;

/**
 * Sums over the batches of one pass, and the metrics they make: {@code loss} and {@code accuracy} for classes,
 * {@code loss}, {@code rmse} and {@code r2} for real targets.
 */
final class Metrics {

    private final Kernels kernels;
    private final Dataset.Task task;
    private final double threshold;
    private final double targetVariance;
    private double loss;
    private double squaredError;
    private long correct;
    private long examples;

    /**
     * @param threshold the score of one unit above which it says class 1
     * @param targetVariance the variance of real targets, what r2 compares with; unused for classes
     */
    Metrics(Kernels kernels, Dataset.Task task, double threshold, double targetVariance) {
        this.kernels = kernels;
        this.task = task;
        this.threshold = threshold;
        this.targetVariance = targetVariance;
    }

    void reset() {
        loss = 0;
        squaredError = 0;
        correct = 0;
        examples = 0;
    }

    /** Adds a batch that was run forward; returns the sum of its losses. */
    double add(Batch batch) {
        double sum = kernels.sum(batch.objective());
        loss += sum;
        examples += batch.objective().size();
        if (!task.isClassification()) {
            kernels.losses().pointwise(PointwiseLoss.SQUARED, 0, batch.scores(), batch.target(), batch.errors());
            squaredError += kernels.sum(batch.errors());
        } else if (batch.scores().columns() == 1) {
            correct += kernels.countSameSide(batch.scores(), threshold, batch.target());
        } else {
            correct += kernels.countSameArgmax(batch.scores(), batch.target());
        }
        return sum;
    }

    double meanLoss() {
        return loss / examples;
    }

    /** Puts the metrics into a map, each name behind a prefix such as {@code val_}. */
    void report(String prefix, Map<String, Double> into) {
        into.put(prefix + "loss", meanLoss());
        if (task.isClassification()) {
            into.put(prefix + "accuracy", (double) correct / examples);
        } else {
            double meanSquare = squaredError / examples;
            into.put(prefix + "rmse", Math.sqrt(meanSquare));
            into.put(prefix + "r2", 1 - meanSquare / targetVariance);
        }
    }
}
