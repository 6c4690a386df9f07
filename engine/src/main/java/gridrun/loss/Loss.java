package gridrun.loss;

import gridrun.activation.Activation;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.train.Dataset.Task;

/**
 * What training minimizes: one number an example, whose mean over the batch is the objective.
 *
 * <p>A loss also says what the output layer looks like for a task, so that a file need not.
 */
public sealed interface Loss permits BinaryCrossEntropy, CategoricalCrossEntropy, MeanSquaredError {

    /**
     * How many numbers the output layer has.
     *
     * @throws IllegalArgumentException where this loss cannot serve the task
     */
    int units(Task task);

    /** The activation of the output layer where the file names none. */
    Activation output(Task task);

    /** Whether {@link #trace} takes logits, the output layer's values before its activation. */
    boolean fromLogits();

    /**
     * Checks the output activation a file names.
     *
     * @throws IllegalArgumentException where it does not go with this loss
     */
    void checkOutput(Activation output);

    /** Adds the loss to the graph. prediction, target [batch, units]; result [batch]. */
    Node trace(Graph graph, Node prediction, Node target);
}
