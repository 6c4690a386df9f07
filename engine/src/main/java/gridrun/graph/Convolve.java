package gridrun.graph;

import gridrun.kernel.Convolution;
import gridrun.tensor.Shape;
import java.util.List;

/**
 * {@code y = x * w + b}, a convolution (as the field calls it; without turning w, a cross-correlation).
 *
 * <p>With {@code dy} the gradient of y: {@code dw} correlates x with dy, {@code dx} convolves dy with w, and {@code db}
 * is the sum of dy's rows.
 */
record Convolve(Convolution geometry, Use x, Use w, Use b, Node y) implements Op {

    /** The result's shape is the geometry's output or has as many elements. */
    static Node trace(Graph graph, Convolution geometry, Node x, Node w, Node b, Shape result) {
        return graph.record(new Convolve(geometry, graph.use(x), graph.use(w), b == null ? null : graph.use(b),
                graph.result(result, x, w)));
    }

    @Override
    public String name() {
        return "convolution";
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
        step.kernels().convolutions()
                .forward(geometry, x.value(), w.value(), b == null ? null : b.value(), y.value());
    }

    @Override
    public void backward(StepContext step) {
        boolean biased = b != null && b.needsGradient();
        if (w.needsGradient()) {
            step.kernels().convolutions()
                    .weightGradient(geometry, x.value(), y.gradient(), w.gradient(), biased ? b.gradient() : null);
        } else if (biased) {
            step.kernels().reductions().columnSums(y.gradient(), b.gradient());
        }
        if (x.needsGradient()) {
            step.kernels().convolutions().inputGradient(geometry, y.gradient(), w.value(), x.gradient());
        }
    }

    @Override
    public long forwardFlops() {
        return 2L * y.shape().size() * geometry.chain();
    }

    @Override
    public long backwardFlops() {
        return forwardFlops() * ((x.needsGradient() ? 1 : 0) + (w.needsGradient() ? 1 : 0))
                + (b != null && b.needsGradient() ? y.shape().size() : 0);
    }
}
