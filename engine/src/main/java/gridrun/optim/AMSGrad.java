package gridrun.optim;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;

/**
 * Adam whose divisor never shrinks: in place of the mean square stands the largest that there has been.
 *
 * <p>Source: Reddi, Kale and Kumar, On the convergence of Adam and beyond, 2018; both means are corrected for their
 * start at 0, as in PyTorch.
 *
 * <p>Example: {@code train: {optimizer: amsgrad, learning_rate: 0.001}}
 *
 * @param beta1 the share of the past in the mean
 * @param beta2 the share of the past in the mean square
 * @param epsilon what keeps the divisor from 0
 */
public record AMSGrad(
        @Default("0.9") double beta1,
        @Default("0.999") double beta2,
        @Default("1e-7") double epsilon) implements Optimizer {

    public AMSGrad {
        Check.fraction("beta1", beta1);
        Check.fraction("beta2", beta2);
        Check.epsilon("epsilon", epsilon);
    }

    @Override
    public double defaultLearningRate() {
        return 0.001;
    }

    @Override
    public String rule() {
        return "m ← β1 m + (1 - β1) g, v ← β2 v + (1 - β2) g², x ← max(x, v), "
                + "w ← w - η (m / (1 - β1^t)) / (√(x / (1 - β2^t)) + ε)";
    }

    @Override
    public int states() {
        return 3;
    }

    @Override
    public int flops() {
        return 12;
    }

    @Override
    public void step(Kernels kernels, Tensor parameters, Tensor gradients, Tensor[] states, double rate, long t) {
        kernels.updates().amsgrad(parameters, gradients, states[0], states[1], states[2], rate, beta1, beta2, epsilon,
                1 - Powers.of(beta1, t), 1 - Powers.of(beta2, t));
    }
}
