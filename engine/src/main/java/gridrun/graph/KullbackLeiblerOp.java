package gridrun.graph;

import gridrun.kernel.Unary;
import java.util.List;

/**
 * {@code loss_i = Σ_j t_ij (log t_ij - log softmax(z_i)_j)}, from logits, for target rows that sum to 1: the
 * cross-entropy less the target's entropy, in which there is no z, so the gradient is that of the cross-entropy.
 */
record KullbackLeiblerOp(Use logits, Use target, Node loss) implements Op {

    @Override
    public String name() {
        return "KL divergence";
    }

    @Override
    public List<Use> operands() {
        return List.of(logits, target);
    }

    @Override
    public Node result() {
        return loss;
    }

    @Override
    public void forward(StepContext step) {
        step.kernels().losses().softmaxCrossEntropy(logits.value(), target.value(), loss.value());
        step.kernels().losses().subtractEntropy(target.value(), loss.value());
    }

    @Override
    public void backward(StepContext step) {
        step.kernels().losses().softmaxCrossEntropyGradient(
                logits.value(), target.value(), loss.gradient(), logits.gradient());
    }

    @Override
    public long forwardFlops() {
        return (Unary.EXP_FLOPS + Unary.LOG_FLOPS + 6L) * logits.shape().size();
    }

    @Override
    public long backwardFlops() {
        return (Unary.EXP_FLOPS + 4L) * logits.shape().size();
    }
}
