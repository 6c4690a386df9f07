// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;

/**
 * Layers with a shortcut around them, {@code y = f(layers(x) + x)}.
 *
 * <p>Where the layers change the shape, the shortcut is projected: where only the last dimension, {@code x W}; where
 * also the height and width of images {@code [batch, height, width, channels]}, or the steps of sequences
 * {@code [batch, time, channels]}, by a convolution with W {@code [1, 1, in, out]}, or {@code [1, in, out]}. Its
 * strides are the ratios of the sizes, rounded up, and have to leave just as much as the layers do: from 7 rows a
 * stride of 2 leaves 4.
 *
 * <p>Shapes: x {@code [..., in]}; layers(x) {@code [..., out]}; W {@code [in, out]}; y {@code [..., out]}.
 *
 * <p>Source: He et al., Deep residual learning for image recognition, 2015.
 */
public final class Residual extends Phrase<Residual> implements Layer {

    Residual(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected Residual of(Tree.Mapping changed) {
        return new Residual(changed);
    }

    /**
     * Around which the shortcut leads, at least one.
     *
     * @param layers list of layers; required
     */
    public Residual layers(Layer... layers) {
        return with("layers", layers);
    }

    /**
     * f; null for none.
     *
     * @param activation one of the activations
     */
    public Residual activation(Activation activation) {
        return with("activation", activation);
    }

    /**
     * Of W; null for the model's.
     *
     * @param init one of the initializers
     */
    public Residual init(Initializer init) {
        return with("init", init);
    }
}
