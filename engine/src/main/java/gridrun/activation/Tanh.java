package gridrun.activation;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.Unary;

/** The hyperbolic tangent, between -1 and 1. */
public record Tanh() implements Activation {

    @Override
    public Node trace(Graph graph, Node x) {
        return graph.unary(Unary.TANH, x);
    }
}
