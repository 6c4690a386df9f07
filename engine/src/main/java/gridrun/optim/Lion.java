package gridrun.optim;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;

/**
 * Moves every parameter by the learning rate, against the sign of a mean of gradients: {@code c = β1 m + (1 - β1) g; w
 * = w - rate sign(c); m = β2 m + (1 - β2) g}. Before each step {@code w = w (1 - rate λ)}, biases left alone. Its rates
 * are a third to a tenth of Adam's, and λ as much larger.
 *
 * <p>Source: Chen et al., Symbolic discovery of optimization algorithms, 2023.
 *
 * <p>Example: {@code train: {optimizer: {type: lion, weight_decay: 0.1}, learning_rate: 0.0001}}
 *
 * @param weightDecay λ
 * @param beta1 the share of the past in the mean whose sign is taken
 * @param beta2 the share of the past in the mean that is kept
 */
public record Lion(
        @Default("0") double weightDecay,
        @Default("0.9") double beta1,
        @Default("0.99") double beta2) implements Optimizer {

    public Lion {
        Check.notNegative("weightDecay", weightDecay);
        Check.fraction("beta1", beta1);
        Check.fraction("beta2", beta2);
    }

    @Override
    public double defaultLearningRate() {
        return 1e-4;
    }

    @Override
    public String rule() {
        return "w ← w - η sign(β1 m + (1 - β1) g), m ← β2 m + (1 - β2) g";
    }

    @Override
    public int states() {
        return 1;
    }

    @Override
    public double decoupledWeightDecay() {
        return weightDecay;
    }

    @Override
    public int flops() {
        return 7;
    }

    @Override
    public void step(Kernels kernels, Tensor parameters, Tensor gradients, Tensor[] states, double rate, long t) {
        kernels.updates().lion(parameters, gradients, states[0], rate, beta1, beta2);
    }
}
