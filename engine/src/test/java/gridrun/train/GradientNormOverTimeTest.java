package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.Linear;
import gridrun.activation.ReLU;
import gridrun.init.GlorotUniform;
import gridrun.init.Initializer;
import gridrun.init.Orthogonal;
import gridrun.init.RandomNormal;
import gridrun.kernel.Kernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.nn.Architecture;
import gridrun.nn.Bidirectional;
import gridrun.nn.Dense;
import gridrun.nn.Flatten;
import gridrun.nn.GRU;
import gridrun.nn.LSTM;
import gridrun.nn.Layer;
import gridrun.nn.Network;
import gridrun.nn.Sequential;
import gridrun.nn.SimpleRnn;
import gridrun.optim.SGD;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The gradients of recurrent layers' states are noted step by step, as they are. */
class GradientNormOverTimeTest {

    private static final int STEPS = 9;
    private static final Initializer SMALL = new RandomNormal(0.05);
    private static final List<Observation> LOG = List.of(Observation.GRADIENT_NORM_OVER_TIME);

    private record Trained(Network network, List<Map<String, Double>> epochs) {

        /** The figures of the first epoch's steps. */
        double[] norms(String layer) {
            return IntStream.rangeClosed(1, STEPS)
                    .mapToDouble(step -> epochs.get(0).get("gradient_norm_over_time/" + layer + "/" + step)).toArray();
        }
    }

    private static Trained train(Kernels kernels, int epochs, int batch, List<Observation> log, Layer... layers) {
        return train(kernels, sequences(100), 0.05, epochs, batch, log, layers);
    }

    private static Trained train(Kernels kernels, Dataset data, double rate, int epochs, int batch,
            List<Observation> log,
            Layer... layers) {
        Network network =
                new Network(Architecture.of(new Sequential(List.of(layers), new ReLU(), new GlorotUniform(), null),
                        null, data.input(), data.task()), kernels, Rng.of(3).split("init"));
        TrainSpec spec = new TrainSpec(new SGD(0, false), rate, null, null, new BatchSize(batch), false, epochs, null,
                null, 0, null, null,
                null, null, log, null);
        List<Map<String, Double>> metrics = new ArrayList<>();
        new Trainer(network, spec, data, null, null, Rng.of(3), () -> false).train((epoch, of) -> metrics.add(of));
        return new Trained(network, metrics);
    }

