// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Minus the log-likelihood of independent yes-or-no answers, from logits.
 *
 * <p>Two classes take one logit; more classes take one each, none excluding another.
 */
public final class BinaryCrossEntropy extends Phrase<BinaryCrossEntropy> implements Loss {

    BinaryCrossEntropy(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected BinaryCrossEntropy of(Tree.Mapping changed) {
        return new BinaryCrossEntropy(changed);
    }

    /**
     * The share of a target that is replaced by one half (Szegedy et al., Rethinking the Inception architecture, 2016),
     * in {@code val_loss} too; null for none.
     *
     * @param labelSmoothing number from 0 to below 1
     */
    public BinaryCrossEntropy labelSmoothing(double labelSmoothing) {
        return with("label_smoothing", labelSmoothing);
    }
}
