// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import gridrun.nn.Bidirectional.Merge;

/**
 * A recurrent layer twice, each with parameters of its own: once along the sequence and once back.
 *
 * <p>The states on the way back are turned round again, so that a step has both directions' states of the same time.
 *
 * <p>Shapes: x {@code [batch, time, in]}; y {@code [batch, units]} or {@code [batch, time, units]}, where units are
 * twice the layer's if they are concatenated.
 *
 * <p>Source: Schuster and Paliwal, Bidirectional recurrent neural networks, 1997.
 */
public final class Bidirectional extends Phrase<Bidirectional> implements Layer {

    Bidirectional(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Bidirectional of(Tree.Mapping changed) {
        return new Bidirectional(changed);
    }

    /**
     * What goes both ways.
     *
     * @param layer one of the recurrents; required
     */
    public Bidirectional layer(Recurrent layer) {
        return with("layer", layer);
    }

    /**
     * How the two states of a step become one.
     *
     * @param merge {@code concat} or {@code sum}; by default {@code concat}
     */
    public Bidirectional merge(Merge merge) {
        return with("merge", merge);
    }
}
