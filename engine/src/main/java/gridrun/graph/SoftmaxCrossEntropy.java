package gridrun.graph;

import gridrun.kernel.Unary;
import java.util.List;

/**
 * {@code loss_i = log Σ_j e^z_ij - Σ_j t_ij z_ij}, from logits; {@code dz_ij = (softmax(z_i)_j - t_ij) dloss_i}.
 *
 * <p>Taking logits rather than probabilities keeps both exact where softmax saturates.
 */
record SoftmaxCrossEntropy(Use logits, Use target, Node loss) implements Op {

    @Override
    public String name() {
        return "cross-entropy";
    }

    @Override
    public Formula formula() {
        return new Formula("{y}_i = log Σ_j e^{0}_ij - Σ_j {1}_ij {0}_ij",
                List.of("d{0}_ij = (softmax({0}_i)_j - {1}_ij) d{y}_i"));
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
    }

    @Override
    public void backward(StepContext step) {
        step.kernels().losses().softmaxCrossEntropyGradient(
                logits.value(), target.value(), loss.gradient(), logits.gradient());
    }

    @Override
    public long forwardFlops() {
        return (Unary.EXP_FLOPS + 4L) * logits.shape().size();
    }
}
