package gridrun.train;

import gridrun.graph.Graph.ImpossibleShape;
import gridrun.graph.Parameters;
import gridrun.nn.Architecture;
import gridrun.nn.Network;
import gridrun.tensor.Arena;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * What a run holds at its peak, reckoned from shapes alone, in numbers of four bytes: every arena that {@link Trainer},
 * and whoever asks the trained network, let the kernels allocate, and the examples in the form that a network takes.
 *
 * @param parameters values and gradients
 * @param states the optimizer's, and the kept weights
 * @param training of the largest program that trains
 * @param evaluation of the largest program that evaluates, which lies over those that train
 * @param evaluated the examples of that program
 * @param observation what observing layers needs beside them
 * @param examples classes as rows, and the orders of examples
 */
public record Memory(long parameters, long states, int training, int evaluation, int evaluated,
        long observation, long examples) {

    /** A step has too many examples: fewer of them take less. */
    public static final class LargeBatch extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        LargeBatch(String message) {
            super(message);
        }
    }

    /**
     * Reckons a run's.
     *
     * @param keepsWeights whether training may stop early
     * @param trained the number of training examples
     * @param evaluated the sizes of what is evaluated, during and after training; 0 for a part that is not there
     * @throws LargeBatch where the examples of a step are more than one array can hold
     * @throws ImpossibleShape where even one example is, or what does not depend on the batch size
     */
    public static Memory of(Architecture architecture, TrainSpec spec, boolean keepsWeights, int trained,
            List<Integer> evaluated) {
        long parameters = block(told("the parameters", () -> Parameters.elements(architecture.trace(1).graph())));
        int evaluatedAtOnce = Math.min(Examples.EVALUATION_BATCH, Collections.max(evaluated));
        long observation = 0;
        if (spec.log() != null) {
            int sample = Math.min(LayerObserver.SAMPLE, trained);
            boolean activations = LayerObserver.seesActivations(spec.log());
            observation = block(activations ? told(atOnce("observing", sample),
                    () -> LayerObserver.largest(architecture.trace(sample).graph().layers())) : 1);
            evaluatedAtOnce = activations ? Math.max(evaluatedAtOnce, sample) : evaluatedAtOnce;
        }
        return new Memory(2 * parameters, (spec.optimizer().states() + (keepsWeights ? 1 : 0)) * parameters,
                training(architecture, spec.batchSize().of(trained)), evaluation(architecture, evaluatedAtOnce),
                evaluatedAtOnce, observation, examples(architecture, trained, evaluated));
    }

    private static int training(Architecture architecture, int batch) {
        try {
            return told(atOnce("training on", batch), () -> Network.elements(architecture, batch, true));
        } catch (ImpossibleShape e) {
            if (batch > 1) {
                training(architecture, 1);
                throw new LargeBatch(e.getMessage() + "; a smaller batch_size takes less");
            }
            throw e;
        }
    }

    private static int evaluation(Architecture architecture, int batch) {
        return batch == 0 ? 0 : told(atOnce("evaluating", batch), () -> Network.elements(architecture, batch, false));
    }

    private static long examples(Architecture architecture, int trained, List<Integer> evaluated) {
        long all = trained + evaluated.stream().mapToLong(size -> size).sum();
        int row = architecture.task().isClassification() && architecture.units() > 1 ? architecture.units() : 0;
        long most = Math.max(trained, Collections.max(evaluated));
        told("the classes of %,d examples as rows".formatted(most), () -> ImpossibleShape.checked(most * row));
        return all * (1 + row);
    }

    private static String atOnce(String what, int examples) {
        return "%s %,d example%s at a time".formatted(what, examples, examples == 1 ? "" : "s");
    }

    /** Elements, or what has too many of them. */
    private static int told(String what, IntSupplier elements) {
        try {
            return elements.getAsInt();
        } catch (ImpossibleShape e) {
            throw new ImpossibleShape(what + ": " + e.getMessage());
        }
    }

    /** Of the largest program: those that train and those that evaluate lie one over the other. */
    int workspace() {
        return Math.max(training, evaluation);
    }

    private static long block(int elements) {
        return (long) Arena.FIRST + Arena.aligned(elements) + Arena.ALIGNMENT;
    }

    /** What the kernels allocate. */
    long arenas() {
        return parameters + states + block(workspace()) + observation;
    }

    /** Whether a smaller batch takes less: what is evaluated at a time is the same for each batch size. */
    public boolean isOfTheBatch() {
        return training > evaluation;
    }

    /** Whether what is evaluated at a time is most of it, more than parameters and all else together. */
    public boolean isOfEvaluation() {
        return !isOfTheBatch() && 2L * evaluation > arenas() + examples;
    }

    /** All of it, in bytes. */
    public long bytes() {
        return Float.BYTES * (arenas() + examples);
    }
}
