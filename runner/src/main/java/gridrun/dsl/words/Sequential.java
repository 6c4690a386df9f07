// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/** Layers one after another. */
public final class Sequential extends Phrase<Sequential> implements ModelSpec {

    Sequential(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Sequential of(Tree.Mapping changed) {
        return new Sequential(changed);
    }

    /**
     * From the input on, without the output layer.
     *
     * @param layers list of layers; required
     */
    public Sequential layers(Layer... layers) {
        return with("layers", layers);
    }

    /**
     * Of the layers that leave theirs open.
     *
     * @param activation one of the activations; by default {@code relu}
     */
    public Sequential activation(Activation activation) {
        return with("activation", activation);
    }

    /**
     * Of the layers that leave theirs open, and of the output layer.
     *
     * @param init one of the initializers; by default {@code glorot_uniform}
     */
    public Sequential init(Initializer init) {
        return with("init", init);
    }

    /**
     * The activation of the output layer; null where it follows from the loss.
     *
     * @param output one of the activations
     */
    public Sequential output(Activation output) {
        return with("output", output);
    }
}
