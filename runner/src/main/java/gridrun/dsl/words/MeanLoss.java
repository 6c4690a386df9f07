// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The mean of the run's loss, {@code Σ loss(y, t) / n}, label smoothing included, real targets as the network learns
 * them, which may be scaled.
 *
 * <p>Penalties ({@code l1}, {@code l2}) are no part of it. It is always measured.
 */
public final class MeanLoss extends Phrase<MeanLoss> implements Metric {

    MeanLoss(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected MeanLoss of(Tree.Mapping changed) {
        return new MeanLoss(changed);
    }
}
