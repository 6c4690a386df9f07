package gridrun.graph;

import gridrun.tensor.Shape;
import java.util.List;

/** {@code c = a / b}, element by element; {@code da = dc / b}, {@code db = -c dc / b}. */
record Quotient(Use a, Use b, Node c) implements Op {

    static Node trace(Graph graph, Node a, Node b) {
        Shape shape = Stretch.common(graph, a, "cannot be divided by", b);
        Node left = Stretch.trace(graph, a, shape), right = Stretch.trace(graph, b, shape);
        return graph.record(new Quotient(graph.use(left), graph.use(right), graph.result(shape, left, right)));
    }

    @Override
    public String name() {
        return "divide";
    }

    @Override
    public List<Use> operands() {
        return List.of(a, b);
    }

    @Override
    public Node result() {
        return c;
    }

    @Override
    public void forward(StepContext step) {
        step.kernels().elements().divide(a.value(), b.value(), c.value());
    }

    @Override
    public void backward(StepContext step) {
        if (a.needsGradient()) {
            step.kernels().elements().divide(c.gradient(), b.value(), a.gradient());
        }
        if (b.needsGradient()) {
            step.kernels().elements().divide(c.gradient(), b.value(), b.gradient());
            step.kernels().elements().multiply(c.value(), b.gradient(), b.gradient());
            step.kernels().elements().scale(-1, b.gradient(), b.gradient());
        }
    }

    @Override
    public long backwardFlops() {
        return forwardFlops() * ((a.needsGradient() ? 1 : 0) + (b.needsGradient() ? 2 : 0));
    }
}
