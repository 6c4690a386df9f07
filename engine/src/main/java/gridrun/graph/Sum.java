package gridrun.graph;

import gridrun.graph.Use.Memory;
import gridrun.tensor.Shape;
import java.util.List;

/** {@code c = a + b}; {@code da = db = dc}, of which one stays where dc is. */
record Sum(Use a, Use b, Node c) implements Op {

    static Node trace(Graph graph, Node a, Node b) {
        Shape shape = Stretch.common(graph, a, "cannot be added to", b);
        Node left = Stretch.trace(graph, a, shape), right = Stretch.trace(graph, b, shape);
        Memory first = left.needsGradient() ? Memory.SHARED : Memory.OWN;
        Memory second = left.needsGradient() ? Memory.OWN : Memory.SHARED;
        return graph.record(new Sum(
                graph.use(left, first), graph.use(right, second), graph.result(shape, left, right)));
    }

    @Override
    public String name() {
        return "add";
    }

    @Override
    public Formula formula() {
        return new Formula("{y} = {0} + {1}",
                List.of("d{0} = d{y}", "d{1} = d{y}"));
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
        step.kernels().elements().add(a.value(), b.value(), c.value());
    }

    @Override
    public void backward(StepContext step) {
        handBack(step, a);
        handBack(step, b);
    }

    private void handBack(StepContext step, Use operand) {
        if (operand.needsGradient() && operand.memory() != Memory.SHARED) {
            step.kernels().elements().copy(c.gradient(), operand.gradient());
        }
    }

    @Override
    public long backwardFlops() {
        return 0;
    }
}
