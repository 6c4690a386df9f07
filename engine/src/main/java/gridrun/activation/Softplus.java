package gridrun.activation;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.Unary;

/**
 * {@code log(1 + e^x)}, a smooth ReLU.
 *
 * <p>Source: Dugas et al., Incorporating second-order functional knowledge, 2001.
 */
public record Softplus() implements Activation {

    @Override
    public Node trace(Graph graph, Node x) {
        return graph.unary(Unary.SOFTPLUS, x);
    }
}
