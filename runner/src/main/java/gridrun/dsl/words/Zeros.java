// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** All zeros: right for biases, and for weights a demonstration of units that never grow apart. */
public final class Zeros extends Phrase<Zeros> implements Initializer {

    Zeros(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Zeros of(Tree.Mapping changed) {
        return new Zeros(changed);
    }
}
