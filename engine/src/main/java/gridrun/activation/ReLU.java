package gridrun.activation;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.Unary;

/** {@code max(x, 0)}. Source: Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, 2010. */
public record ReLU() implements Activation {

    @Override
    public Node trace(Graph graph, Node x) {
        return graph.unary(Unary.RELU, x);
    }
}
