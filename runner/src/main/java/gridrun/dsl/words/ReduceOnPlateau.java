// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** Multiplies the learning rate by a factor whenever a metric has not improved for a while, as Keras does. */
public final class ReduceOnPlateau extends Phrase<ReduceOnPlateau> implements Schedule {

    ReduceOnPlateau(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected ReduceOnPlateau of(Tree.Mapping changed) {
        return new ReduceOnPlateau(changed);
    }

    /**
     * The metric watched; its name says which way is better.
     *
     * @param monitor a metric, alone or behind val_; by default {@code val_loss}
     */
    public ReduceOnPlateau monitor(String monitor) {
        return with("monitor", monitor);
    }

    /**
     * What the rate is multiplied by.
     *
     * @param factor number above 0 and below 1; by default {@code 0.1}
     */
    public ReduceOnPlateau factor(double factor) {
        return with("factor", factor);
    }

    /**
     * The epochs without improvement after which it is; they are counted anew then.
     *
     * @param patience whole number from 1; by default {@code 10}
     */
    public ReduceOnPlateau patience(int patience) {
        return with("patience", patience);
    }

    /**
     * The least change that counts as an improvement.
     *
     * @param minDelta number from 0; by default {@code 0}
     */
    public ReduceOnPlateau minDelta(double minDelta) {
        return with("min_delta", minDelta);
    }

    /**
     * The least factor of the learning rate.
     *
     * @param minimum number from 0 to 1; by default {@code 0}
     */
    public ReduceOnPlateau minimum(double minimum) {
        return with("minimum", minimum);
    }
}
