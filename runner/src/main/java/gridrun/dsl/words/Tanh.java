// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** The hyperbolic tangent, between -1 and 1. */
public final class Tanh extends Phrase<Tanh> implements Activation {

    Tanh(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Tanh of(Tree.Mapping changed) {
        return new Tanh(changed);
    }
}
