// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** The mean absolute error, {@code Σ |y - t| / n}, in the unit of the data. */
public final class MAE extends Phrase<MAE> implements Metric {

    MAE(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected MAE of(Tree.Mapping changed) {
        return new MAE(changed);
    }
}
