package gridrun.loss;

import gridrun.activation.Activation;
import gridrun.activation.Softmax;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.task.Dataset.Task;

/**
 * Minus the log-likelihood of one class out of several, from logits.
 *
 * <p>Example: {@code train: {loss: {categorical_cross_entropy: 0.1}}}
 *
 * @param labelSmoothing the share of a target that is spread evenly over all classes (Szegedy et al., Rethinking
 *     the Inception architecture, 2016), in {@code val_loss} too; null for none
 */
public record CategoricalCrossEntropy(@Default("null") Double labelSmoothing) implements Loss {

    public CategoricalCrossEntropy {
        ClassLossChecks.checkSmoothing(labelSmoothing);
    }

    /** Without smoothing. */
    public CategoricalCrossEntropy() {
        this(null);
    }

    @Override
    public int units(Task task) {
        return ClassLossChecks.of(task, this);
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
        ClassLossChecks.checkDistribution(output, this);
    }

    @Override
    public Node trace(Graph graph, Node prediction, Node target) {
        return graph.softmaxCrossEntropy(prediction, graph.smooth(target, labelSmoothing, 1.0 / target.shape().last()));
    }
}
