package gridrun.graph;

import gridrun.tensor.Shape;
import java.util.List;

/**
 * {@code y = γ h + β} with {@code h = (x - μ) / √(σ² + ε)}, mean and variance being those of each row.
 *
 * <p>With {@code g = γ dy}: {@code dx = (g - mean(g) - h mean(g h)) / √(σ² + ε)}; {@code dγ = Σ_rows dy h},
 * {@code dβ = Σ_rows dy}. Source: Ba, Kiros and Hinton, Layer normalization, 2016.
 */
record LayerNorm(double epsilon, Use x, Use gamma, Use beta, Node h, Node r, Node y) implements Op {

    static Node trace(Graph graph, Node x, Node gamma, Node beta, double epsilon) {
        Shape row = Shape.of(x.shape().last());
        graph.require(gamma.shape().equals(row) && beta.shape().equals(row), x.shape(), "does not meet", gamma.shape());
        return graph.record(new LayerNorm(epsilon, graph.use(x), graph.use(gamma), graph.use(beta),
                graph.buffer(x.shape()), graph.buffer(Shape.of(x.shape().rows())),
                graph.result(x.shape(), x, gamma, beta)));
    }

    @Override
    public List<Use> operands() {
        return List.of(x, gamma, beta);
    }

    @Override
    public Node result() {
        return y;
    }

    @Override
    public void forward(StepContext step) {
        step.kernels().rowNormalizations().normalizeRows(
                x.value(), gamma.value(), beta.value(), epsilon, h.value(), r.value(), y.value());
    }

    @Override
    public void backward(StepContext step) {
        step.kernels().rowNormalizations().rowsParameterGradients(
                h.value(), y.gradient(), gamma.gradient(), beta.gradient());
        if (x.needsGradient()) {
            step.kernels().rowNormalizations().rowsGradient(
                    gamma.value(), h.value(), r.value(), y.gradient(), x.gradient());
        }
    }

    @Override
    public long forwardFlops() {
        return 7L * x.shape().size();
    }

    @Override
    public long backwardFlops() {
        return (x.needsGradient() ? 11L : 3L) * x.shape().size();
    }
}
