package gridrun.check;

import gridrun.graph.Node;
import gridrun.graph.Op;
import gridrun.graph.StepContext;
import gridrun.graph.Use;
import gridrun.tensor.Tensor;
import java.util.List;

/** An operation whose gradient of one operand is multiplied by a factor that is not 1. */
final class Broken implements Op {

    private final Op right;
    private final int operand;
    private final double factor;
    private double norm;

    Broken(Op right, int operand, double factor) {
        this.right = right;
        this.operand = operand;
        this.factor = factor;
    }

    @Override
    public List<Use> operands() {
        return right.operands();
    }

    @Override
    public Node result() {
        return right.result();
    }

    @Override
    public void bind() {
        right.bind();
    }

    @Override
    public void forward(StepContext step) {
        right.forward(step);
    }

    @Override
    public void backward(StepContext step) {
        right.backward(step);
        Tensor gradient = operands().get(operand).gradient();
        norm = Math.sqrt(step.kernels().reductions().sumOfSquares(gradient));
        step.kernels().elements().scale(factor, gradient, gradient);
    }

    @Override
    public long sides() {
        return right.sides();
    }

    @Override
    public String toString() {
        return "%s, operand %d times %s, gradient norm %.1e".formatted(
                right.getClass().getSimpleName(), operand, factor, norm);
    }

    /** Of the gradient as it would be right. */
    double norm() {
        return norm;
    }
}
