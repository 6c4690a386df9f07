package gridrun.kernel;

import gridrun.tensor.Arena;
import gridrun.tensor.Tensor;

/**
 * The one seam through which an operation touches numbers.
 *
 * <p>{@link ScalarKernels} says in plain loops what every method computes, to the bit; the vector
 * kernels compute the same bits faster, and {@link ReferenceKernels} the same in float64. Tensors are read as matrices,
 * {@code [rows, columns]} with all leading dimensions as rows. Outputs are overwritten, never added to, unless a
 * method says so; an output may be the same tensor as an input where both have the same shape, except in a matrix
 * product. Sizes are not checked here: the graph inferred them.
 *
 * <p>An instance owns scratch memory, and threads where it was made for several; it belongs to one calling thread at a time.
 *
 * <p><b>Same bits everywhere.</b> An element of a product is one chain of fused multiply-adds over k in order; a sum
 * down a column is one chain of additions in order; a sum along a row, or of a whole tensor, uses 16 interleaved partial
 * sums (element i goes to partial sum i mod 16), added as a fixed tree: {@code s[j] + s[j + 8]}, then {@code + 4},
 * {@code + 2}, {@code + 1}. No result depends on lanes, blocking or threads.
 */
public interface Kernels extends AutoCloseable {

    /** A name and the width, for people: "512-bit vectors" or "scalar loops". */
    String description();

    /** Returns an arena of zeros in the precision of these kernels. */
    Arena allocate(int capacity);

    /** Ends the threads of kernels that have any; they are daemons, and none are started before there is work for them. */
    @Override
    default void close() { }

    /* ---- groups of kernels, each with an interface of its own ---- */

    /** All of them. */
    KernelGroups groups();

    /** Many small matrices at once. */
    default Batches batches() {
        return groups().batches();
    }

    /** Stretches to larger shapes. */
    default Broadcasts broadcasts() {
        return groups().broadcasts();
    }

    /** Batch normalization. */
    default ColumnNormalizations columnNormalizations() {
        return groups().columnNormalizations();
    }

    /** Convolutions. */
    default Convolutions convolutions() {
        return groups().convolutions();
    }

    /** Moves. */
    default Layouts layouts() {
        return groups().layouts();
    }

    /** Rows of tables. */
    default Lookups lookups() {
        return groups().lookups();
    }

    /** What training minimizes. */
    default Losses losses() {
        return groups().losses();
    }

    /** Random numbers. */
    default Noises noises() {
        return groups().noises();
    }

    /** Poolings. */
    default Poolings poolings() {
        return groups().poolings();
    }

    /** Multiply-adds and e^x alone, to measure by. */
    default Primitives primitives() {
        return groups().primitives();
    }

    /** Quotients. */
    default Quotients quotients() {
        return groups().quotients();
    }

    /** Cells of recurrent layers. */
    default Recurrences recurrences() {
        return groups().recurrences();
    }

    /** Layer normalization. */
    default RowNormalizations rowNormalizations() {
        return groups().rowNormalizations();
    }

    /** What optimizers do to parameters. */
    default Updates updates() {
        return groups().updates();
    }

    /* ---- matrix products ---- */

    /** {@code c = a b}, or {@code c = a b + bias} with each chain begun at the bias. a [m, k], b [k, n], bias [n] or null, c [m, n]. */
    void matMul(Tensor a, Tensor b, Tensor bias, Tensor c);

    /** {@code c = start + a b} with each chain begun at start's element. a [m, k], b [k, n], start and c [m, n]; c may be start. */
    void matMulAdded(Tensor a, Tensor b, Tensor start, Tensor c);

    /** {@code c = aᵀ b}, the gradient of weights. a [k, m], b [k, n], c [m, n]. */
    void matMulTransposedA(Tensor a, Tensor b, Tensor c);

    /** {@code c = a bᵀ}, the gradient of inputs. a [m, k], b [n, k], c [m, n]. */
    void matMulTransposedB(Tensor a, Tensor b, Tensor c);

    /* ---- element by element; all tensors of one size ---- */

    /** {@code y = f(x)}. */
    void unary(Unary f, double p, Tensor x, Tensor y);

    /** {@code dx = dy f'(x)}, where {@code y = f(x)} is at hand; dx may be x. */
    void unaryGradient(Unary f, double p, Tensor x, Tensor y, Tensor dy, Tensor dx);

    /** {@code c = a + b}. */
    void add(Tensor a, Tensor b, Tensor c);

    /** {@code c = a b}, element by element. */
    void multiply(Tensor a, Tensor b, Tensor c);

    /** {@code y = s x}. */
    void scale(double s, Tensor x, Tensor y);

    /** {@code y = y + s x}, fused. */
    void addScaled(double s, Tensor x, Tensor y);

    /** {@code y = x}. */
    void copy(Tensor x, Tensor y);

    /**
     * Inverted dropout: {@code mask} is 0 with probability {@code rate}, else {@code 1 / (1 - rate)}, and
     * {@code y = mask x}. Element i is dropped where {@code Rng.uniform(key, i) < rate}, with {@code gridrun.random.Rng}.
     * Source: Srivastava et al., Dropout, 2014.
     */
    void dropout(Tensor x, double rate, long key, Tensor mask, Tensor y);

    /* ---- along rows and columns ---- */

    /** {@code sums[j] = Σ_i x[i, j]}, the gradient of a bias. x [m, n], sums [n]. */
    void columnSums(Tensor x, Tensor sums);

    /**
     * {@code y[i, :] = e^x[i, :] / Σ e^x[i, :]}, shifted by the row's maximum, so that finite numbers give finite ones. Of -∞ it is 0 where
     * something larger is in the row; +∞, NaN and nothing but -∞ make the whole row NaN.
     */
    void softmax(Tensor x, Tensor y);

    /** {@code dx = y (dy - Σ_row dy y)}. */
    void softmaxGradient(Tensor y, Tensor dy, Tensor dx);

    /**
     * Copies rows: {@code out[i, :] = table[rows[from + i], :]} for each row of {@code out}. The table is data in float32
     * whatever the precision of these kernels, and has no slack behind it.
     */
    void gather(Tensor table, int[] rows, int from, Tensor out);

    /* ---- figures ---- */

    /** {@code Σ x}, in 16 partial sums. */
    double sum(Tensor x);

    /** {@code Σ x²}, in 16 partial sums of fused multiply-adds. */
    double sumOfSquares(Tensor x);

    /** How many rows of {@code scores} have their (first) largest element where {@code target} has it. */
    int countSameArgmax(Tensor scores, Tensor target);

    /** How many elements of {@code scores} lie above {@code threshold} just where {@code target} lies above 0.5. */
    int countSameSide(Tensor scores, double threshold, Tensor target);
}
