package gridrun.graph;

import java.util.List;

/** {@code c = a + b}; {@code da = db = dc}. */
record Sum(Use a, Use b, Node c) implements Op {

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
        step.kernels().add(a.value(), b.value(), c.value());
    }

    @Override
    public void backward(Step step) {
        for (Use operand : operands()) {
            if (operand.needsGradient()) {
                step.kernels().copy(c.gradient(), operand.gradient());
            }
        }
    }
}
