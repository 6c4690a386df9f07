package gridrun.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.graph.Node;
import gridrun.graph.Op;
import gridrun.graph.StepContext;
import gridrun.graph.Use;
import gridrun.nn.Architecture;
import gridrun.nn.Architecture.Traced;
import gridrun.nn.LayerExamples;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
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

    /** An operation whose gradient of one operand is multiplied by a factor that is not 1. */
    private static final class Broken implements Op {

        private final Op right;
        private final int operand;
        private final double factor;
        private double norm;

        Broken(Op right, int operand, double factor) {
            this.right = right;
            this.operand = operand;
            this.factor = factor;
        }

        @Override
        public List<Use> operands() {
            return right.operands();
        }

        @Override
        public Node result() {
            return right.result();
        }

        @Override
        public void bind() {
            right.bind();
        }

        @Override
        public void forward(StepContext step) {
            right.forward(step);
        }

        @Override
        public void backward(StepContext step) {
            right.backward(step);
            Tensor gradient = operands().get(operand).gradient();
            norm = Math.sqrt(step.kernels().reductions().sumOfSquares(gradient));
            step.kernels().elements().scale(factor, gradient, gradient);
        }

        @Override
        public long sides() {
            return right.sides();
        }

        @Override
        public String toString() {
            return "%s, operand %d times %s, gradient norm %.1e".formatted(
                    right.getClass().getSimpleName(), operand, factor, norm);
        }
    }

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
        if (broken.norm < 1e-6) {
            return false;
        }
        assertFalse(verdicts.stream().allMatch(GradientVerdict::isRight),
                () -> network.model() + ": " + broken + " " + verdicts);
        return true;
    }
}
