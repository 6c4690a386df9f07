// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * {@code max(x, 0)}.
 *
 * <p>Source: Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, 2010.
 */
public final class ReLU extends Phrase<ReLU> implements Activation {

    ReLU(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected ReLU of(Tree.Mapping changed) {
        return new ReLU(changed);
    }
}
