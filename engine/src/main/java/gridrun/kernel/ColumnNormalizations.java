package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * Kernels that bring every column of a batch to mean 0 and variance 1 (Ioffe and Szegedy, Batch normalization, 2015).
 *
 * <p>x, y and their gradients are {@code [m, n]}, all other tensors {@code [n]}. All sums go down columns, each one
 * chain in order.
 */
public interface ColumnNormalizations {

    /**
     * Mean and biased variance of each column, in two passes, the second of which corrects the first (Chan, Golub and
     * LeVeque, Algorithms for computing the sample variance, 1983).
     *
     * <p>With {@code μ = Σ_i x / m}, {@code d = x - μ}, {@code r = Σ_i d}, {@code s = Σ_i d²} (a chain of fused
     * multiply-adds) and {@code c = r / m}: {@code mean = μ + c} and {@code variance = max((s - r c) / m, 0)}.
     */
    void moments(Tensor x, Tensor mean, Tensor variance);

    /** {@code y = x̂ γ + β}, fused, where {@code x̂ = (x - mean) v} and {@code v = 1 / √(variance + ε)}. */
    void normalize(Tensor x, Tensor mean, Tensor variance, double epsilon, Tensor gamma, Tensor beta, Tensor y);

    /**
     * The gradients where mean and variance are those of x: {@code dβ = Σ_i dy}, {@code dγ = Σ_i dy x̂} (fused), and
     * {@code dx = γ v (fma(-x̂, dγ / m, dy - dβ / m))}.
     *
     * @param dx null where it is not needed
     */
    void gradients(Tensor x, Tensor mean, Tensor variance, double epsilon, Tensor gamma, Tensor dy,
            Tensor dgamma, Tensor dbeta, Tensor dx);
}
