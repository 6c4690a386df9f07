package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.Initializer;
import gridrun.task.Dataset;
import java.util.List;

/**
 * A layer: hyper-parameters, and how they become operations on a graph.
 *
 * <p>The permitted types are the registry: each is one record in one file, known to experiment files by its name in
 * snake case; a {@link CustomLayer} goes by its class there, as {@code type: com.example.MyLayer}.
 */
public sealed interface Layer
        permits Dense, Activation, Dropout, Flatten, Repeat, Residual, Conv2D, Conv1D, MaxPooling2D, MaxPooling1D,
        AveragePooling2D, AveragePooling1D, GlobalAveragePooling, Reshape, Bidirectional, Recurrent,
        MultiHeadAttention, LayerNormalization, Embedding, PositionalEncoding, TransformerEncoder,
        BatchNormalization, GaussianNoise, CustomLayer {

    /** Adds the layer's parameters and operations to the graph and returns its output. */
    Node trace(Graph graph, Node x);

    /**
     * Refuses data that this layer cannot read as the first of a network; most read any numbers. Asked only of one that
     * {@link #isParticular}.
     *
     * @throws Dataset.Unreadable naming the number and what would be right
     */
    default void checkInputs(float[] inputs) {}

    /** Whether {@link #checkInputs} may refuse anything. */
    default boolean isParticular() {
        return false;
    }

    /** The layers that this one leads its input through, in their order; none for most. */
    default List<Layer> inside() {
        return List.of();
    }

    /** This layer with the model's activation and initializer in place of those it leaves open. */
    default Layer inherit(gridrun.activation.Activation activation, Initializer init) {
        return this;
    }
}
