// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** Ends training when a metric has not improved for a while. */
public final class EarlyStopping extends Phrase<EarlyStopping> {

    EarlyStopping(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected EarlyStopping of(Tree.Mapping changed) {
        return new EarlyStopping(changed);
    }

    /**
     * The metric watched; its name says which way is better. Null for the one by which runs are ranked.
     *
     * @param monitor a metric, alone or behind val_
     */
    public EarlyStopping monitor(String monitor) {
        return with("monitor", monitor);
    }

    /**
     * The epochs without improvement after which training ends.
     *
     * @param patience whole number from 1; by default {@code 10}
     */
    public EarlyStopping patience(int patience) {
        return with("patience", patience);
    }

    /**
     * The least change that counts as an improvement.
     *
     * @param minDelta number from 0; by default {@code 0}
     */
    public EarlyStopping minDelta(double minDelta) {
        return with("min_delta", minDelta);
    }

    /**
     * Whether the weights of the best epoch are kept rather than the last ones.
     *
     * @param restoreBest {@code true} or {@code false}; by default {@code true}
     */
    public EarlyStopping restoreBest(boolean restoreBest) {
        return with("restore_best", restoreBest);
    }
}