    /** A hundred sequences, the first so many unlike each other, over and over; the target is the first number. */
    private static Dataset sequences(int different) {
        Rng rng = Rng.of(8);
        int size = STEPS * 2;
        float[] inputs = new float[100 * size];
        float[] targets = new float[100];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = i < different * size ? (float) rng.nextGaussian() : inputs[i - different * size];
        }
        for (int i = 0; i < targets.length; i++) {
            targets[i] = inputs[i * size];
        }
        return new Dataset(Shape.of(STEPS, 2), inputs, Task.regression(1), targets);
    }

    private static SimpleRnn linear(boolean sequences, boolean backwards, Initializer recurrent) {
        return new SimpleRnn(7, new Linear(), sequences, backwards, null, recurrent, null, null);
    }

    private static Layer[] allKinds() {
        return new Layer[] {
            new LSTM(5, true, false, null, new Orthogonal(1), null, null),
            new Bidirectional(new GRU(3, true, false, null, new Orthogonal(1), null, null), Bidirectional.Merge.CONCAT),
            new SimpleRnn(4, new ReLU(), false, true, null, new Orthogonal(1), null, null)};
    }

    private static void assertFallsTowardsTheFirst(double[] norms) {
        for (int step = 1; step < STEPS; step++) {
            assertTrue(norms[step - 1] < norms[step] / 2,
                    "step %d: %s, then %s".formatted(step, norms[step - 1], norms[step]));
        }
    }

    private static double[] reversed(double[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[values.length - 1 - i]).toArray();
    }

    @Test
    @DisplayName("A linear cell whose U is orthogonal hands the gradient back at its full length")
    void linearOrthogonal_isLevel() {
        double[] norms =
                train(new ScalarKernels(), 1, 100, LOG, linear(false, false, new Orthogonal(1))).norms("simple_rnn_1");
        assertTrue(norms[STEPS - 1] > 1e-3);
        for (double norm : norms) {
            assertEquals(norms[STEPS - 1], norm, 1e-5 * norm);
        }
    }

    @Test
    @DisplayName("Steps are counted as the sequence has them: where it is read backwards, the last step is the "
            + "farthest back")
    void steps_areThoseOfTheSequence() {
        assertFallsTowardsTheFirst(
                train(new ScalarKernels(), 1, 32, LOG, linear(false, false, SMALL)).norms("simple_rnn_1"));
        assertFallsTowardsTheFirst(reversed(
                train(new ScalarKernels(), 1, 32, LOG, linear(false, true, SMALL)).norms("simple_rnn_1")));
        Trained both = train(new ScalarKernels(), 1, 32, LOG,
                new Bidirectional(linear(false, false, SMALL), Bidirectional.Merge.SUM));
        assertFallsTowardsTheFirst(both.norms("forward_simple_rnn_1"));
        assertFallsTowardsTheFirst(reversed(both.norms("backward_simple_rnn_1")));
    }

    @Test
    @DisplayName("States that nothing but their own step leads to have that step's gradient alone")
    void sequences_haveEachStepsOwnGradient() {
        Trained trained = train(new ScalarKernels(), sequences(100), 1e-30, 1, 100, LOG,
                linear(true, false, new RandomNormal(1e-12)), new Flatten());
        Network.Batch batch = trained.network().training(100);
        batch.program().forward(0);
        Tensor w = trained.network().parameters().slices().stream()
                .filter(slice -> slice.name().equals("output.W")).findFirst().orElseThrow().value();
        double[] norms = trained.norms("simple_rnn_1");
        for (int step = 0; step < STEPS; step++) {
            double squares = 0;
            for (int example = 0; example < 100; example++) {
                double error = 2 * (batch.scores().get(example) - batch.target().get(example)) / 100;
                for (int unit = 0; unit < 7; unit++) {
                    squares += Math.pow(error * w.get(step * 7 + unit), 2);
                }
            }
            assertEquals(Math.sqrt(squares), norms[step], 1e-5 * norms[step]);
        }
    }

    @Test
    @DisplayName("An epoch's figure is its batches' mean: where all examples are alike, a batch of n has 1/√n of one "
            + "example's")
    void anEpoch_isTheMeanOfItsBatches() {
        double one = train(new ScalarKernels(), sequences(1), 1e-30, 1, 1, LOG, allKinds()).norms("lstm_1")[0];
        double[] norms = train(new ScalarKernels(), sequences(1), 1e-30, 1, 30, LOG, allKinds()).norms("lstm_1");
        assertEquals((3 / Math.sqrt(30) + 1 / Math.sqrt(10)) / 4 * one, norms[0], 1e-5 * norms[0]);
    }

    @Test
    void observing_changesNoWeightAndNoOtherMetric_andIsTheSameOnAllKernels() {
        Trained silent = train(new ScalarKernels(), 3, 33, null, allKinds());
        Trained observed = train(new ScalarKernels(), 3, 33, LOG, allKinds());
        assertEquals(silent.network().parameters().sha256(), observed.network().parameters().sha256());
        assertTrue(silent.epochs().get(2).keySet().stream().noneMatch(name -> name.contains("/")));
        silent.epochs().get(2).forEach((name, value) -> assertEquals(value, observed.epochs().get(2).get(name), name));
        assertEquals(4 * STEPS, observed.epochs().get(2).keySet().stream().filter(name -> name.contains("/")).count());
        assertEquals(observed.epochs(), train(KernelChoice.best().create(), 3, 33, LOG, allKinds()).epochs());
    }

    @Test
    void withoutRecurrentLayers_thereIsNothingToNote() {
        Trained trained = train(new ScalarKernels(), 1, 32, LOG, new Flatten(), new Dense(3, new ReLU(), null, true));
        assertTrue(trained.epochs().get(0).keySet().stream().noneMatch(name -> name.contains("/")));
    }
}
