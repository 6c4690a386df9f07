// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** The mean of absolute differences, least at the median; with classes, between probabilities and zeros or ones. */
public final class MeanAbsoluteError extends Phrase<MeanAbsoluteError> implements Loss {

    MeanAbsoluteError(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected MeanAbsoluteError of(Tree.Mapping changed) {
        return new MeanAbsoluteError(changed);
    }
}
