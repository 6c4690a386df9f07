package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.activation.Linear;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.GlorotUniform;
import gridrun.init.Initializer;
import gridrun.init.Zeros;
import gridrun.tensor.Shape;

/**
 * Fully connected layer, {@code y = f(x W + b)}, over the last dimension.
 *
 * <ul><li>x {@code [..., in]}<li>W {@code [in, units]}<li>b {@code [units]}<li>y {@code [..., units]}</ul>
 *
 * <p>W is stored input-major, so the forward pass and the weight gradient need no transpose.
 *
 * @param units the width of the output
 * @param activation f; null for the model's
 * @param init of W; null for the model's
 * @param bias whether there is a b, which begins at zero
 */
public record Dense(
        int units,
        @Default("null") Activation activation,
        @Default("null") Initializer init,
        @Default("true") boolean bias) implements Layer {

    public Dense {
        Check.positive("units", units);
    }

    @Override
    public Layer inherit(Activation modelActivation, Initializer modelInit) {
        return new Dense(units, activation == null ? modelActivation : activation, init == null ? modelInit : init, bias);
    }

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("dense");
        Node y = logits(graph, x);
        return graph.output((activation == null ? new Linear() : activation).trace(graph, y));
    }

    /** The output before the activation, in the scope that was entered last. */
    Node logits(Graph graph, Node x) {
        Shape weights = Shape.of(x.shape().last(), units);
        Node w = graph.kernel("W", weights, init == null ? new GlorotUniform() : init);
        Node b = bias ? graph.bias("b", Shape.of(units), new Zeros()) : null;
        return graph.affine(x, w, b);
    }
}
