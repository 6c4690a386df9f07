package gridrun.activation;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.Unary;

/** {@code x Φ(x)}, exact. Source: Hendrycks and Gimpel, Gaussian error linear units, 2016. */
public record GELU() implements Activation {

    @Override
    public Node trace(Graph graph, Node x) {
        return graph.unary(Unary.GELU, x);
    }
}
