package gridrun.graph;

import gridrun.tensor.Tensor;
import java.util.List;

/** Two arrays of one shape as the two parts along a new leading axis, as NumPy's {@code stack}. */
public final class Stack implements Op {

    private final Use a;
    private final Use b;
    private final Node both;
    private Tensor[] values;
    private Tensor[] gradients;

    private Stack(Use a, Use b, Node both) {
        this.a = a;
        this.b = b;
        this.both = both;
    }

    /** {@code [2, ...]} from a and b [...]. */
    public static Node trace(Graph graph, Node a, Node b) {
        graph.require(a.shape().equals(b.shape()), a.shape(), "cannot be stacked with", b.shape());
        return graph.record(new Stack(graph.use(a), graph.use(b), graph.result(a.shape().batched(2), a, b)));
    }

    @Override
    public List<Use> operands() {
        return List.of(a, b);
    }

    @Override
    public Node result() {
        return both;
    }

    @Override
    public void bind() {
        values = both.value().parts();
        gradients = both.gradient() == null ? null : both.gradient().parts();
    }

    @Override
    public void forward(StepContext step) {
        step.kernels().elements().copy(a.value(), values[0]);
        step.kernels().elements().copy(b.value(), values[1]);
    }

    @Override
    public void backward(StepContext step) {
        if (a.needsGradient()) {
            step.kernels().elements().copy(gradients[0], a.gradient());
        }
        if (b.needsGradient()) {
            step.kernels().elements().copy(gradients[1], b.gradient());
        }
    }

    @Override
    public long forwardFlops() {
        return 0;
    }
}
