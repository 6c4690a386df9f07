package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.activation.ELU;
import gridrun.activation.GELU;
import gridrun.activation.LeakyReLU;
import gridrun.activation.Linear;
import gridrun.activation.ReLU;
import gridrun.activation.Sigmoid;
import gridrun.activation.SiLU;
import gridrun.activation.Softmax;
import gridrun.activation.Softplus;
import gridrun.activation.Tanh;
import gridrun.loss.BinaryCrossEntropy;
import gridrun.loss.CategoricalCrossEntropy;
import gridrun.loss.Loss;
import gridrun.loss.MeanSquaredError;
import java.util.List;
import java.util.stream.Stream;

/** An example or two of each component, for the contract tests; a permitted type without one fails them. */
public final class Examples {

    private static final List<Activation> ACTIVATIONS = List.of(new ELU(1), new ELU(0.5), new GELU(),
            new LeakyReLU(0.01), new LeakyReLU(0.3), new Linear(), new ReLU(), new Sigmoid(), new SiLU(), new Softmax(),
            new Softplus(), new Tanh());
    private static final List<Layer> LAYERS = List.of(new Dense(5, null, null, true),
            new Dense(1, new Tanh(), null, false), new Dense(17, new ReLU(), null, true), new Dropout(0.4),
            new Flatten(), new gridrun.nn.Activation(new Softplus()));
    private static final List<Loss> LOSSES =
            List.of(new BinaryCrossEntropy(), new CategoricalCrossEntropy(), new MeanSquaredError());

    private Examples() {
    }

    public static Stream<Activation> activations() {
        return complete(Activation.class, ACTIVATIONS);
    }

    public static Stream<Layer> layers() {
        return complete(Layer.class, LAYERS);
    }

    public static Stream<Loss> losses() {
        return complete(Loss.class, LOSSES);
    }

    private static <T> Stream<T> complete(Class<T> type, List<T> examples) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            if (examples.stream().noneMatch(permitted::isInstance)) {
                throw new AssertionError(permitted + " has no example here");
            }
        }
        return examples.stream();
    }
}
