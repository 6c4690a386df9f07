package gridrun.graph;

import gridrun.kernel.Unary;
import java.util.List;

/**
 * {@code loss_i = mean_j (max(z, 0) - t z + log(1 + e^-|z|))}, from logits;
 * {@code dz_ij = (sigmoid(z) - t) dloss_i / n}.
 *
 * <p>The form with |z| never raises e to a positive power, so it is finite for every finite logit.
 */
record SigmoidCrossEntropy(Use logits, Use target, Node loss) implements Op {

    @Override
    public String name() {
        return "cross-entropy";
    }

    @Override
    public Formula formula() {
        return new Formula("{y}_i = mean_j (max(z, 0) - t z + log(1 + e^-|z|)),  z = {0}_ij, t = {1}_ij",
                List.of("d{0}_ij = (σ({0}_ij) - {1}_ij) / n · d{y}_i"));
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
        step.kernels().losses().sigmoidCrossEntropy(logits.value(), target.value(), loss.value());
    }

    @Override
    public void backward(StepContext step) {
        step.kernels().losses().sigmoidCrossEntropyGradient(
                logits.value(), target.value(), loss.gradient(), logits.gradient());
    }

    @Override
    public long forwardFlops() {
        return (Unary.SOFTPLUS.flops() + 3L) * logits.shape().size();
    }

    @Override
    public long backwardFlops() {
        return (Unary.SIGMOID.flops() + 2L) * logits.shape().size();
    }
}
