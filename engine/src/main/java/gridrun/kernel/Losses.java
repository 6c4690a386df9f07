package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * Kernels of losses: one number an example, and the gradient of the outputs.
 *
 * <p>Logits z or outputs y and targets t are [m, n], losses and their gradients [m].
 *
 * <p><b>Extremes.</b> With finite outputs all is finite, short of overflow where a square or a sum passes the largest
 * number. A NaN among an example's outputs makes its loss NaN, so that a net which diverged shows it. An infinite logit
 * makes a cross-entropy NaN, for 0 ∞ is; the gradient of the sigmoid's stays finite, that of the softmax is finite
 * where the infinity is negative. An infinite output makes a pointwise loss infinite, but that of the hinge on the
 * right side 0; only the squared error has an infinite gradient then.
 */
public interface Losses {

    /** {@code loss[i] = log Σ_j e^z[i, j] - Σ_j t[i, j] z[i, j]}, for target rows that sum to 1. */
    void softmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss);

    /** {@code dz[i, j] = (softmax(z[i])[j] - t[i, j]) dloss[i]}. */
    void softmaxCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits);

    /** {@code loss[i] = loss[i] + Σ_j t[i, j] log t[i, j]}, minus the target's entropy, in place; 0 log 0 is 0. */
    void subtractEntropy(Tensor target, Tensor loss);

    /** {@code loss[i] = mean_j (max(z, 0) - t z + log(1 + e^-|z|))}. */
    void sigmoidCrossEntropy(Tensor logits, Tensor target, Tensor loss);

    /** {@code dz[i, j] = (sigmoid(z) - t) dloss[i] / n}. */
    void sigmoidCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits);

    /** {@code loss[i] = mean_j f(y, t)}; p is the parameter of a function that has one. */
    void pointwise(PointwiseLoss f, double p, Tensor output, Tensor target, Tensor loss);

    /** {@code dy[i, j] = f'(y, t) dloss[i] / n}. */
    void pointwiseGradient(PointwiseLoss f, double p, Tensor output, Tensor target, Tensor dloss, Tensor doutput);

    /** {@code smooth = (1 - share) t + share even}: a target that is less sure of itself. */
    void smooth(Tensor target, double share, double even, Tensor smooth);
}
