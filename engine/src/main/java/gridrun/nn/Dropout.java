package gridrun.nn;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;

/**
 * Sets each element to 0 with probability {@code rate} in training, and scales the others by {@code 1 / (1 - rate)}.
 *
 * <ul><li>x, y of any shape</ul>
 *
 * <p>Source: Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, 2014.
 *
 * <p>Example: {@code model: {layers: [{dense: 64}, {dropout: 0.5}]}}
 *
 * @param rate the share that is dropped
 */
public record Dropout(@Default("0.5") double rate) implements Layer {

    public Dropout {
        Check.fraction("rate", rate);
    }

    @Override
    public Node trace(Graph graph, Node x) {
        return rate == 0 ? x : graph.dropout(x, rate);
    }
}
