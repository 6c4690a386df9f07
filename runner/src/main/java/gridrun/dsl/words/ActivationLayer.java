// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * A nonlinearity as a layer of its own.
 *
 * <p>Shapes: x, y of any shape.
 */
public final class ActivationLayer extends Phrase<ActivationLayer> implements Layer {

    ActivationLayer(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected ActivationLayer of(Tree.Mapping changed) {
        return new ActivationLayer(changed);
    }

    /**
     * What is applied to each element.
     *
     * @param function one of the activations; required
     */
    public ActivationLayer function(Activation function) {
        return with("function", function);
    }
}
