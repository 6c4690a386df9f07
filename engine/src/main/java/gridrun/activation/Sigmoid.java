package gridrun.activation;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.Unary;

/** The logistic function {@code 1 / (1 + e^-x)}, between 0 and 1. */
public record Sigmoid() implements Activation {

    @Override
    public Node trace(Graph graph, Node x) {
        return graph.unary(Unary.SIGMOID, x);
    }
}
