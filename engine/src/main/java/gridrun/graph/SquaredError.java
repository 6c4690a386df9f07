package gridrun.graph;

import java.util.List;

/** {@code loss_i = mean_j (y_ij - t_ij)²}; {@code dy_ij = 2 (y_ij - t_ij) dloss_i / n}. */
record SquaredError(Use output, Use target, Node loss) implements Op {

    @Override
    public List<Use> operands() {
        return List.of(output, target);
    }

    @Override
    public Node result() {
        return loss;
    }

    @Override
    public void forward(Step step) {
        step.kernels().squaredError(output.value(), target.value(), loss.value());
    }

    @Override
    public void backward(Step step) {
        step.kernels().squaredErrorGradient(output.value(), target.value(), loss.gradient(), output.gradient());
    }

    @Override
    public long forwardFlops() {
        return 3L * output.shape().size();
    }
}
