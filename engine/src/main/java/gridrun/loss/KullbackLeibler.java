package gridrun.loss;

import gridrun.activation.Activation;
import gridrun.activation.Softmax;
import gridrun.component.Alias;
import gridrun.component.Default;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.task.Dataset.Task;

/**
 * The divergence of the network's distribution over the classes from the target's, from logits.
 *
 * <p>It is the categorical cross-entropy less the target's entropy, so it has the same gradient and ends at 0; where
 * the target is one class alone, both are the same. Source: Kullback and Leibler, On information and sufficiency, 1951.
 *
 * <p>Example: {@code train: {loss: kullback_leibler}}
 *
 * @param labelSmoothing the share of a target that is spread evenly over all classes; null for none
 */
@Alias("kl_divergence")
public record KullbackLeibler(@Default("null") Double labelSmoothing) implements Loss {

    public KullbackLeibler {
        ClassLossChecks.checkSmoothing(labelSmoothing);
    }

    /** Without smoothing. */
    public KullbackLeibler() {
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
        return graph.kullbackLeibler(prediction, graph.smooth(target, labelSmoothing, 1.0 / target.shape().last()));
    }
}
