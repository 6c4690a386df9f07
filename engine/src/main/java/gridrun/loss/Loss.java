package gridrun.loss;

import gridrun.activation.Activation;
import gridrun.activation.Linear;
import gridrun.activation.Sigmoid;
import gridrun.activation.Softmax;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.task.Dataset.Task;

/**
 * What training minimizes: one number an example, whose mean over the batch is the objective.
 *
 * <p>A loss also says what the output layer looks like for a task, so that a file need not.
 */
public sealed interface Loss
        permits BinaryCrossEntropy, CategoricalCrossEntropy, Hinge, Huber, KullbackLeibler, MeanAbsoluteError,
        MeanSquaredError {

    /**
     * How many numbers the output layer has: as many as the target, one for two classes, else one a class.
     *
     * @throws IllegalArgumentException where this loss cannot serve the task
     */
    default int units(Task task) {
        if (!task.isClassification()) {
            return task.width();
        }
        return task.classes() == 2 ? 1 : task.classes();
    }

    /**
     * The activation of the output layer where the file names none: of real targets none, of classes what gives
     * probabilities.
     */
    default Activation output(Task task) {
        if (!task.isClassification()) {
            return new Linear();
        }
        return units(task) == 1 ? new Sigmoid() : new Softmax();
    }

    /** Whether {@link #trace} takes logits, the output layer's values before its activation. */
    default boolean fromLogits() {
        return false;
    }

    /** Whether outputs for classes say how likely these are; else they are margins, above 0 where a class is meant. */
    default boolean isProbabilistic() {
        return true;
    }

    /** The score of a single output above which it says class 1: where a probability is one half, or a margin 0. */
    default double threshold() {
        return fromLogits() || !isProbabilistic() ? 0 : 0.5;
    }

    /**
     * Checks the output activation a file names; where nothing is said, any output can be compared with its target.
     *
     * @throws IllegalArgumentException where it does not go with this loss
     */
    default void checkOutput(Activation output) {}

    /** Adds the loss to the graph. prediction, target [batch, units]; result [batch]. */
    Node trace(Graph graph, Node prediction, Node target);
}
