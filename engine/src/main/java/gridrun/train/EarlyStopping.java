package gridrun.train;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.metric.Vocabulary;

/**
 * Ends training when a metric has not improved for a while.
 *
 * @param monitor the metric watched; its name says which way is better. Null for the one by which runs are ranked
 * @param patience the epochs without improvement after which training ends
 * @param minDelta the least change that counts as an improvement
 * @param restoreBest whether the weights of the best epoch are kept rather than the last ones
 */
public record EarlyStopping(
        @Default("null") String monitor,
        @Default("10") int patience,
        @Default("0") double minDelta,
        @Default("true") boolean restoreBest) {

    public EarlyStopping {
        if (monitor != null) {
            Vocabulary.checkOfEpochs("monitor", monitor);
        }
        Check.positive("patience", patience);
        Check.notNegative("minDelta", minDelta);
    }

    EarlyStopping watching(String metric) {
        return new EarlyStopping(metric, patience, minDelta, restoreBest);
    }
}
