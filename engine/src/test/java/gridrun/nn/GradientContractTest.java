package gridrun.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.Activation;
import gridrun.activation.Tanh;
import gridrun.check.GradientCheck;
import gridrun.check.GradientVerdict;
import gridrun.graph.Graph;
import gridrun.graph.Penalty;
import gridrun.init.LecunNormal;
import gridrun.loss.Loss;
import gridrun.loss.MeanSquaredError;
import gridrun.random.Rng;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Backpropagation agrees with central differences, for every permitted layer, activation and loss. */
@Tag("slow")
class GradientContractTest {

    private static final int[] WIDTHS = {1, 2, 7, 16, 33};

    static Stream<Arguments> layersAndShapes() {
        return LayerExamples.layers()
                .flatMap(example -> Stream.of(example.inputs()).map(shape -> Arguments.of(example, shape)));
    }

    static Stream<Activation> activations() {
        return LayerExamples.activations();
    }

    static Stream<Loss> losses() {
        return LayerExamples.losses();
    }

    @ParameterizedTest
    @MethodSource("layersAndShapes")
    void layer_between_dense_layers(LayerExamples.Case example, Shape shape) {
        check(example.network(shape), 5, example.ids());
    }

    static Stream<LayerExamples.Case> layers() {
        return LayerExamples.layers();
    }

    /**
     * Shapes like those of the examples, but each dimension of any size from 1; a layer refuses those that it cannot
     * take.
     */
    @ParameterizedTest
    @MethodSource("layers")
    void layer_on_random_shapes(LayerExamples.Case example) {
        Rng rng = Rng.of(13);
        int taken = 0;
        for (int attempt = 0; attempt < 200 && taken < 4; attempt++) {
            int[] dimensions = example.inputs()[attempt % example.inputs().length].toArray();
            for (int axis = 0; axis < dimensions.length; axis++) {
                dimensions[axis] = 1 + rng.nextInt(dimensions.length == 1 ? 40 : 9);
            }
            Architecture network = example.network(Shape.of(dimensions));
            int batch = 2 + rng.nextInt(6);
            if (isPossible(network, batch)) {
                check(network, batch, example.ids());
                taken++;
            }
        }
        assertTrue(taken > 0, () -> "none of 200 random shapes was taken by " + example.layer());
    }

    private static boolean isPossible(Architecture network, int batch) {
        try {
            network.trace(batch);
            return true;
        } catch (Graph.ImpossibleShape e) {
            assertTrue(e.getMessage().contains("["), () -> "names no shape: " + e.getMessage());
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void activation_on_random_shapes(Activation activation) {
        Rng rng = Rng.of(12);
        for (int i = 0; i < 4; i++) {
            List<Layer> layers = List.of(new Dense(1 + rng.nextInt(20), new Tanh(), null, true),
                    new gridrun.nn.Activation(activation), new Flatten());
            Sequential model = new Sequential(layers, new Tanh(), new LecunNormal(), null);
            check(Architecture.of(model, new MeanSquaredError(), Shape.of(1 + rng.nextInt(5), 1 + rng.nextInt(9)),
                    Task.regression(1 + rng.nextInt(4))), 1 + rng.nextInt(7));
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void activation_of_hidden_layers(Activation activation) {
        for (int width : WIDTHS) {
            check(List.of(new Dense(width, activation, null, true), new Dense(6, activation, null, true)),
                    new MeanSquaredError(), Task.regression(2), width);
        }
    }

    @ParameterizedTest
    @MethodSource("activations")
    void activation_of_the_output_layer(Activation activation) {
        Sequential model = new Sequential(List.of(), new Tanh(), new LecunNormal(), activation);
        check(Architecture.of(model, new MeanSquaredError(), Shape.of(4), Task.regression(5)), 3);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void loss_for_two_and_more_classes(Loss loss) {
        for (int classes : new int[] {2, 3, 10}) {
            for (int batch : new int[] {1, 5, 32}) {
                Sequential model =
                        new Sequential(List.of(new Dense(9, null, null, true)), new Tanh(), new LecunNormal(), null);
                check(Architecture.of(model, loss, Shape.of(4), Task.classification(classes)), batch);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void loss_on_random_shapes(Loss loss) {
        Rng rng = Rng.of(13);
        for (int i = 0; i < 6; i++) {
            Sequential model = new Sequential(List.of(new Dense(1 + rng.nextInt(20), null, null, true)), new Tanh(),
                    new LecunNormal(), null);
            check(Architecture.of(model, loss, Shape.of(1 + rng.nextInt(9)), Task.classification(2 + rng.nextInt(20))),
                    1 + rng.nextInt(40));
        }
    }

    @Test
    void images_are_flattened_on_the_way() {
        MLP model = new MLP(List.of(8, 4), new Tanh(), new LecunNormal(), 0.25, null);
        check(Architecture.of(model, null, Shape.of(3, 3, 2), Task.classification(4)), 6);
    }

    @Test
    void kinks_are_left_out_and_counted() {
        MLP model = new MLP(List.of(40, 40), new gridrun.activation.ReLU(), new LecunNormal(), 0, null);
        Architecture architecture = Architecture.of(model, null, Shape.of(2), Task.classification(2));
        List<GradientVerdict> verdicts = GradientCheck.onRandomData(architecture.trace(32), 3).run();
        assertTrue(verdicts.stream().mapToInt(GradientVerdict::checked).sum() > 200, "most elements are checked");
        verdicts.forEach(verdict -> assertTrue(verdict.isRight(), verdict::toString));
    }

    @Test
    void gradients_lost_in_a_huge_loss_are_not_compared() {
        MLP model = new MLP(List.of(4, 4), new Tanh(), new LecunNormal(), 0, null);
        Architecture architecture = Architecture.of(model, null, Shape.of(1), Task.regression(1));
        float[] targets = {1e30f, 2e30f, 3e30f};
        Dataset huge = new Dataset(Shape.of(1), new float[] {1, 2, 3}, Task.regression(1), targets);
        List<Double> progress = new ArrayList<>();
        List<GradientVerdict> verdicts = GradientCheck.onExamples(architecture, Penalty.OF_THE_RUN, huge, Rng.of(1))
                .run(progress::add);
        assertEquals(6, verdicts.size());
        verdicts.forEach(verdict -> assertFalse(verdict.isCompared(), verdict::toString));
        assertEquals(33, verdicts.stream().mapToInt(GradientVerdict::size).sum());
        assertEquals(33, progress.size());
        assertEquals(1, progress.get(32));
    }

    private static void check(List<Layer> layers, Loss loss, Task task, int width) {
        Sequential model = new Sequential(layers, new Tanh(), new LecunNormal(), null);
        check(Architecture.of(model, loss, Shape.of(width), task), 5);
    }

    private static void check(Architecture architecture, int batch) {
        check(architecture, batch, 0);
    }

    private static void check(Architecture architecture, int batch, int ids) {
        List<GradientVerdict> verdicts = GradientCheck.onRandomData(architecture.trace(batch), 11, ids).run();
        assertFalse(verdicts.isEmpty());
        for (GradientVerdict verdict : verdicts) {
            assertTrue(verdict.isRight(), () -> architecture + " " + verdict);
            assertTrue(verdict.checked() > 0, () -> verdict.name() + ": nothing was checked");
        }
    }
}
