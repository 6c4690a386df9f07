// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Uniform with variance {@code 2 / in}, which makes up for the half that a ReLU cuts off.
 *
 * <p>Source: He et al., Delving deep into rectifiers, 2015.
 */
public final class HeUniform extends Phrase<HeUniform> implements Initializer {

    HeUniform(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected HeUniform of(Tree.Mapping changed) {
        return new HeUniform(changed);
    }
}
