package gridrun.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.graph.Parameters.Slice;
import gridrun.kernel.Kernels;
import gridrun.kernel.ReferenceKernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.kernel.vector.VectorKernels;
import gridrun.nn.Network.Batch;
import gridrun.random.Rng;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole steps of training with every permitted layer: the same bits on all float32 kernels, and what float64 gives
 * nearly.
 */
@Tag("slow")
class TrainingStepParityTest {

    private static final int[] BATCHES = {1, 2, 17};
    private static final int STEPS = 2;

    static Stream<LayerExamples.Case> layers() {
        return LayerExamples.layers();
    }

    @ParameterizedTest
    @MethodSource("layers")
    @DisplayName("Loss, gradients and weights have the same bits with scalar loops, vectors, and teams of two and "
            + "three")
    void steps_areTheSameOnAllKernels(LayerExamples.Case example) {
        for (Shape shape : example.inputs()) {
            for (int batch : BATCHES) {
                double[] expected = train(example, shape, batch, STEPS, new ScalarKernels());
                for (Kernels kernels : fast()) {
                    try (kernels) {
                        assertArrayEquals(expected, train(example, shape, batch, STEPS, kernels),
                                () -> "%s on %s by %s".formatted(example, shape, kernels.description()));
                    }
                }
            }
        }
    }

    private static List<Kernels> fast() {
        List<Kernels> kernels = new ArrayList<>(List.of(KernelChoice.best().create()));
        if (KernelChoice.best().reason() == null) {
            kernels.add(new VectorKernels(2, 0));
            kernels.add(new VectorKernels(3, 0));
        }
        return kernels;
    }

    @ParameterizedTest
    @MethodSource("layers")
    @DisplayName("float32 gives what float64 gives, as a whole to about four digits")
    void step_isNearlyThatInFloat64(LayerExamples.Case example) {
        for (Shape shape : example.inputs()) {
            double[] exact = train(example, shape, 17, 1, new ReferenceKernels());
            double[] single = train(example, shape, 17, 1, new ScalarKernels());
            assertEquals(exact.length, single.length);
            double difference =
                    IntStream.range(0, exact.length).mapToDouble(i -> exact[i] - single[i]).map(d -> d * d).sum();
            double norm = IntStream.range(0, exact.length).mapToDouble(i -> exact[i]).map(d -> d * d).sum();
            assertTrue(difference <= 1e-8 * norm, () -> "%s on %s: relative difference %.1e".formatted(
                    example, shape, Math.sqrt(difference / norm)));
        }
    }

    @ParameterizedTest
    @MethodSource("layers")
    @DisplayName("What other programs left in the memory that they share with this one changes nothing")
    void steps_doNotReadWhatOthersLeft(LayerExamples.Case example) {
        for (Shape shape : example.inputs()) {
            Kernels kernels = KernelChoice.best().create();
            assertArrayEquals(alternate(example, shape, kernels, 0), alternate(example, shape, kernels, Float.NaN),
                    () -> example + " on " + shape);
        }
    }

    /**
     * Training and evaluation in turns, before each of which the memory is filled with some number; the losses and all
     * gradients.
     */
    private static double[] alternate(LayerExamples.Case example, Shape shape, Kernels kernels, float left) {
        Network network = new Network(example.network(shape), kernels, Rng.of(1));
        List<Double> found = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            for (boolean training : new boolean[] {true, false}) {
                Batch other = training ? network.evaluation(5) : network.training(5);
                Arrays.fill(other.objective().arena().floats(), left);
                Batch batch = training ? network.training(5) : network.evaluation(5);
                fill(batch, example.ids());
                batch.program().forward(Rng.key(3, step));
                found.add(batch.program().meanObjective());
                if (training) {
                    batch.program().backward();
                    Tensor gradients = network.parameters().gradients();
                    IntStream.range(0, gradients.size()).forEach(i -> found.add(gradients.get(i)));
                }
            }
        }
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Steps of gradient descent; what they leave: the losses, then all gradients and all weights. */
    private static double[] train(LayerExamples.Case example, Shape shape, int examples, int steps, Kernels kernels) {
        Network network = new Network(example.network(shape), kernels, Rng.of(1));
        Batch batch = network.training(examples);
        fill(batch, example.ids());
        List<Double> left = new ArrayList<>();
        for (int step = 1; step <= steps; step++) {
            batch.program().forward(Rng.key(3, step));
            left.add(batch.program().meanObjective());
            batch.program().backward();
            kernels.elements().addScaled(-0.05, network.parameters().gradients(), network.parameters().values());
        }
        for (Slice slice : network.parameters().slices()) {
            IntStream.range(0, slice.value().size()).forEach(i -> {
                left.add(slice.gradient().get(i));
                left.add(slice.value().get(i));
            });
        }
        return left.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void fill(Batch batch, int ids) {
        Rng rng = Rng.of(9);
        Tensor input = batch.input();
        for (int i = 0; i < input.size(); i++) {
            input.set(i, ids > 0 ? rng.nextInt(ids) : (float) rng.nextGaussian());
        }
        for (int i = 0; i < batch.target().size(); i++) {
            batch.target().set(i, (float) rng.nextGaussian());
        }
    }
}
