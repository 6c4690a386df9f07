package gridrun.nn;

import gridrun.activation.Activation;
import gridrun.activation.Softmax;
import gridrun.component.Names;
import gridrun.graph.Graph;
import gridrun.graph.Node;
import gridrun.graph.Op;
import gridrun.loss.BinaryCrossEntropy;
import gridrun.loss.CategoricalCrossEntropy;
import gridrun.loss.Loss;
import gridrun.loss.MeanSquaredError;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole network on paper: the model, its output layer and its loss, for data of a known shape.
 *
 * @param model the layers, with the output activation decided
 * @param loss what is minimized
 * @param input the shape of one example
 * @param task what the targets are
 */
public record Architecture(ModelSpec model, Loss loss, Shape input, Task task) {

    /** The nodes of a traced network that its users read and write. */
    public record Traced(Graph graph, Node input, Node target, Node scores, Node objective) {
    }

    /**
     * Decides what a file may leave open: the loss from the task, the output activation from the loss.
     *
     * @param loss null for the task's usual one
     * @throws Contradiction where loss, output and task do not go together
     */
    public static Architecture of(ModelSpec model, Loss loss, Shape input, Task task) {
        Loss decided = loss != null ? loss : usualLoss(task);
        int units;
        Activation output;
        try {
            units = decided.units(task);
            output = model.output() != null ? model.output() : decided.output(task);
            decided.checkOutput(output);
        } catch (IllegalArgumentException e) {
            throw new Contradiction(e.getMessage(), loss == null, e);
        }
        if (output instanceof Softmax && units == 1) {
            throw new Contradiction(
                    "the output softmax of one unit is 1 whatever the inputs are; write %s, or leave it out"
                            .formatted(Names.of(decided.output(task).getClass())),
                    true, null);
        }
        return new Architecture(model.withOutput(output), decided, input, task);
    }

    /** Loss, output activation and task do not go together. */
    public static final class Contradiction extends IllegalArgumentException {

        private static final long serialVersionUID = 1;
        private final boolean ofOutput;

        Contradiction(String message, boolean ofOutput, Throwable cause) {
            super(message, cause);
            this.ofOutput = ofOutput;
        }

        /** Whether the output activation is to be another one, or else the loss. */
        public boolean isOfOutput() {
            return ofOutput;
        }
    }

    private static Loss usualLoss(Task task) {
        if (!task.isClassification()) {
            return new MeanSquaredError();
        }
        return task.classes() == 2 ? new BinaryCrossEntropy() : new CategoricalCrossEntropy();
    }

    /** The width of the output layer. */
    public int units() {
        return loss.units(task);
    }

    /**
     * Whether networks of the other may be taken for networks of this: they have the very same model and loss, and no
     * layer of somebody else's, which might remember what it has seen.
     */
    public boolean isInterchangeableWith(Architecture other) {
        return model == other.model && loss == other.loss && input.equals(other.input)
                && task.classes() == other.task.classes() && task.width() == other.task.width()
                && model.layers(input).stream().noneMatch(Architecture::isCustom);
    }

    /**
     * Records the network's operations for one size of batch.
     *
     * @throws Graph.ImpossibleShape where layers do not fit together
     */
    public Traced trace(int batch) {
        Graph graph = new Graph();
        try {
            return trace(graph, batch);
        } catch (Graph.ImpossibleShape e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new Graph.ImpossibleShape(graph.scope() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            if (model.layers(input).stream().noneMatch(Architecture::isCustom)) {
                throw e;
            }
            throw new Graph.ImpossibleShape("%s: a layer of your own fails: %s at %s"
                    .formatted(graph.scope(), e, e.getStackTrace()[0]));
        }
    }

    /** Whether a layer, or one within it, is somebody else's. */
    private static boolean isCustom(Layer layer) {
        return layer instanceof CustomLayer || layer.inside().stream().anyMatch(Architecture::isCustom);
    }

    private Traced trace(Graph graph, int batch) {
        Node x = graph.input(input.batched(batch));
        Node y = Chain.trace(graph, model.layers(input), x);
        graph.enterOutput();
        graph.require(y.shape().rank() == 2, y.shape().example(),
                "is no row of features, which the output layer needs; end the layers with", "flatten");
        Node logits = new Dense(units(), null, model.init(), true).logits(graph, y);
        Node scores = loss.fromLogits() ? logits : model.output().trace(graph, logits);
        graph.output(scores);
        Node target = graph.input(Shape.of(batch, units()));
        graph.enterLoss();
        return new Traced(graph, x, target, scores, loss.trace(graph, scores, target));
    }

    /**
     * Refuses data that the first layer which does more than shape them cannot read.
     *
     * @throws gridrun.task.Dataset.Unreadable naming the number and what would be right
     */
    public void checkInputs(Dataset data) {
        reader(model.layers(input)).filter(Layer::isParticular).ifPresent(first -> first.checkInputs(data.inputs()));
    }

    /** Whether {@link #checkInputs} may refuse anything. */
    public boolean isParticular() {
        return reader(model.layers(input)).filter(Layer::isParticular).isPresent();
    }

    /** The first layer that does more than shape the inputs, also of those within another. */
    private static Optional<Layer> reader(List<Layer> layers) {
        return layers.stream()
                .flatMap(layer -> layer.inside().isEmpty() ? Stream.of(layer) : reader(layer.inside()).stream())
                .filter(layer -> !(layer instanceof Flatten || layer instanceof Reshape)).findFirst();
    }

    /** Whether a batch of so many examples has one number a feature for some layer that normalizes by the batch. */
    public boolean lacksStatistics(int batch) {
        return trace(batch).graph().operations().stream().anyMatch(Op::lacksStatistics);
    }

    /** Over how many rows an example a bias' gradient is summed, at most. */
    public int biasRows() {
        return trace(1).graph().operations().stream().mapToInt(Op::biasRows).max().orElse(0);
    }

    /** Floating-point operations to train on one example: forward and backward, without the optimizer. */
    public long flopsPerExample() {
        return trace(1).graph().operations().stream()
                .mapToLong(operation -> operation.forwardFlops() + operation.backwardFlops()).sum();
    }

    /** The number of trainable numbers. */
    public long parameterCount() {
        return trace(1).graph().parameterCount();
    }
}
