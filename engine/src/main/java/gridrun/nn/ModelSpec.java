package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.init.Initializer;
import gridrun.tensor.Shape;
import java.util.List;

/** The architecture of a network without its output layer, which follows from the data and the loss. */
public sealed interface ModelSpec permits MLP, Sequential {

    /** The layers before the output layer, every choice made. */
    List<Layer> layers(Shape input);

    /** How weights begin, those of the output layer too, where a layer says nothing else. */
    Initializer init();

    /** The activation of the output layer; null where it follows from the loss. */
    Activation output();

    /** This model with its output activation decided. */
    ModelSpec withOutput(Activation output);
}
