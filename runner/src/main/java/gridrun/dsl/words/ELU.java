// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * {@code x} above 0, {@code alpha (e^x - 1)} below.
 *
 * <p>Source: Clevert et al., Fast and accurate deep network learning by exponential linear units, 2016.
 */
public final class ELU extends Phrase<ELU> implements Activation {

    ELU(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected ELU of(Tree.Mapping changed) {
        return new ELU(changed);
    }

    /**
     * Minus the limit far below 0.
     *
     * @param alpha number above 0; by default {@code 1}
     */
    public ELU alpha(double alpha) {
        return with("alpha", alpha);
    }
}
