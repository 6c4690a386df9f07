package gridrun.activation;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.Unary;

/**
 * The identity.
 *
 * <p>Example: {@code model: {hidden: [64], activation: linear}}
 */
public record Linear() implements Activation {

    @Override
    public Node trace(Graph graph, Node x) {
        return x;
    }

    /** Where a kernel is needed, a ReLU that leaks everything: no number changes. */
    @Override
    public Unary function() {
        return Unary.LEAKY_RELU;
    }

    @Override
    public double parameter() {
        return 1;
    }
}
