package gridrun.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.activation.Tanh;
import gridrun.init.Zeros;
import gridrun.kernel.Kernels;
import gridrun.loss.MeanSquaredError;
import gridrun.nn.Architecture;
import gridrun.nn.MLP;
import gridrun.nn.ModelSpec;
import gridrun.nn.Network;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.train.TrainSpec;
import gridrun.train.Trainer;
import gridrun.train.Trainer.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The engine's side of {@code Run} in {@code training.py}: a small network that the trainer trains for 20 epochs of one
 * step.
 */
final class GoldenTraining {

    /** The epochs of every run, each of which is one batch. */
    static final int EPOCHS = 20;

    /** The network of every run; its weights are golden. */
    static final ModelSpec MODEL = new MLP(List.of(4), new Tanh(), new Zeros(), 0, null);

    private GoldenTraining() {
    }

    /** Checks learning rates, losses and weights of a training from golden parameters. */
    static void check(TrainSpec spec, Golden golden, KernelPrecision precision) {
        check(MODEL, spec, golden, precision);
    }

    /** The same for a model with settings of its own. */
    static void check(ModelSpec model, TrainSpec spec, Golden golden, KernelPrecision precision) {
        try (Kernels kernels = precision.kernels()) {
            Architecture architecture =
                    Architecture.of(model, new MeanSquaredError(), Shape.of(3), Task.regression(2));
            Network network = new Network(architecture, kernels, Rng.of(0));
            network.parameters().slices().forEach(slice -> golden.fill(slice.name(), slice.value()));
            Dataset data = new Dataset(Shape.of(3), floats(golden, "x"), Task.regression(2), floats(golden, "target"));
            List<Map<String, Double>> epochs = new ArrayList<>();
            Trainer trainer = new Trainer(network, spec.with(golden.value("rate"), spec.loss()),
                    data, null, null, Rng.of(0), () -> false);
            assertEquals(Ending.COMPLETED, trainer.train((epoch, metrics) -> epochs.add(metrics)).ending());
            precision.check(golden, "rates", series(epochs, "learning_rate"));
            precision.check(golden, "losses", series(epochs, "loss"));
            network.parameters().slices()
                    .forEach(slice -> precision.check(golden, "trained/" + slice.name(), slice.value()));
        }
    }

    private static double[] series(List<Map<String, Double>> epochs, String metric) {
        return epochs.stream().mapToDouble(metrics -> metrics.get(metric)).toArray();
    }

    private static float[] floats(Golden golden, String tensor) {
        double[] values = golden.values(tensor);
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
