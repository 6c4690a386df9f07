package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.activation.Linear;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Penalty;
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
 * <p>Example: {@code model: {layers: [{dense: {units: 64, activation: relu, l2: 0.001}}]}}
 *
 * @param units the width of the output
 * @param activation f; null for the model's
 * @param init of W; null for the model's
 * @param bias whether there is a b, which begins at zero
 * @param l1 λ of a penalty {@code λ Σ|w|} on W; null for the run's
 * @param l2 λ of a penalty {@code λ Σw²} on W; null for the run's
 */
public record Dense(
        int units,
        @Default("null") Activation activation,
        @Default("null") Initializer init,
        @Default("true") boolean bias,
        @Default("null") Double l1,
        @Default("null") Double l2) implements Layer {

    public Dense {
        Check.positive("units", units);
        checkPenalty(l1, l2);
    }

    /** Without a penalty of its own. */
    public Dense(int units, Activation activation, Initializer init, boolean bias) {
        this(units, activation, init, bias, null, null);
    }

    static void checkPenalty(Double l1, Double l2) {
        if (l1 != null) {
            Check.notNegative("l1", l1);
        }
        if (l2 != null) {
            Check.notNegative("l2", l2);
        }
    }

    @Override
    public Layer inherit(Activation modelActivation, Initializer modelInit) {
        return new Dense(units, activation == null ? modelActivation : activation, init == null ? modelInit : init,
                bias,
                l1, l2);
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
        Node w = graph.kernel("W", weights, init == null ? new GlorotUniform() : init, new Penalty(l1, l2));
        Node b = bias ? graph.bias("b", Shape.of(units), new Zeros()) : null;
        return graph.affine(x, w, b);
    }
}
