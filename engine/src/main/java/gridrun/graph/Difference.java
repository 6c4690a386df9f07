package gridrun.graph;

import gridrun.tensor.Shape;
import java.util.List;

/** {@code c = a - b}; {@code da = dc}, {@code db = -dc}. */
record Difference(Use a, Use b, Node c) implements Op {

    static Node trace(Graph graph, Node a, Node b) {
        Shape shape = Stretch.common(graph, a, "cannot be less", b);
        Node left = Stretch.trace(graph, a, shape), right = Stretch.trace(graph, b, shape);
        return graph.record(new Difference(graph.use(left), graph.use(right), graph.result(shape, left, right)));
    }

    @Override
    public String name() {
        return "subtract";
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
        step.kernels().elements().scale(-1, b.value(), c.value());
        step.kernels().elements().add(a.value(), c.value(), c.value());
    }

    @Override
    public void backward(StepContext step) {
        if (a.needsGradient()) {
            step.kernels().elements().copy(c.gradient(), a.gradient());
        }
        if (b.needsGradient()) {
            step.kernels().elements().scale(-1, c.gradient(), b.gradient());
        }
    }

    @Override
    public long backwardFlops() {
        return 0;
    }
}
