package gridrun.activation;

import gridrun.graph.Graph;
import gridrun.graph.Node;

/**
 * {@code e^x / Σ e^x} along the last dimension: positive, and adding up to 1.
 *
 * <p>Example: {@code model: {hidden: [64], activation: softmax}}
 */
public record Softmax() implements Activation {

    @Override
    public Node trace(Graph graph, Node x) {
        return graph.softmax(x);
    }
}
