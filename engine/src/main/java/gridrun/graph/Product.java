package gridrun.graph;

import gridrun.tensor.Shape;
import java.util.List;

/** {@code c = a b}, element by element; {@code da = dc b}, {@code db = dc a}. */
record Product(Use a, Use b, Node c) implements Op {

    static Node trace(Graph graph, Node a, Node b) {
        Shape shape = Stretch.common(graph, a, "cannot be multiplied by", b);
        Node left = Stretch.trace(graph, a, shape), right = Stretch.trace(graph, b, shape);
        return graph.record(new Product(graph.use(left), graph.use(right), graph.result(shape, left, right)));
    }

    @Override
    public String name() {
        return "multiply";
    }

    @Override
    public Formula formula() {
        return new Formula("{y} = {0} ⊙ {1}",
                List.of("d{0} = d{y} ⊙ {1}", "d{1} = d{y} ⊙ {0}"));
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
        step.kernels().elements().multiply(a.value(), b.value(), c.value());
    }

    @Override
    public void backward(StepContext step) {
        if (a.needsGradient()) {
            step.kernels().elements().multiply(c.gradient(), b.value(), a.gradient());
        }
        if (b.needsGradient()) {
            step.kernels().elements().multiply(c.gradient(), a.value(), b.gradient());
        }
    }

    @Override
    public long backwardFlops() {
        return forwardFlops() * ((a.needsGradient() ? 1 : 0) + (b.needsGradient() ? 1 : 0));
    }
}
