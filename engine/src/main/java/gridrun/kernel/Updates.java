package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * What optimizers do: parameters w are moved against gradients g, with state beside them, all in place.
 *
 * <p>All tensors have one size, and every element goes its own way.
 */
public interface Updates {

    /** {@code w = w - rate g}. */
    void sgd(Tensor w, Tensor g, double rate);

    /** {@code v = μ v + g; w = w - rate v}, or with Nesterov's {@code w = w - rate (g + μ v)}. */
    void momentum(Tensor w, Tensor g, Tensor v, double rate, double mu, boolean nesterov);

    /** {@code s = s + g²; w = w - rate g / (√s + ε)}. */
    void adagrad(Tensor w, Tensor g, Tensor s, double rate, double epsilon);

    /** {@code s = ρ s + (1 - ρ) g²; w = w - rate g / (√s + ε)}. */
    void rmsprop(Tensor w, Tensor g, Tensor s, double rate, double rho, double epsilon);

    /** {@code s = ρ s + (1 - ρ) g²; d = g √(u + ε) / √(s + ε); u = ρ u + (1 - ρ) d²; w = w - rate d}. */
    void adadelta(Tensor w, Tensor g, Tensor s, Tensor u, double rate, double rho, double epsilon);

    /**
     * {@code m = β1 m + (1 - β1) g; v = β2 v + (1 - β2) g²; w = w - rate (m / correction1) / (√(v / correction2) + ε)}
     * where {@code correction = 1 - β^t} is given. Source: Kingma and Ba, Adam, 2015.
     */
    void adam(Tensor w, Tensor g, Tensor m, Tensor v, double rate, double beta1, double beta2, double epsilon,
            double correction1, double correction2);

    /** As {@link #adam}, but the divisor has the largest v so far: {@code x = max(x, v)} in place of v. */
    void amsgrad(Tensor w, Tensor g, Tensor m, Tensor v, Tensor x, double rate, double beta1, double beta2,
            double epsilon,
            double correction1, double correction2);

    /** As {@link #adam}, but {@code w = w - (meanRate m + gradientRate g) / (√(v / correction2) + ε)}. */
    void nadam(Tensor w, Tensor g, Tensor m, Tensor v, double meanRate, double gradientRate, double beta1, double beta2,
            double epsilon, double correction2);

    /**
     * {@code c = β1 m + (1 - β1) g; w = w - rate sign(c); m = β2 m + (1 - β2) g}, with sign(0) = 0. Source: Chen et
     * al., 2023.
     */
    void lion(Tensor w, Tensor g, Tensor m, double rate, double beta1, double beta2);
}
