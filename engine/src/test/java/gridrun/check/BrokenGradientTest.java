package gridrun.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.graph.Op;
import gridrun.nn.Architecture;
import gridrun.nn.Architecture.Traced;
import gridrun.nn.LayerExamples;
import gridrun.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The check finds mistakes: one is planted into every rule of every kind of layer, one at a time. */
@Tag("long")
class BrokenGradientTest {

    private static final int BATCH = 3;

    static Stream<LayerExamples.Case> layers() {
        return LayerExamples.layers();
    }

    @ParameterizedTest
    @MethodSource("layers")
    @DisplayName("A gradient that is 1 % too long, or points the other way, is found in each operand of each operation")
    void plantedMistake_isFound(LayerExamples.Case example) {
        Shape shape = example.inputs()[example.inputs().length - 1];
        Architecture network = example.network(shape);
        int planted = 0;
        for (int operation = 0; operation < network.trace(BATCH).graph().operations().size(); operation++) {
            for (int operand : operandsWithGradient(network.trace(BATCH).graph().operations().get(operation))) {
                planted += isFound(network, example.ids(), operation, operand, 1.01) ? 1 : 0;
                planted += isFound(network, example.ids(), operation, operand, -1) ? 1 : 0;
            }
        }
        assertTrue(planted >= 8, "the layers around it alone have four rules");
    }

    private static List<Integer> operandsWithGradient(Op operation) {
        List<Integer> operands = new ArrayList<>();
        for (int i = 0; i < operation.operands().size(); i++) {
            if (operation.operands().get(i).needsGradient()) {
                operands.add(i);
            }
        }
        return operands;
    }

    /** Whether a mistake was planted, and then it was found: none can be where the gradient is 0 anyway. */
    private static boolean isFound(Architecture network, int ids, int operation, int operand, double factor) {
        Traced traced = network.trace(BATCH);
        Broken broken = new Broken(traced.graph().operations().get(operation), operand, factor);
        traced.graph().operations().set(operation, broken);
        List<GradientVerdict> verdicts = GradientCheck.onRandomData(traced, 5, ids).run();
        if (broken.norm() < 1e-6) {
            return false;
        }
        assertFalse(verdicts.stream().allMatch(GradientVerdict::isRight),
                () -> network.model() + ": " + broken + " " + verdicts);
        return true;
    }
}
