package gridrun.graph;

import java.util.List;

/**
 * {@code y = x w + b} over the last dimension of x.
 *
 * <p>With {@code dy} the gradient of y: {@code dx = dy wᵀ}, {@code dw = xᵀ dy}, and {@code db} is the sum of dy's rows.
 */
record Affine(Use x, Use w, Use b, Node y) implements Op {

    @Override
    public String name() {
        return "matmul";
    }

    @Override
    public Formula formula() {
        return new Formula(b == null ? "{y} = {0} {1}" : "{y} = {0} {1} + 1 {2}ᵀ",
                List.of("d{0} = d{y} {1}ᵀ", "d{1} = {0}ᵀ d{y}", "d{2} = d{y}ᵀ 1"));
    }

    @Override
    public List<Use> operands() {
        return b == null ? List.of(x, w) : List.of(x, w, b);
    }

    @Override
    public Node result() {
        return y;
    }

    @Override
    public void forward(StepContext step) {
        step.kernels().products().matMul(x.value(), w.value(), b == null ? null : b.value(), y.value());
    }

    @Override
    public void backward(StepContext step) {
        if (w.needsGradient()) {
            step.kernels().products().matMulTransposedA(x.value(), y.gradient(), w.gradient());
        }
        if (b != null && b.needsGradient()) {
            step.kernels().reductions().columnSums(y.gradient(), b.gradient());
        }
        if (x.needsGradient()) {
            step.kernels().products().matMulTransposedB(y.gradient(), w.value(), x.gradient());
        }
    }

    @Override
    public int biasRows() {
        return b == null ? 0 : y.shape().rows();
    }

    @Override
    public long forwardFlops() {
        return 2L * x.shape().rows() * w.shape().size();
    }

    @Override
    public long backwardFlops() {
        return forwardFlops() * ((x.needsGradient() ? 1 : 0) + (w.needsGradient() ? 1 : 0))
                + (b != null && b.needsGradient() ? y.shape().size() : 0);
    }
}
