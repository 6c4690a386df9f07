// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * {@code x Φ(x)}, exact.
 *
 * <p>Source: Hendrycks and Gimpel, Gaussian error linear units, 2016.
 */
public final class GELU extends Phrase<GELU> implements Activation {

    GELU(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected GELU of(Tree.Mapping changed) {
        return new GELU(changed);
    }
}
