package gridrun.optim;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;

/**
 * Scales each gradient by the root mean square of the changes so far over that of the gradients, so that a step has the
 * parameter's unit and the learning rate is 1.
 *
 * <p>Source: Zeiler, ADADELTA: an adaptive learning rate method, 2012.
 *
 * <p>Example: {@code train: {optimizer: {adadelta: 0.95}}}
 *
 * @param rho the share of the past in both running means
 * @param epsilon under both roots; what the first steps are made of
 */
public record Adadelta(@Default("0.95") double rho, @Default("1e-6") double epsilon) implements Optimizer {

    public Adadelta {
        Check.fraction("rho", rho);
        Check.epsilon("epsilon", epsilon);
    }

    @Override
    public double defaultLearningRate() {
        return 1;
    }

    @Override
    public String rule() {
        return "s ← ρ s + (1 - ρ) g², d = g √(u + ε) / √(s + ε), u ← ρ u + (1 - ρ) d², w ← w - η d";
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public int flops() {
        return 16;
    }

    @Override
    public void step(Kernels kernels, Tensor parameters, Tensor gradients, Tensor[] states, double rate, long t) {
        kernels.updates().adadelta(parameters, gradients, states[0], states[1], rate, rho, epsilon);
    }
}
