package gridrun.optim;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;

/**
 * Adam with Nesterov's momentum: the mean of the gradients is taken as if one step ahead.
 *
 * <p>Source: Dozat, Incorporating Nesterov momentum into Adam, 2016, with the momentum schedule
 * {@code μ = β1 (1 - 0.96^(0.004 t) / 2)} of its section on details, as in Keras and PyTorch.
 *
 * <p>Example: {@code train: {optimizer: nadam, learning_rate: 0.002}}
 *
 * @param beta1 the share of the past in the mean
 * @param beta2 the share of the past in the mean square
 * @param epsilon what keeps the divisor from 0
 */
public record Nadam(
        @Default("0.9") double beta1,
        @Default("0.999") double beta2,
        @Default("1e-7") double epsilon) implements Optimizer {

    /** {@code 0.96^0.004}. */
    private static final double DECAY = StrictMath.pow(0.96, 0.004);
    /** A product of momenta so small that 1 less it is 1. */
    private static final double NOTHING = 0x1p-60;

    public Nadam {
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
        return "m and v as of adam, w ← w - η / (√(v / (1 - β2^t)) + ε) · "
                + "(μ_(t+1) m / (1 - Π μ up to t+1) + (1 - μ_t) g / (1 - Π μ up to t))";
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public int flops() {
        return 14;
    }

    @Override
    public void step(Kernels kernels, Tensor parameters, Tensor gradients, Tensor[] states, double rate, long t) {
        double momentum = momentum(Powers.of(DECAY, t));
        double next = momentum(Powers.of(DECAY, t + 1));
        double product = product(t);
        kernels.updates().nadam(parameters, gradients, states[0], states[1],
                rate * next / (1 - product * next), rate * (1 - momentum) / (1 - product),
                beta1, beta2, epsilon, 1 - Powers.of(beta2, t));
    }

    private double momentum(double decay) {
        return beta1 * (1 - 0.5 * decay);
    }

    /** {@code μ_1 μ_2 ⋯ μ_t}, which is nothing after some sixty steps, since a momentum begins at half of β1. */
    private double product(long t) {
        double product = 1;
        double decay = 1;
        for (long s = 1; s <= t && product > NOTHING; s++) {
            decay *= DECAY;
            product *= momentum(decay);
        }
        return product;
    }
}
