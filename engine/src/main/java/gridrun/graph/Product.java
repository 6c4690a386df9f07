package gridrun.graph;

import java.util.List;

/** {@code c = a b}, element by element; {@code da = dc b}, {@code db = dc a}. */
record Product(Use a, Use b, Node c) implements Op {

    @Override
    public List<Use> operands() {
        return List.of(a, b);
    }

    @Override
    public Node result() {
        return c;
    }

    @Override
    public void forward(Step step) {
        step.kernels().multiply(a.value(), b.value(), c.value());
    }

    @Override
    public void backward(Step step) {
        if (a.needsGradient()) {
            step.kernels().multiply(c.gradient(), b.value(), a.gradient());
        }
        if (b.needsGradient()) {
            step.kernels().multiply(c.gradient(), a.value(), b.gradient());
        }
    }
}
