package gridrun.optim;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;

/**
 * Adaptive moments: running means of the gradient and of its square, each corrected for its start at 0.
 *
 * <p>Source: Kingma and Ba, Adam: a method for stochastic optimization, 2015.
 *
 * <p>Example: {@code train: {optimizer: {type: adam, beta1: 0.95}, learning_rate: 0.01}}
 *
 * @param beta1 the share of the past in the mean
 * @param beta2 the share of the past in the mean square
 * @param epsilon what keeps the divisor from 0
 */
public record Adam(
        @Default("0.9") double beta1,
        @Default("0.999") double beta2,
        @Default("1e-7") double epsilon) implements Optimizer {

    public Adam {
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
        return "m ← β1 m + (1 - β1) g, v ← β2 v + (1 - β2) g², "
                + "w ← w - η (m / (1 - β1^t)) / (√(v / (1 - β2^t)) + ε)";
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public int flops() {
        return 12;
    }

    @Override
    public void step(Kernels kernels, Tensor parameters, Tensor gradients, Tensor[] states, double rate, long t) {
        kernels.updates().adam(parameters, gradients, states[0], states[1], rate, beta1, beta2, epsilon,
                1 - Powers.of(beta1, t), 1 - Powers.of(beta2, t));
    }
}
