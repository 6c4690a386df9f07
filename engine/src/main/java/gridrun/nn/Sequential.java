package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.component.Default;
import gridrun.init.Initializer;
import gridrun.tensor.Shape;
import java.util.List;

/**
 * Layers one after another.
 *
 * <p>Example: {@code model: {type: sequential, layers: [{dense: 64}, {dropout: 0.5}, {dense: 32}], activation: relu,
 * init: he_normal}}
 *
 * @param layers from the input on, without the output layer
 * @param activation of the layers that leave theirs open
 * @param init of the layers that leave theirs open, and of the output layer
 * @param output the activation of the output layer; null where it follows from the loss
 */
public record Sequential(
        List<Layer> layers,
        @Default("relu") Activation activation,
        @Default("glorot_uniform") Initializer init,
        @Default("null") Activation output) implements ModelSpec {

    public Sequential {
        layers = List.copyOf(layers);
    }

    @Override
    public List<Layer> layers(Shape input) {
        return layers.stream().map(layer -> layer.inherit(activation, init)).toList();
    }

    @Override
    public ModelSpec withOutput(Activation decided) {
        return new Sequential(layers, activation, init, decided);
    }
}
