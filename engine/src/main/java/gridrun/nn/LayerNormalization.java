package gridrun.nn;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.init.Ones;
import gridrun.init.Zeros;
import gridrun.tensor.Shape;

/**
 * Brings the features of each example, or of each step of a sequence, to mean 0 and variance 1, then scales and shifts
 * them: {@code y = γ (x - μ) / √(σ² + ε) + β}.
 *
 * <ul><li>x, y {@code [..., features]}<li>gamma, beta {@code [features]}, which begin at 1 and 0</ul>
 *
 * <p>Training and evaluation are the same, and no example depends on another. Source: Ba, Kiros and Hinton, Layer
 * normalization, 2016.
 *
 * <p>Example: {@code model: {layers: [{dense: {units: 64, activation: linear}}, layer_normalization, {activation:
 * gelu}]}}
 *
 * @param epsilon added to the variance, so that equal features do not divide by zero
 */
public record LayerNormalization(@Default("1e-5") double epsilon) implements Layer {

    public LayerNormalization {
        Check.epsilon("epsilon", epsilon);
    }

    @Override
    public Node trace(Graph graph, Node x) {
        graph.enter("layer_normalization");
        return graph.output(normalize(graph, x, ""));
    }

    /** The same inside the layer that was entered last, whose parameters may have a number behind their names. */
    Node normalize(Graph graph, Node x, String number) {
        Shape features = Shape.of(x.shape().last());
        Node gamma = graph.bias("gamma" + number, features, new Ones());
        Node beta = graph.bias("beta" + number, features, new Zeros());
        return graph.layerNorm(x, gamma, beta, epsilon);
    }
}
