// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * The same layers several times one after another, each time with parameters of their own: the depth of a network as
 * one number.
 *
 * <p>Shapes: x, y of the shapes that the layers take and give.
 */
public final class Repeat extends Phrase<Repeat> implements Layer {

    Repeat(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Repeat of(Tree.Mapping changed) {
        return new Repeat(changed);
    }

    /**
     * How many times.
     *
     * @param count whole number from 1; required
     */
    public Repeat count(int count) {
        return with("count", count);
    }

    /**
     * What is repeated, at least one.
     *
     * @param layers list of layers; required
     */
    public Repeat layers(Layer... layers) {
        return with("layers", layers);
    }
}
