package gridrun.loss;

import gridrun.component.Alias;
import gridrun.graph.Graph;
import gridrun.graph.Node;

/**
 * The mean of squared differences; with classes, between probabilities and zeros or ones (Brier's score, 1950).
 *
 * <p>Example: {@code train: {loss: mean_squared_error}}
 */
@Alias("mse")
public record MeanSquaredError() implements Loss {

    @Override
    public Node trace(Graph graph, Node prediction, Node target) {
        return graph.squaredError(prediction, target);
    }
}
