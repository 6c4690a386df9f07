package gridrun.loss;

import gridrun.activation.Activation;
import gridrun.activation.Linear;
import gridrun.activation.Tanh;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.kernel.PointwiseLoss;
import gridrun.task.Dataset.Task;

/**
 * How far an output falls short of being 1 on the right side of 0: {@code max(1 - s y, 0)} with the side s, 1 or -1.
 *
 * <p>Two classes take one output; more classes take one each, against all the rest, and the largest decides. Outputs
 * are margins and no probabilities. Source: Cortes and Vapnik, Support-vector networks, 1995.
 *
 * <p>Example: {@code train: {loss: hinge}}
 */
public record Hinge() implements Loss {

    @Override
    public int units(Task task) {
        return ClassLossChecks.units(task, this);
    }

    @Override
    public Activation output(Task task) {
        return new Linear();
    }

    @Override
    public boolean isProbabilistic() {
        return false;
    }

    @Override
    public void checkOutput(Activation output) {
        if (!(output instanceof Linear || output instanceof Tanh)) {
            throw new IllegalArgumentException("hinge needs the output linear or tanh, which has two sides");
        }
    }

    @Override
    public Node trace(Graph graph, Node prediction, Node target) {
        return graph.pointwise(PointwiseLoss.HINGE, 0, prediction, target);
    }
}
