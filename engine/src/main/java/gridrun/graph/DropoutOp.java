package gridrun.graph;

import gridrun.random.Rng;
import java.util.List;

/**
 * {@code y = mask x} in training, with a mask of zeros and {@code 1 / (1 - rate)}; {@code y = x} in evaluation.
 *
 * <p>{@code dx = mask dy}. The mask is a pure function of the step's key and the operation's index, so it is the same
 * for any order of work.
 */
record DropoutOp(double rate, int index, Use x, Node mask, Node y) implements Op {

    @Override
    public List<Use> operands() {
        return List.of(x);
    }

    @Override
    public Node result() {
        return y;
    }

    @Override
    public void forward(StepContext step) {
        if (step.training()) {
            step.kernels().noises().dropout(x.value(), rate, Rng.key(step.randomKey(), index), mask.value(), y.value());
        } else {
            step.kernels().elements().copy(x.value(), y.value());
        }
    }

    @Override
    public void backward(StepContext step) {
        if (x.needsGradient()) {
            step.kernels().elements().multiply(mask.value(), y.gradient(), x.gradient());
        }
    }
}
