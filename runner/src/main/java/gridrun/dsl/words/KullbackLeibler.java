// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The divergence of the network's distribution over the classes from the target's, from logits.
 *
 * <p>It is the categorical cross-entropy less the target's entropy, so it has the same gradient and ends at 0; where
 * the target is one class alone, both are the same.
 *
 * <p>Source: Kullback and Leibler, On information and sufficiency, 1951.
 */
public final class KullbackLeibler extends Phrase<KullbackLeibler> implements Loss {

    KullbackLeibler(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected KullbackLeibler of(Tree.Mapping changed) {
        return new KullbackLeibler(changed);
    }

    /**
     * The share of a target that is spread evenly over all classes; null for none.
     *
     * @param labelSmoothing number from 0 to below 1
     */
    public KullbackLeibler labelSmoothing(double labelSmoothing) {
        return with("label_smoothing", labelSmoothing);
    }
}
