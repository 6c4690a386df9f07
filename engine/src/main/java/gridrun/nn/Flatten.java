package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.tensor.Shape;

/**
 * Lays each example out in one row.
 *
 * <ul><li>x {@code [batch, ...]}<li>y {@code [batch, product of the rest]}</ul>
 *
 * <p>Example: {@code model: {layers: [{conv2d: {filters: 16, kernel_size: 3}}, flatten, {dense: 64}]}}
 */
public record Flatten() implements Layer {

    @Override
    public Node trace(Graph graph, Node x) {
        int batch = x.shape().dimension(0);
        return x.shape().rank() == 2 ? x : graph.view(x, Shape.of(batch, x.shape().size() / batch));
    }
}
