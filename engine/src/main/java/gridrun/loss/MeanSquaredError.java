package gridrun.loss;

import gridrun.activation.Activation;
import gridrun.activation.Linear;
import gridrun.activation.Sigmoid;
import gridrun.activation.Softmax;
import gridrun.component.Alias;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.train.Dataset.Task;

/** The mean of squared differences; with classes, between probabilities and zeros or ones (Brier's score, 1950). */
@Alias("mse")
public record MeanSquaredError() implements Loss {

    @Override
    public int units(Task task) {
        if (!task.isClassification()) {
            return task.width();
        }
        return task.classes() == 2 ? 1 : task.classes();
    }

    @Override
    public Activation output(Task task) {
        if (!task.isClassification()) {
            return new Linear();
        }
        return units(task) == 1 ? new Sigmoid() : new Softmax();
    }

    @Override
    public boolean fromLogits() {
        return false;
    }

    @Override
    public void checkOutput(Activation output) {
        // any output can be compared with its target
    }

    @Override
    public Node trace(Graph graph, Node prediction, Node target) {
        return graph.squaredError(prediction, target);
    }
}
