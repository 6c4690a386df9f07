package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.init.Initializer;
import gridrun.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A multilayer perceptron: dense layers of the given widths, one after another.
 *
 * <p>Example: {@code model: {type: mlp, hidden: [64, 32], activation: tanh, dropout: 0.2}}
 *
 * @param hidden the widths of the hidden layers; none makes a linear model
 * @param activation of the hidden layers
 * @param init of all weights, those of the output layer among them
 * @param dropout the share dropped after each hidden layer
 * @param output the activation of the output layer; null where it follows from the loss
 */
public record MLP(
        List<Integer> hidden,
        @Default("relu") Activation activation,
        @Default("glorot_uniform") Initializer init,
        @Default("0") double dropout,
        @Default("null") Activation output) implements ModelSpec {

    public MLP {
        hidden = List.copyOf(hidden);
        hidden.forEach(units -> Check.positive("hidden", units));
        Check.fraction("dropout", dropout);
    }

    @Override
    public List<Layer> layers(Shape input) {
        List<Layer> layers = new ArrayList<>();
        if (input.rank() > 1) {
            layers.add(new Flatten());
        }
        for (int units : hidden) {
            layers.add(new Dense(units, activation, init, true));
            if (dropout > 0) {
                layers.add(new Dropout(dropout));
            }
        }
        return layers;
    }

    @Override
    public ModelSpec withOutput(Activation decided) {
        return new MLP(hidden, activation, init, dropout, decided);
    }
}
