// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** The identity. */
public final class Linear extends Phrase<Linear> implements Activation {

    Linear(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Linear of(Tree.Mapping changed) {
        return new Linear(changed);
    }
}
