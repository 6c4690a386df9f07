package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.GlorotUniform;
import gridrun.init.Initializer;
import gridrun.tensor.Shape;
import java.util.List;

/**
 * Layers with a shortcut around them, {@code y = f(layers(x) + x)}.
 *
 * <ul><li>x {@code [..., in]}<li>layers(x) {@code [..., out]}<li>W {@code [in, out]}<li>y {@code [..., out]}</ul>
 *
 * <p>Where the layers change the last dimension, the shortcut is projected, {@code x W}; all other dimensions have to stay.
 *
 * <p>Source: He et al., Deep residual learning for image recognition, 2015.
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
    public Node trace(Graph graph, Node x) {
        String name = graph.enter("residual");
        Node y = x;
        for (Layer layer : layers) {
            y = layer.trace(graph, y);
        }
        graph.reenter(name);
        Node sum = graph.add(y, shortcut(graph, x, y.shape()));
        return graph.output(activation == null ? sum : activation.trace(graph, sum));
    }

    /** x, projected to the shape of what it is added to. */
    private Node shortcut(Graph graph, Node x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x;
        }
        graph.require(x.shape().rank() == shape.rank() && x.shape().withLast(shape.last()).equals(shape),
                x.shape().example(), "goes around layers that end in", shape.example() + ", where more than the last"
                        + " dimension differs");
        Node w = graph.kernel("W", Shape.of(x.shape().last(), shape.last()), init == null ? new GlorotUniform() : init);
        return graph.affine(x, w, null);
    }
}
