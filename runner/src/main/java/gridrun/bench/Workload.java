package gridrun.bench;

import gridrun.kernel.Kernels;
import gridrun.nn.Architecture;
import gridrun.nn.ModelSpec;
import gridrun.nn.Network;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.train.TrainSpec;
import gridrun.train.Trainer;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A network in training on random examples: epochs as any run has them, with shuffling, gathering, loss, metrics and
 * update.
 *
 * @param input the shape of an example
 * @param classes that the examples are labelled with at random
 * @param examples of an epoch
 * @param model what is trained
 * @param train how, with more epochs than anybody waits for
 */
public record Workload(List<Integer> input, int classes, int examples, ModelSpec model, TrainSpec train) {

    private static final double RATE = 0.001;

    Architecture architecture() {
        Shape shape = Shape.of(input.stream().mapToInt(Integer::intValue).toArray());
        return Architecture.of(model, train.loss(), shape, Task.classification(classes));
    }

    /** The examples of one step. */
    int batchSize() {
        return train.batchSize().of(examples);
    }

    /** The steps of an epoch, which has whole batches alone. */
    int steps() {
        return examples / batchSize();
    }

    /** Floating-point operations of a step, forward and backward, without the optimizer. */
    double flopsPerStep() {
        return (double) architecture().flopsPerExample() * batchSize();
    }

    Dataset data() {
        Architecture architecture = architecture();
        Rng rng = Rng.of(1);
        float[] inputs = new float[examples * architecture.input().size()];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) rng.nextUniform();
        }
        float[] labels = new float[examples];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = rng.nextInt(classes);
        }
        return new Dataset(architecture.input(), inputs, architecture.task(), labels);
    }

    /**
     * Trains a fresh network until somebody asks to stop.
     *
     * @param data as {@link #data} made them
     * @param epochEnded called after each epoch
     * @param stop asked before every step
     */
    void train(Kernels kernels, Dataset data, Runnable epochEnded, BooleanSupplier stop) {
        Architecture architecture = architecture();
        Rng rng = Rng.of(0);
        Network network = new Network(architecture, kernels, rng.split("init"));
        Trainer trainer = new Trainer(network, train.with(RATE, architecture.loss()), data, null, null, rng, stop);
        Trainer.Result result = trainer.train((epoch, metrics) -> epochEnded.run());
        if (result.ending() != Trainer.Ending.INTERRUPTED) {
            throw new IllegalStateException("a workload ended by itself, " + result.ending());
        }
    }
}
