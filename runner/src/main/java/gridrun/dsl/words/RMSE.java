// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The root of the mean squared error, {@code √(Σ (y - t)² / n)}, in the unit of the data.
 *
 * <p>Of real targets it is always measured.
 */
public final class RMSE extends Phrase<RMSE> implements Metric {

    RMSE(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected RMSE of(Tree.Mapping changed) {
        return new RMSE(changed);
    }
}
