// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** The logistic function {@code 1 / (1 + e^-x)}, between 0 and 1. */
public final class Sigmoid extends Phrase<Sigmoid> implements Activation {

    Sigmoid(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Sigmoid of(Tree.Mapping changed) {
        return new Sigmoid(changed);
    }
}
