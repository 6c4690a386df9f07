package gridrun.loss;

import gridrun.activation.Activation;
import gridrun.activation.Sigmoid;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.train.Dataset.Task;

/**
 * Minus the log-likelihood of independent yes-or-no answers, from logits.
 *
 * <p>Two classes take one logit; more classes take one each, none excluding another.
 */
public record BinaryCrossEntropy() implements Loss {

    @Override
    public int units(Task task) {
        if (!task.isClassification()) {
            throw new IllegalArgumentException(
                    "binary_cross_entropy needs classes; the target of these data is real: use mean_squared_error");
        }
        return task.classes() == 2 ? 1 : task.classes();
    }

    @Override
    public Activation output(Task task) {
        return new Sigmoid();
    }

    @Override
    public boolean fromLogits() {
        return true;
    }

    @Override
    public void checkOutput(Activation output) {
        if (!(output instanceof Sigmoid)) {
            throw new IllegalArgumentException("binary_cross_entropy needs the output sigmoid, which gives probabilities");
        }
    }

    @Override
    public Node trace(Graph graph, Node prediction, Node target) {
        return graph.sigmoidCrossEntropy(prediction, target);
    }
}
