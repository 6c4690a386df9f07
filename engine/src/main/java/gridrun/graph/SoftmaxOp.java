package gridrun.graph;

import gridrun.kernel.Unary;
import java.util.List;

/** {@code y = softmax(x)} along rows; {@code dx = y (dy - Σ_row dy y)}, for the Jacobian is {@code diag(y) - y yᵀ}. */
record SoftmaxOp(Use x, Node y) implements Op {

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
        step.kernels().rows().softmax(x.value(), y.value());
    }

    @Override
    public void backward(StepContext step) {
        if (x.needsGradient()) {
            step.kernels().rows().softmaxGradient(y.value(), y.gradient(), x.gradient());
        }
    }

    @Override
    public long forwardFlops() {
        return (Unary.EXP_FLOPS + 3L) * x.shape().size();
    }

    @Override
    public long backwardFlops() {
        return x.needsGradient() ? 4L * x.shape().size() : 0;
    }
}
