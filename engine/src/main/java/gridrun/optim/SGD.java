package gridrun.optim;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;

/**
 * Stochastic gradient descent, {@code w = w - rate g}, with momentum if asked for.
 *
 * <p>Momentum {@code v = μ v + g; w = w - rate v} is Polyak's, Some methods of speeding up the convergence of iteration
 * methods, 1964; Nesterov's form is as in Sutskever et al., On the importance of initialization and momentum, 2013.
 *
 * <p>Example: {@code train: {optimizer: {type: sgd, momentum: 0.9, nesterov: true}, learning_rate: 0.1}}
 *
 * @param momentum μ, from 0 (none) up to 1
 * @param nesterov whether the gradient is taken as if one step ahead
 */
public record SGD(@Default("0") double momentum, @Default("false") boolean nesterov) implements Optimizer {

    public SGD {
        Check.fraction("momentum", momentum);
        Check.that(!nesterov || momentum > 0, "nesterov", nesterov, "possible without a momentum above 0");
    }

    @Override
    public double defaultLearningRate() {
        return 0.01;
    }

    @Override
    public String rule() {
        return momentum == 0 ? "w ← w - η g" : "v ← μ v + g, w ← w - η %s".formatted(nesterov ? "(g + μ v)" : "v");
    }

    @Override
    public int states() {
        return momentum > 0 ? 1 : 0;
    }

    @Override
    public int flops() {
        return momentum > 0 ? nesterov ? 6 : 4 : 2;
    }

    @Override
    public void step(Kernels kernels, Tensor parameters, Tensor gradients, Tensor[] states, double rate, long t) {
        if (momentum > 0) {
            kernels.updates().momentum(parameters, gradients, states[0], rate, momentum, nesterov);
        } else {
            kernels.updates().sgd(parameters, gradients, rate);
        }
    }
}
