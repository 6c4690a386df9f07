package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Sums, and figures that are counted. */
public interface Reductions {

    /** {@code sums[j] = Σ_i x[i, j]}, the gradient of a bias. x [m, n], sums [n]. */
    void columnSums(Tensor x, Tensor sums);

    /** {@code Σ x}, in 16 partial sums. */
    double sum(Tensor x);

    /** {@code Σ x²}, in 16 partial sums of fused multiply-adds. */
    double sumOfSquares(Tensor x);

    /** How many rows of {@code scores} have their (first) largest element where {@code target} has it. */
    int countSameArgmax(Tensor scores, Tensor target);

    /** How many elements of {@code scores} lie above {@code threshold} just where {@code target} lies above 0.5. */
    int countSameSide(Tensor scores, double threshold, Tensor target);
}
