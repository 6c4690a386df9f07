package gridrun.graph;

import gridrun.kernel.Broadcasting;
import gridrun.tensor.Shape;
import java.util.List;

/**
 * {@code y} is {@code x}, repeated along axes; each element of {@code dx} is the sum of those of {@code dy} that repeat
 * it.
 */
record Stretch(Use x, Broadcasting broadcasting, Node y) implements Op {

    static Node trace(Graph graph, Node x, Shape shape) {
        if (x.shape().equals(shape)) {
            return x;
        }
        graph.require(shape.equals(Broadcasting.common(x.shape(), shape)), x.shape(), "cannot be stretched to", shape);
        return graph.record(new Stretch(graph.use(x), new Broadcasting(x.shape(), shape), graph.result(shape, x)));
    }

    /** The shape that both operands of an operation stretch to. */
    static Shape common(Graph graph, Node a, String relation, Node b) {
        Shape common = Broadcasting.common(a.shape(), b.shape());
        graph.require(common != null, a.shape(), relation, b.shape());
        return common;
    }

    @Override
    public String name() {
        return "broadcast";
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
        step.kernels().broadcasts().stretch(broadcasting, x.value(), y.value());
    }

    @Override
    public void backward(StepContext step) {
        if (x.needsGradient()) {
            step.kernels().broadcasts().sum(broadcasting, y.gradient(), x.gradient());
        }
    }

    @Override
    public long forwardFlops() {
        return 0;
    }

    @Override
    public long backwardFlops() {
        return x.needsGradient() ? y.shape().size() : 0;
    }
}
