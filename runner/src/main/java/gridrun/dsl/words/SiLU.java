// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * {@code x sigmoid(x)}.
 *
 * <p>Source: Elfwing et al., Sigmoid-weighted linear units, 2018.
 */
public final class SiLU extends Phrase<SiLU> implements Activation {

    SiLU(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected SiLU of(Tree.Mapping changed) {
        return new SiLU(changed);
    }
}
