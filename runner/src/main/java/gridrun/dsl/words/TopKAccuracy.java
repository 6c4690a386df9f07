// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The share of examples whose class is among the k of the largest outputs, of more than k classes; its name has the
 * number, {@code top_5_accuracy}.
 *
 * <p>Of equal outputs that of the later class comes first, as in scikit-learn.
 *
 * <p>Source: Russakovsky et al., ImageNet large scale visual recognition challenge, 2015.
 */
public final class TopKAccuracy extends Phrase<TopKAccuracy> implements Metric {

    TopKAccuracy(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected TopKAccuracy of(Tree.Mapping changed) {
        return new TopKAccuracy(changed);
    }

    /**
     * How many outputs count.
     *
     * @param k whole number from 1; by default {@code 5}
     */
    public TopKAccuracy k(int k) {
        return with("k", k);
    }
}
