package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * Kernels that bring each row to mean 0 and variance 1: layer normalization. Sums along rows are in 16 partial sums.
 */
public interface RowNormalizations {

    /**
     * With the mean {@code μ = Σ x / n} of a row, {@code c = x - μ} and {@code r = 1 / √(Σ c² / n + ε)}:
     * {@code h = c r} and {@code y = γ h + β}, the last fused.
     *
     * @param x [m, n]
     * @param gamma [n]
     * @param beta [n]
     * @param h [m, n], kept for the gradient
     * @param r [m], kept for the gradient
     * @param y [m, n]
     */
    void normalizeRows(Tensor x, Tensor gamma, Tensor beta, double epsilon, Tensor h, Tensor r, Tensor y);

    /**
     * {@code dx = (g - (Σ g / n) - h (Σ g h / n)) r} with {@code g = γ dy}; the products by h fused: the dot product,
     * and {@code (g - Σ g / n) - h s}.
     */
    void rowsGradient(Tensor gamma, Tensor h, Tensor r, Tensor dy, Tensor dx);

    /**
     * {@code dγ[j] = Σ_i dy[i, j] h[i, j]}, fused, and {@code dβ[j] = Σ_i dy[i, j]}: chains down the columns, in order.
     */
    void rowsParameterGradients(Tensor h, Tensor dy, Tensor dgamma, Tensor dbeta);
}
