package gridrun.optim;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;

/**
 * Adam with weight decay decoupled from the gradient: before each step {@code w = w (1 - rate λ)}, biases left alone.
 *
 * <p>Source: Loshchilov and Hutter, Decoupled weight decay regularization, 2019.
 *
 * <p>Example: {@code train: {optimizer: {adamw: 0.05}, learning_rate: 0.001}}
 *
 * @param weightDecay λ
 * @param beta1 the share of the past in the mean
 * @param beta2 the share of the past in the mean square
 * @param epsilon what keeps the divisor from 0
 */
public record AdamW(
        @Default("0.01") double weightDecay,
        @Default("0.9") double beta1,
        @Default("0.999") double beta2,
        @Default("1e-7") double epsilon) implements Optimizer {

    public AdamW {
        Check.notNegative("weightDecay", weightDecay);
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
        return "w ← (1 - η λ) w for weights, m ← β1 m + (1 - β1) g, v ← β2 v + (1 - β2) g², "
                + "w ← w - η (m / (1 - β1^t)) / (√(v / (1 - β2^t)) + ε)";
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public double decoupledWeightDecay() {
        return weightDecay;
    }

    @Override
    public int flops() {
        return 12;
    }

    @Override
    public void step(Kernels kernels, Tensor parameters, Tensor gradients, Tensor[] states, double rate, long t) {
        new Adam(beta1, beta2, epsilon).step(kernels, parameters, gradients, states, rate, t);
    }
}
