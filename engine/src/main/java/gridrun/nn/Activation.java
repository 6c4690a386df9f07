package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.Node;

/**
 * A nonlinearity as a layer of its own.
 *
 * <ul><li>x, y of any shape</ul>
 *
 * <p>Example: {@code model: {layers: [{dense: {units: 64, activation: linear}}, batch_normalization, {activation:
 * relu}]}}
 *
 * @param function what is applied to each element
 */
public record Activation(gridrun.activation.Activation function) implements Layer {

    @Override
    public Node trace(Graph graph, Node x) {
        return graph.output(function.trace(graph, x));
    }
}
