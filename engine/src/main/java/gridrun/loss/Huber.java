package gridrun.loss;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.PointwiseLoss;

/**
 * Half the squared difference where it is small, and a line from there on, so that outliers pull no harder the farther
 * they are.
 *
 * <p>Source: Huber, Robust estimation of a location parameter, 1964.
 *
 * <p>Example: {@code train: {loss: {huber: 1.5}}}
 *
 * @param delta the difference at which the line begins
 */
public record Huber(@Default("1") double delta) implements Loss {

    public Huber {
        Check.positive("delta", delta);
    }

    @Override
    public Node trace(Graph graph, Node prediction, Node target) {
        return graph.pointwise(PointwiseLoss.HUBER, delta, prediction, target);
    }
}
