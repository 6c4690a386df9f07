package gridrun.nn;

import gridrun.graph.Graph;
import gridrun.graph.Node;

/**
 * The mean of each channel over all pixels, or over all steps of a sequence.
 *
 * <ul><li>x {@code [batch, ..., channels]}<li>y {@code [batch, channels]}</ul>
 *
 * <p>Source: Lin, Chen and Yan, Network in network, 2014.
 *
 * <p>Example: {@code model: {layers: [{conv2d: {filters: 32, kernel_size: 3}}, global_average_pooling]}}
 */
public record GlobalAveragePooling() implements Layer {

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("global_average_pooling");
        graph.require(x.shape().rank() > 2, x.shape().example(),
                "has nothing to average over; it takes images or sequences,",
                "[height, width, channels] or [time, channels]");
        return Pools.whole(x, graph::averagePool);
    }
}
