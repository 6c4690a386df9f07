package gridrun.graph;

import gridrun.kernel.ColumnNormalizations;
import gridrun.kernel.Kernels;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.List;

/**
 * {@code y = γ x̂ + β}, where x̂ is x less its mean, divided by its deviation, by columns over all leading dimensions.
 *
 * <p>In training mean and variance are the batch's, and so functions of x: {@code dx = γ v (dy - dβ / m - x̂ dγ / m)}
 * with {@code v = 1 / √(variance + ε)}, {@code dγ = Σ dy x̂} and {@code dβ = Σ dy}. The running ones, which evaluation
 * takes, follow them: {@code running = momentum running + (1 - momentum) batch}, the variance's without bias. They do
 * not follow a single row, whose variance is 0 and tells nothing.
 */
record BatchNormalizationOp(double momentum, double epsilon, Use x, Use gamma, Use beta, Node runningMean,
        Node runningVariance, Node mean, Node variance, Node y) implements Op {

    static Node trace(Graph graph, Node x, Node gamma, Node beta, Node runningMean, Node runningVariance,
            double momentum, double epsilon) {
        Shape columns = Shape.of(x.shape().last());
        graph.require(gamma.shape().equals(columns), x.shape(), "does not meet scales", gamma.shape());
        return graph.record(new BatchNormalizationOp(momentum, epsilon, graph.use(x), graph.use(gamma), graph.use(beta),
                runningMean, runningVariance, graph.buffer(columns), graph.buffer(columns),
                graph.result(x.shape(), x, gamma, beta)));
    }

    @Override
    public String name() {
        return "batch norm";
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
    public boolean lacksStatistics() {
        return x.shape().rows() == 1;
    }

    @Override
    public void forward(StepContext step) {
        ColumnNormalizations kernels = step.kernels().columnNormalizations();
        Node means = step.training() ? mean : runningMean;
        Node variances = step.training() ? variance : runningVariance;
        if (step.training()) {
            kernels.moments(x.value(), mean.value(), variance.value());
            if (!lacksStatistics()) {
                double m = x.shape().rows();
                follow(step.kernels(), mean.value(), 1, runningMean.value());
                follow(step.kernels(), variance.value(), m / (m - 1), runningVariance.value());
            }
        }
        kernels.normalize(x.value(), means.value(), variances.value(), epsilon, gamma.value(), beta.value(), y.value());
    }

    private void follow(Kernels kernels, Tensor statistic, double correction, Tensor running) {
        kernels.elements().scale(momentum, running, running);
        kernels.elements().addScaled((1 - momentum) * correction, statistic, running);
    }

    @Override
    public void backward(StepContext step) {
        step.kernels().columnNormalizations().gradients(x.value(), mean.value(), variance.value(), epsilon,
                gamma.value(),
                y.gradient(), gamma.gradient(), beta.gradient(), x.needsGradient() ? x.gradient() : null);
    }

    @Override
    public long forwardFlops() {
        return 9L * x.shape().size();
    }

    @Override
    public long backwardFlops() {
        return (x.needsGradient() ? 11L : 5L) * x.shape().size();
    }
}
