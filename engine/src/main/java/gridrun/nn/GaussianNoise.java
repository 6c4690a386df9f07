package gridrun.nn;

import gridrun.component.Check;
import gridrun.graph.Graph;
import gridrun.graph.Node;

/**
 * Adds normally distributed noise of mean 0 to each element in training.
 *
 * <ul><li>x, y of any shape</ul>
 *
 * <p>Source: Bishop, Training with noise is equivalent to Tikhonov regularization, 1995.
 *
 * <p>Example: {@code model: {layers: [{gaussian_noise: 0.1}, {dense: 64}]}}
 *
 * @param stddev the noise's standard deviation
 */
public record GaussianNoise(double stddev) implements Layer {

    public GaussianNoise {
        Check.notNegative("stddev", stddev);
    }

    @Override
    public Node trace(Graph graph, Node x) {
        return stddev == 0 ? x : graph.gaussianNoise(x, stddev);
    }
}
