package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Penalty;
import gridrun.init.GlorotUniform;
import gridrun.init.Initializer;
import gridrun.kernel.Window;
import gridrun.tensor.Shape;
import java.util.List;

/**
 * Layers with a shortcut around them, {@code y = f(layers(x) + x)}.
 *
 * <ul><li>x {@code [..., in]}<li>layers(x) {@code [..., out]}<li>W {@code [in, out]}<li>y {@code [..., out]}</ul>
 *
 * <p>Where the layers change the shape, the shortcut is projected: where only the last dimension, {@code x W}; where
 * also the height and width of images {@code [batch, height, width, channels]}, or the steps of sequences
 * {@code [batch, time, channels]}, by a convolution with W {@code [1, 1, in, out]}, or {@code [1, in, out]}. Its
 * strides are the ratios of the sizes, rounded up, and have to leave just as much as the layers do: from 7 rows a
 * stride of 2 leaves 4.
 *
 * <p>Source: He et al., Deep residual learning for image recognition, 2015.
 *
 * <p>Example: {@code model: {layers: [{dense: 64}, {residual: [{dense: 64}, {dense: {units: 64, activation:
 * linear}}]}]}}
 *
 * @param layers around which the shortcut leads, at least one
 * @param activation f; null for none
 * @param init of W; null for the model's
 */
public record Residual(
        List<Layer> layers,
        @Default("null") Activation activation,
        @Default("null") Initializer init) implements Layer {

    public Residual {
        layers = List.copyOf(layers);
        Check.that(!layers.isEmpty(), "layers", layers, "a list of at least one layer");
    }

    @Override
    public Layer inherit(Activation modelActivation, Initializer modelInit) {
        return new Residual(layers.stream().map(layer -> layer.inherit(modelActivation, modelInit)).toList(),
                activation, init == null ? modelInit : init);
    }

    @Override
    public List<Layer> inside() {
        return layers;
    }

    @Override
    public Node trace(Graph graph, Node x) {
        String name = graph.enter("residual");
        Node y = Chain.trace(graph, layers, x);
        graph.reenter(name);
        Node sum = graph.add(y, shortcut(graph, x, y.shape()));
        return graph.output(activation == null ? sum : activation.trace(graph, sum));
    }

    /** x, projected to the shape of what it is added to. */
    private Node shortcut(Graph graph, Node x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x;
        }
        if (x.shape().withLast(shape.last()).equals(shape)) {
            Node w = graph.kernel("W", Shape.of(x.shape().last(), shape.last()),
                    init == null ? new GlorotUniform() : init);
            return graph.affine(x, w, null);
        }
        int rank = shape.rank();
        graph.require(rank == x.shape().rank() && (rank == 3 || rank == 4), x.shape().example(),
                "goes around layers that end in", shape.example() + "; no shortcut leads from one to the other");
        int height = rank == 4 ? stride(x.shape().dimension(1), shape.dimension(1)) : 1;
        int width = stride(x.shape().dimension(rank - 2), shape.dimension(rank - 2));
        graph.require(height > 0 && width > 0, x.shape().example(), "goes around layers that end in",
                shape.example() + ", which no strides of the shortcut leave; padding: same would do");
        return new Filters(shape.last(), Extent.of(1), new Extent(height, width), Padding.SAME, Extent.of(1), 1, init,
                false,
                Penalty.OF_THE_RUN).over(graph, x);
    }

    /** The smallest stride that leaves {@code to} of {@code from} elements; 0 where none does. */
    private static int stride(int from, int to) {
        int stride = (from + to - 1) / to;
        return Window.same(from, 1, stride, 1).positions() == to ? stride : 0;
    }
}
