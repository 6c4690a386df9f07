package gridrun.graph;

import gridrun.kernel.Unary;
import gridrun.tensor.Tensor;
import java.util.List;
import java.util.Locale;

/** {@code y = f(x)}, element by element; {@code dx = dy f'(x)}. */
record Elementwise(Unary f, double p, Use x, Node y) implements Op {

    /** Whether all inputs below 0 give 0. */
    boolean rectifies() {
        return f == Unary.RELU || f == Unary.LEAKY_RELU && p == 0;
    }

    @Override
    public String name() {
        return f.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Formula formula() {
        return new Formula("{y} = %s({0})".formatted(name()),
                List.of("d{0} = d{y} ⊙ %s'({0})".formatted(name())));
    }

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
        step.kernels().elements().unary(f, p, x.value(), y.value());
    }

    @Override
    public void backward(StepContext step) {
        if (x.needsGradient()) {
            step.kernels().elements().unaryGradient(f, p, x.value(), y.value(), y.gradient(), x.gradient());
        }
    }

    @Override
    public long sides() {
        return sides(f, x.value());
    }

    /** On which side of f's kink each element lies. */
    static long sides(Unary f, Tensor x) {
        if (!f.hasKink()) {
            return 0;
        }
        long hash = 0;
        for (int i = 0; i < x.size(); i++) {
            hash = 31 * hash + (x.get(i) > 0 ? 1 : 2);
        }
        return hash;
    }

    @Override
    public long forwardFlops() {
        return f.flops() * (long) x.shape().size();
    }

    @Override
    public long backwardFlops() {
        return x.needsGradient() ? f.gradientFlops() * (long) x.shape().size() : 0;
    }
}
