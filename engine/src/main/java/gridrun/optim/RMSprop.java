package gridrun.optim;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;

/**
 * Divides each gradient by a running root mean square of it: {@code s = ρ s + (1 - ρ) g²; w = w - rate g / (√s + ε)}.
 *
 * <p>Source: Tieleman and Hinton, Lecture 6.5, Neural networks for machine learning, 2012.
 *
 * <p>Example: {@code train: {optimizer: {rmsprop: 0.99}, learning_rate: 0.001}}
 *
 * @param rho the share of the past in the running mean
 * @param epsilon what keeps the divisor from 0
 */
public record RMSprop(@Default("0.9") double rho, @Default("1e-7") double epsilon) implements Optimizer {

    public RMSprop {
        Check.fraction("rho", rho);
        Check.epsilon("epsilon", epsilon);
    }

    @Override
    public double defaultLearningRate() {
        return 0.001;
    }

    @Override
    public String rule() {
        return "s ← ρ s + (1 - ρ) g², w ← w - η g / (√s + ε)";
    }

    @Override
    public int states() {
        return 1;
    }

    @Override
    public int flops() {
        return 9;
    }

    @Override
    public void step(Kernels kernels, Tensor parameters, Tensor gradients, Tensor[] states, double rate, long t) {
        kernels.updates().rmsprop(parameters, gradients, states[0], rate, rho, epsilon);
    }
}
