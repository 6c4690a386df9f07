// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Normal with variance {@code 2 / in}, which makes up for the half that a ReLU cuts off.
 *
 * <p>Source: He et al., Delving deep into rectifiers, 2015.
 */
public final class HeNormal extends Phrase<HeNormal> implements Initializer {

    HeNormal(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected HeNormal of(Tree.Mapping changed) {
        return new HeNormal(changed);
    }
}
