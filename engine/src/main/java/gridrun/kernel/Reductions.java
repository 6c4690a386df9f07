package gridrun.kernel;

import gridrun.tensor.Tensor;

/** Sums, and figures that are counted. */
public interface Reductions {

    /**
     * The elements of which a sum is taken before the next so many are. Rounding errors of numbers with one sign add up
     * along a chain: to 1 % of a sum of ten millions, and here to some millionths.
     */
    int BLOCK = 1 << 12;

    /** The rows of which sums down columns are taken before the next so many are: more than most batches have. */
    int ROWS = 1 << 16;

    /** {@code sums[j] = Σ_i x[i, j]} in blocks of rows, the gradient of a bias. x [m, n], sums [n]. */
    void columnSums(Tensor x, Tensor sums);

    /** {@code Σ x}, in 16 partial sums for each block, whose sums are added in float64. */
    double sum(Tensor x);

    /** {@code Σ x²}, in 16 partial sums of fused multiply-adds, without blocks: of ten million gradients to 0.03 %. */
    double sumOfSquares(Tensor x);

    /** How many rows of {@code scores} have their (first) largest element where {@code target} has it. */
    int countSameArgmax(Tensor scores, Tensor target);

    /** How many elements of {@code scores} lie above {@code threshold} just where {@code target} lies above 0.5. */
    int countSameSide(Tensor scores, double threshold, Tensor target);
}
