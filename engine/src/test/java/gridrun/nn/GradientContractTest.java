package gridrun.nn;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.Activation;
import gridrun.activation.Tanh;
import gridrun.check.GradientCheck;
import gridrun.check.Verdict;
import gridrun.init.LecunNormal;
import gridrun.loss.Loss;
import gridrun.loss.MeanSquaredError;
import gridrun.tensor.Shape;
import gridrun.train.Dataset.Task;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Backpropagation agrees with central differences, for every permitted layer, activation and loss. */
class GradientContractTest {

    private static final int[] WIDTHS = {1, 2, 7, 16, 33};

    static Stream<Arguments> layersAndShapes() {
        return Examples.layers().flatMap(example ->
                Stream.of(example.inputs()).map(shape -> Arguments.of(example, shape)));
    }

    static Stream<Activation> activations() {
        return Examples.activations();
    }

    static Stream<Loss> losses() {
        return Examples.losses();
    }

    @ParameterizedTest
    @MethodSource("layersAndShapes")
    void layer_between_dense_layers(Examples.Case example, Shape shape) {
        check(example.network(shape), 5, example.ids());
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
                Sequential model = new Sequential(List.of(new Dense(9, null, null, true)), new Tanh(), new LecunNormal(), null);
                check(Architecture.of(model, loss, Shape.of(4), Task.classification(classes)), batch);
            }
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
        List<Verdict> verdicts = GradientCheck.onRandomData(architecture.trace(32), 3).run();
        assertTrue(verdicts.stream().mapToInt(Verdict::checked).sum() > 200, "most elements are checked");
        verdicts.forEach(verdict -> assertTrue(verdict.isRight(), verdict::toString));
    }

    private static void check(List<Layer> layers, Loss loss, Task task, int width) {
        Sequential model = new Sequential(layers, new Tanh(), new LecunNormal(), null);
        check(Architecture.of(model, loss, Shape.of(width), task), 5);
    }

    private static void check(Architecture architecture, int batch) {
        check(architecture, batch, 0);
    }

    private static void check(Architecture architecture, int batch, int ids) {
        List<Verdict> verdicts = GradientCheck.onRandomData(architecture.trace(batch), 11, ids).run();
        assertFalse(verdicts.isEmpty());
        for (Verdict verdict : verdicts) {
            assertTrue(verdict.isRight(), () -> architecture + " " + verdict);
            assertTrue(verdict.checked() > 0, () -> verdict.name() + ": nothing was checked");
        }
    }
}
