// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * {@code log(1 + e^x)}, a smooth ReLU.
 *
 * <p>Source: Dugas et al., Incorporating second-order functional knowledge, 2001.
 */
public final class Softplus extends Phrase<Softplus> implements Activation {

    Softplus(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Softplus of(Tree.Mapping changed) {
        return new Softplus(changed);
    }
}
