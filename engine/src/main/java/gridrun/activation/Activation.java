package gridrun.activation;

import gridrun.graph.Graph;
import gridrun.graph.Node;

/** A nonlinearity, applied to a layer's output. */
public sealed interface Activation
        permits ELU, GELU, LeakyReLU, Linear, ReLU, Sigmoid, SiLU, Softmax, Softplus, Tanh {

    /** Adds the operation to the graph; the shape stays. */
    Node trace(Graph graph, Node x);
}
