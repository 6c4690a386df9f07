package gridrun.train;

import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;
import java.util.Map;

/** Follows the monitored metric and keeps a copy of the weights of its best epoch. */
final class KeptWeights {

    private final EarlyStopping rule;
    private final Tensor weights;
    private final Tensor copy;
    private final Kernels kernels;
    private final boolean maximize;
    private double best;
    private int bestEpoch;

    KeptWeights(EarlyStopping rule, Tensor weights, Kernels kernels) {
        this.rule = rule;
        this.weights = weights;
        this.kernels = kernels;
        this.copy = kernels.allocate(weights.size()).cut(weights.shape());
        this.maximize = Goal.of(rule.monitor()) == Goal.MAXIMIZE;
    }

    /** Notes an epoch; returns whether patience has run out. */
    boolean shouldStop(int epoch, Map<String, Double> metrics) {
        Double value = metrics.get(rule.monitor());
        if (value == null) {
            throw new IllegalStateException("early_stopping.monitor: there is no metric '%s'; there are %s"
                    .formatted(rule.monitor(), String.join(", ", metrics.keySet())));
        }
        double gain = maximize ? value - best : best - value;
        if (bestEpoch == 0 || gain > rule.minDelta()) {
            best = value;
            bestEpoch = epoch;
            kernels.copy(weights, copy);
        }
        return epoch - bestEpoch >= rule.patience();
    }

    /** Puts the best epoch's weights back if the rule says so; returns the epoch whose weights are kept. */
    int restore(int lastEpoch) {
        if (!rule.restoreBest()) {
            return lastEpoch;
        }
        kernels.copy(copy, weights);
        return bestEpoch;
    }
}
