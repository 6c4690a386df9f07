// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** The mean of squared differences; with classes, between probabilities and zeros or ones (Brier's score, 1950). */
public final class MeanSquaredError extends Phrase<MeanSquaredError> implements Loss {

    MeanSquaredError(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected MeanSquaredError of(Tree.Mapping changed) {
        return new MeanSquaredError(changed);
    }
}
