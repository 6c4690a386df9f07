package gridrun.optim;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;

/**
 * Divides each gradient by the root of the sum of all its squares so far:
 * {@code s = s + g²; w = w - rate g / (√s + ε)}.
 *
 * <p>Source: Duchi, Hazan and Singer, Adaptive subgradient methods for online learning and stochastic optimization,
 * 2011.
 *
 * <p>Example: {@code train: {optimizer: adagrad, learning_rate: 0.01}}
 *
 * @param epsilon what keeps the divisor from 0
 */
public record Adagrad(@Default("1e-7") double epsilon) implements Optimizer {

    public Adagrad {
        Check.epsilon("epsilon", epsilon);
    }

    @Override
    public double defaultLearningRate() {
        return 0.01;
    }

    @Override
    public String rule() {
        return "s ← s + g², w ← w - η g / (√s + ε)";
    }

    @Override
    public int states() {
        return 1;
    }

    @Override
    public int flops() {
        return 7;
    }

    @Override
    public void step(Kernels kernels, Tensor parameters, Tensor gradients, Tensor[] states, double rate, long t) {
        kernels.updates().adagrad(parameters, gradients, states[0], rate, epsilon);
    }
}
