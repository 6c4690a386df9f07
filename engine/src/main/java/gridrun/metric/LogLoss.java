package gridrun.metric;

import gridrun.activation.Softmax;
import gridrun.archive.Archive;
import gridrun.nn.Architecture;
import gridrun.nn.Network.Batch;
import gridrun.tensor.Tensor;
import java.util.function.DoubleSupplier;

/**
 * Minus the mean logarithm of the probability of the right class, {@code -Σ ln p / n}, whatever loss is minimized and
 * without label smoothing. A p is kept between 2⁻⁵² and 1 - 2⁻⁵²; outputs that are no distribution are divided by their
 * sum.
 *
 * <p>Source: Good, Rational decisions, 1952.
 *
 * <p>Example: {@code train: {metrics: [log_loss]}}
 */
public record LogLoss() implements Metric {

    private static final double LEAST = Math.ulp(1.0);

    @Override
    public Goal goal() {
        return Goal.MINIMIZE;
    }

    @Override
    public Basis basis() {
        return Basis.SCORES;
    }

    @Override
    public boolean takesProbabilities() {
        return true;
    }

    @Override
    public DoubleSupplier figure(Tallies tallies) {
        Surprise surprise = tallies.own(new Surprise(tallies.architecture()));
        return () -> surprise.sum / tallies.examples();
    }

    private static final class Surprise implements Tally {

        private final boolean fromLogits;
        private final boolean softmax;
        private double sum;

        Surprise(Architecture architecture) {
            fromLogits = architecture.loss().fromLogits();
            softmax = fromLogits && architecture.model().output() instanceof Softmax;
        }

        @Override
        public void begin() {
            sum = 0;
        }

        @Override
        public void archive(Archive archive) {
            sum = archive.number("surprise", sum);
        }

        @Override
        public void add(Batch batch) {
            for (int row = 0; row < batch.objective().size(); row++) {
                sum -= StrictMath.log(probability(batch.scores(), row, BatchClasses.target(batch, row)));
            }
        }

        private double probability(Tensor scores, int row, int c) {
            int columns = scores.columns();
            if (columns == 1) {
                double one = clipped(fromLogits ? sigmoid(scores.get(row)) : scores.get(row));
                return c == 1 ? one : 1 - one;
            }
            int from = row * columns;
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = from; i < from + columns; i++) {
                largest = Math.max(largest, scores.get(i));
            }
            double all = 0;
            for (int i = from; i < from + columns; i++) {
                all += weight(scores.get(i), largest);
            }
            return clipped(weight(scores.get(from + c), largest) / all);
        }

        private double weight(double score, double largest) {
            if (softmax) {
                return StrictMath.exp(score - largest);
            }
            return clipped(fromLogits ? sigmoid(score) : score);
        }

        private static double sigmoid(double logit) {
            return 1 / (1 + StrictMath.exp(-logit));
        }

        private static double clipped(double probability) {
            return Math.max(LEAST, Math.min(1 - LEAST, probability));
        }
    }
}
