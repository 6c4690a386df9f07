package gridrun.loss;

import gridrun.activation.Activation;
import gridrun.activation.Sigmoid;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.task.Dataset.Task;

/**
 * Minus the log-likelihood of independent yes-or-no answers, from logits.
 *
 * <p>Two classes take one logit; more classes take one each, none excluding another.
 *
 * <p>Example: {@code train: {loss: binary_cross_entropy}}
 *
 * @param labelSmoothing the share of a target that is replaced by one half (Szegedy et al., Rethinking the
 *     Inception architecture, 2016), in {@code val_loss} too; null for none
 */
public record BinaryCrossEntropy(@Default("null") Double labelSmoothing) implements Loss {

    public BinaryCrossEntropy {
        ClassLossChecks.checkSmoothing(labelSmoothing);
    }

    /** Without smoothing. */
    public BinaryCrossEntropy() {
        this(null);
    }

    @Override
    public int units(Task task) {
        return ClassLossChecks.units(task, this);
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
            throw new IllegalArgumentException(
                    "binary_cross_entropy needs the output sigmoid, which gives probabilities");
        }
    }

    @Override
    public Node trace(Graph graph, Node prediction, Node target) {
        return graph.sigmoidCrossEntropy(prediction, graph.smooth(target, labelSmoothing, 0.5));
    }
}
