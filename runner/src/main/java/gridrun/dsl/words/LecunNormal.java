// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Normal with variance {@code 1 / in}, which keeps the scale of a linear layer's output.
 *
 * <p>Source: LeCun et al., Efficient BackProp, 1998.
 */
public final class LecunNormal extends Phrase<LecunNormal> implements Initializer {

    LecunNormal(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected LecunNormal of(Tree.Mapping changed) {
        return new LecunNormal(changed);
    }
}
