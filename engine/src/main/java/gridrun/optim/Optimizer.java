package gridrun.optim;

import gridrun.kernel.Kernels;
import gridrun.tensor.Tensor;

/**
 * An update rule: how a gradient moves the parameters.
 *
 * <p>All parameters of a network lie in one flat tensor, and so do their gradients and each kind of state, so a step is
 * one pass over memory. Order of use: {@link #states()} tensors of zeros are made once, then {@link #step} is called
 * with t = 1, 2, 3, …
 */
public sealed interface Optimizer
        permits SGD, Adagrad, Adadelta, RMSprop, Adam, AdamW, AMSGrad, Nadam, Lion {

    /** The learning rate where none is given. */
    double defaultLearningRate();

    /** How many tensors of the parameters' size the rule keeps between steps. */
    int states();

    /** The rule for a parameter w with the gradient g at the rate η, as docs/math_derivations.md writes it. */
    String rule();

    /** Floating-point operations of a step for each parameter, a multiply-add being two. */
    int flops();

    /**
     * Moves the parameters once.
     *
     * @param kernels what computes
     * @param parameters all parameters, updated in place
     * @param gradients the gradient of the objective
     * @param states the tensors kept between steps
     * @param rate the learning rate
     * @param t the number of the step, from 1
     */
    void step(Kernels kernels, Tensor parameters, Tensor gradients, Tensor[] states, double rate, long t);

    /** The decay of weights that is decoupled from the gradient, a share of the learning rate; 0 for none. */
    default double decoupledWeightDecay() {
        return 0;
    }
}
