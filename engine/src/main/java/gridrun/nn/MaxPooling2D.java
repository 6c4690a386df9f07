package gridrun.nn;

import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;

/**
 * The largest of each window of an image, channel by channel.
 *
 * <ul><li>x {@code [batch, height, width, channels]}<li>y {@code [batch, height', width', channels]}</ul>
 *
 * <p>Source: Ranzato, Huang, Boureau and LeCun, Unsupervised learning of invariant feature hierarchies, 2007.
 *
 * <p>Example: {@code model: {layers: [{conv2d: {filters: 16, kernel_size: 3}}, {max_pooling2d: {pool_size: 2, strides:
 * 2}}, flatten]}}
 *
 * @param poolSize height and width of the window
 * @param strides pixels from one window to the next; null for {@code pool_size}
 * @param padding {@code same} lets windows reach beyond the image; {@code valid} keeps them inside
 */
public record MaxPooling2D(
        @Default("2") Extent poolSize,
        @Default("null") Extent strides,
        @Default("valid") Padding padding) implements Layer {

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("max_pooling2d");
        Images.requireImage(graph, x);
        return new Pools(poolSize, strides == null ? poolSize : strides, padding).over(graph, x, graph::maxPool);
    }
}
