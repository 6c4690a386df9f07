package gridrun.loss;

import gridrun.activation.Activation;
import gridrun.activation.Softmax;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.train.Dataset.Task;

/** Minus the log-likelihood of one class out of several, from logits. */
public record CategoricalCrossEntropy() implements Loss {

    @Override
    public int units(Task task) {
        if (!task.isClassification()) {
            throw new IllegalArgumentException(
                    "categorical_cross_entropy needs classes; the target of these data is real: use mean_squared_error");
        }
        return task.classes();
    }

    @Override
    public Activation output(Task task) {
        return new Softmax();
    }

    @Override
    public boolean fromLogits() {
        return true;
    }

    @Override
    public void checkOutput(Activation output) {
        if (!(output instanceof Softmax)) {
            throw new IllegalArgumentException(
                    "categorical_cross_entropy needs the output softmax, which gives probabilities");
        }
    }

    @Override
    public Node trace(Graph graph, Node prediction, Node target) {
        return graph.softmaxCrossEntropy(prediction, target);
    }
}
