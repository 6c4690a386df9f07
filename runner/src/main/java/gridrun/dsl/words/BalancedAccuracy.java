// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The mean over the classes of the share of their examples that is found, so that rare classes count as much as
 * frequent ones.
 *
 * <p>A class without an example is left out.
 *
 * <p>Source: Brodersen et al., The balanced accuracy and its posterior distribution, 2010.
 */
public final class BalancedAccuracy extends Phrase<BalancedAccuracy> implements Metric {

    BalancedAccuracy(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected BalancedAccuracy of(Tree.Mapping changed) {
        return new BalancedAccuracy(changed);
    }
}
