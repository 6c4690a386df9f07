// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** {@code e^x / Σ e^x} along the last dimension: positive, and adding up to 1. */
public final class Softmax extends Phrase<Softmax> implements Activation {

    Softmax(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Softmax of(Tree.Mapping changed) {
        return new Softmax(changed);
    }
}
