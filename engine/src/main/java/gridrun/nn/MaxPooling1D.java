package gridrun.nn;

import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;

/**
 * The largest of each window of a sequence, channel by channel.
 *
 * <ul><li>x {@code [batch, time, channels]}<li>y {@code [batch, time', channels]}</ul>
 *
 * <p>Example: {@code model: {layers: [{conv1d: {filters: 16, kernel_size: 5}}, {max_pooling1d: 2}, flatten]}}
 *
 * @param poolSize steps in the window
 * @param strides steps from one window to the next; null for {@code pool_size}
 * @param padding {@code same} lets windows reach beyond the sequence; {@code valid} keeps them inside
 */
public record MaxPooling1D(
        @Default("2") int poolSize,
        @Default("null") Integer strides,
        @Default("valid") Padding padding) implements Layer {

    public MaxPooling1D {
        Extent.check("poolSize", poolSize);
        if (strides != null) {
            Extent.check("strides", strides);
        }
    }

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("max_pooling1d");
        Images.requireSequence(graph, x);
        return Pools.along(poolSize, strides, padding).over(graph, x, graph::maxPool);
    }
}
