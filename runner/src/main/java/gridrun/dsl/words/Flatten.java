// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Lays each example out in one row.
 *
 * <p>Shapes: x {@code [batch, ...]}; y {@code [batch, product of the rest]}.
 */
public final class Flatten extends Phrase<Flatten> implements Layer {

    Flatten(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Flatten of(Tree.Mapping changed) {
        return new Flatten(changed);
    }
}
