package gridrun.activation;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.Unary;

/** A nonlinearity, applied to a layer's output. */
public sealed interface Activation
        permits ELU, GELU, LeakyReLU, Linear, ReLU, Sigmoid, SiLU, Softmax, Softplus, Tanh {

    /** Adds the operation to the graph; the shape stays. */
    default Node trace(Graph graph, Node x) {
        return graph.unary(function(), parameter(), x);
    }

    /**
     * The kernels' function that applies it element by element; null where there is none, as a softmax looks at whole
     * rows.
     */
    default Unary function() {
        return null;
    }

    /** The parameter of {@link #function}. */
    default double parameter() {
        return 0;
    }
}
