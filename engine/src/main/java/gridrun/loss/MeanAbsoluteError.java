package gridrun.loss;

import gridrun.component.Alias;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.PointwiseLoss;

/**
 * The mean of absolute differences, least at the median; with classes, between probabilities and zeros or ones.
 *
 * <p>Example: {@code train: {loss: mean_absolute_error}}
 */
@Alias("mae")
public record MeanAbsoluteError() implements Loss {

    @Override
    public Node trace(Graph graph, Node prediction, Node target) {
        return graph.pointwise(PointwiseLoss.ABSOLUTE, 0, prediction, target);
    }
}
