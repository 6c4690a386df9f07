// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Shows the numbers of each example under another shape, in the same order.
 *
 * <p>Shapes: x {@code [batch, ...]}; y {@code [batch, shape...]}.
 */
public final class Reshape extends Phrase<Reshape> implements Layer {

    Reshape(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Reshape of(Tree.Mapping changed) {
        return new Reshape(changed);
    }

    /**
     * Of one example, such as {@code [28, 28, 1]}; one -1 stands for whatever is left.
     *
     * @param shape list of whole numbers from -1; required
     */
    public Reshape shape(int... shape) {
        return with("shape", shape);
    }
}
