// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** Minus the log-likelihood of one class out of several, from logits. */
public final class CategoricalCrossEntropy extends Phrase<CategoricalCrossEntropy> implements Loss {

    CategoricalCrossEntropy(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected CategoricalCrossEntropy of(Tree.Mapping changed) {
        return new CategoricalCrossEntropy(changed);
    }

    /**
     * The share of a target that is spread evenly over all classes (Szegedy et al., Rethinking the Inception
     * architecture, 2016), in {@code val_loss} too; null for none.
     *
     * @param labelSmoothing number from 0 to below 1
     */
    public CategoricalCrossEntropy labelSmoothing(double labelSmoothing) {
        return with("label_smoothing", labelSmoothing);
    }
}
