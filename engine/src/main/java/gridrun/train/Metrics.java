package gridrun.train;

import gridrun.kernel.Kernels;
import gridrun.kernel.PointwiseLoss;
import gridrun.nn.Network.Batch;
import java.util.Map;

/**
 * Sums over the batches of one pass over a part of the data, and the metrics they make: {@code loss} and {@code accuracy} for
 * classes, {@code loss}, {@code rmse} and {@code r2} for real targets.
 *
 * <ul><li>loss: the mean over the examples of what is minimized, of scaled targets and without penalties;
 * <li>accuracy: the share of examples whose likeliest class is theirs;
 * <li>rmse: √(Σ (y - ŷ)² / n), in the unit of the data;
 * <li>r2: 1 - Σ (y - ŷ)² / Σ (y - ȳ)², with ȳ the mean of this very part; several numbers a target are summed in both. Where all
 * targets are equal it is 1 for predictions without error, else 0.</ul>
 */
final class Metrics {

    private final Kernels kernels;
    private final Dataset.Task task;
    private final double threshold;
    private double targetVariance;
    private double scale;
    private double loss;
    private double squaredError;
    private long correct;
    private long examples;

    /** @param threshold the score of one unit above which it says class 1 */
    Metrics(Kernels kernels, Dataset.Task task, double threshold) {
        this.kernels = kernels;
        this.task = task;
        this.threshold = threshold;
    }

    /** Begins a pass over a part. */
    void begin(Examples part) {
        targetVariance = task.isClassification() ? 0 : part.targetVariance();
        scale = part.scale();
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
            into.put(prefix + "rmse", scale * Math.sqrt(meanSquare));
            into.put(prefix + "r2", r2(meanSquare));
        }
    }

    private double r2(double meanSquare) {
        return targetVariance > 0 ? 1 - meanSquare / targetVariance : meanSquare == 0 ? 1 : 0;
    }
}
