package gridrun.train;

import gridrun.graph.Parameters;
import gridrun.nn.Architecture;
import gridrun.nn.Network;
import gridrun.tensor.Arena;
import java.util.List;

/**
 * What a run holds at its peak, reckoned from shapes alone, in numbers of four bytes: every arena that {@link Trainer},
 * and whoever asks the trained network, let the kernels allocate, and the examples in the form that a network takes.
 *
 * @param parameters values and gradients
 * @param states the optimizer's, and the kept weights
 * @param workspace of the largest program: those that train and those that evaluate lie one over the other
 * @param observation what observing layers needs beside them
 * @param examples classes as rows, and the orders of examples
 */
public record Memory(long parameters, long states, int workspace, long observation, long examples) {

    /**
     * Reckons a run's.
     *
     * @param keepsWeights whether training may stop early
     * @param trained the number of training examples
     * @param evaluated the sizes of what is evaluated, during and after training; 0 for a part that is not there
     * @throws gridrun.graph.Graph.ImpossibleShape where a batch is too large for one array
     */
    public static Memory of(Architecture architecture, TrainSpec spec, boolean keepsWeights, int trained,
            List<Integer> evaluated) {
        long parameters = block(Parameters.elements(architecture.trace(1).graph()));
        int batch = spec.batchSize().of(trained);
        int evaluation = evaluated.stream().mapToInt(size -> Math.min(size, Examples.EVALUATION_BATCH)).max().orElse(0);
        long observation = 0;
        if (spec.log() != null) {
            int sample = Math.min(LayerObserver.SAMPLE, trained);
            boolean activations = LayerObserver.seesActivations(spec.log());
            observation = block(activations ? LayerObserver.largest(architecture.trace(sample).graph().layers()) : 1);
            evaluation = activations ? Math.max(evaluation, sample) : evaluation;
        }
        int all = evaluated.stream().mapToInt(size -> size).sum();
        int row = architecture.task().isClassification() && architecture.units() > 1 ? architecture.units() : 0;
        long examples = (long) (trained + all) * (1 + row);
        int workspace = Network.elements(architecture, batch, true);
        if (evaluation > 0) {
            workspace = Math.max(workspace, Network.elements(architecture, evaluation, false));
        }
        return new Memory(2 * parameters, (spec.optimizer().states() + (keepsWeights ? 1 : 0)) * parameters, workspace,
                observation, examples);
    }

    private static long block(int elements) {
        return (long) Arena.aligned(elements) + Arena.ALIGNMENT;
    }

    /** What the kernels allocate. */
    long arenas() {
        return parameters + states + block(workspace) + observation;
    }

    /** All of it, in bytes. */
    public long bytes() {
        return Float.BYTES * (arenas() + examples);
    }
}
