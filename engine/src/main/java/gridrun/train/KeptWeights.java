package gridrun.train;

import gridrun.archive.Archive;
import gridrun.kernel.Kernels;
import gridrun.metric.Monitor;
import gridrun.tensor.Tensor;
import java.util.Map;

/** Follows the monitored metric and keeps a copy of the weights of its best epoch. */
final class KeptWeights {

    private final EarlyStopping rule;
    private final Tensor weights;
    private final Tensor copy;
    private final Kernels kernels;
    private final Monitor monitor;
    private int bestEpoch;

    KeptWeights(EarlyStopping rule, Tensor weights, Kernels kernels) {
        this.rule = rule;
        this.weights = weights;
        this.kernels = kernels;
        this.copy = kernels.allocate(weights.size()).cut(weights.shape());
        this.monitor = new Monitor("early_stopping.monitor", rule.monitor(), rule.minDelta());
    }

    /** Notes an epoch; returns whether patience has run out. */
    boolean shouldStop(int epoch, Map<String, Double> metrics) {
        if (monitor.improves(metrics)) {
            bestEpoch = epoch;
            kernels.elements().copy(weights, copy);
        }
        return epoch - bestEpoch >= rule.patience();
    }

    void archive(Archive archive) {
        monitor.archive(archive);
        bestEpoch = (int) archive.whole("kept.epoch", bestEpoch);
        archive.tensor("kept.weights", copy);
    }

    /** Puts the best epoch's weights back if the rule says so; returns the epoch whose weights are kept. */
    int restore(int lastEpoch) {
        if (!rule.restoreBest()) {
            return lastEpoch;
        }
        kernels.elements().copy(copy, weights);
        return bestEpoch;
    }
}
