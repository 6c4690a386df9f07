package gridrun.train;

import gridrun.kernel.Kernels;
import gridrun.kernel.PointwiseLoss;
import gridrun.metric.EpochMetric;
import gridrun.nn.Network.Batch;
import gridrun.task.Dataset;
import java.util.Map;

/** Sums over the batches of one pass over a part of the data, and the {@linkplain EpochMetric metrics} they make. */
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
        targetVariance = part.targetVariance();
        scale = part.scale();
        loss = 0;
        squaredError = 0;
        correct = 0;
        examples = 0;
    }

    /** Adds a batch that was run forward; returns the sum of its losses. */
    double add(Batch batch) {
        double sum = kernels.reductions().sum(batch.objective());
        loss += sum;
        examples += batch.objective().size();
        if (!task.isClassification()) {
            kernels.losses().pointwise(PointwiseLoss.SQUARED, 0, batch.scores(), batch.target(), batch.errors());
            squaredError += kernels.reductions().sum(batch.errors());
        } else if (batch.scores().columns() == 1) {
            correct += kernels.reductions().countSameSide(batch.scores(), threshold, batch.target());
        } else {
            correct += kernels.reductions().countSameArgmax(batch.scores(), batch.target());
        }
        return sum;
    }

    double meanLoss() {
        return loss / examples;
    }

    /** Puts the metrics into a map, each name behind a prefix such as {@code val_}. */
    void report(String prefix, Map<String, Double> into) {
        for (EpochMetric metric : task.metrics()) {
            into.put(prefix + metric.word(), value(metric));
        }
    }

    private double value(EpochMetric metric) {
        return switch (metric) {
            case LOSS -> meanLoss();
            case ACCURACY -> (double) correct / examples;
            case RMSE -> scale * Math.sqrt(squaredError / examples);
            case R2 -> r2(squaredError / examples);
            case LEARNING_RATE, GRADIENT_NORM -> throw new IllegalArgumentException(metric + " is none of a part");
        };
    }

    private double r2(double meanSquare) {
        if (targetVariance > 0 || Double.isNaN(meanSquare)) {
            return 1 - meanSquare / targetVariance;
        }
        return meanSquare == 0 ? 1 : 0;
    }
}
