// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Uniform with variance {@code 1 / in}, which keeps the scale of a linear layer's output.
 *
 * <p>Source: LeCun et al., Efficient BackProp, 1998.
 */
public final class LecunUniform extends Phrase<LecunUniform> implements Initializer {

    LecunUniform(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected LecunUniform of(Tree.Mapping changed) {
        return new LecunUniform(changed);
    }
}
