package gridrun.kernel;

/**
 * Kernels on many small matrices at once: what attention is made of.
 *
 * <p>Every operand has as many {@link Matrices} as the result. Each element of a product is one chain of fused
 * multiply-adds in order, as in {@link Products}; results lie in other memory than the factors.
 *
 * <p>Attention's scores lie transposed, a row for each key and a column for each query, so that softmax goes down
 * columns: a column is one chain, and vectors hold neighbouring queries. Rows of scores are padded to a multiple of
 * {@link gridrun.tensor.Arena#ALIGNMENT} columns, so that they are whole vectors of any width.
 */
public interface Batches {

    /** {@code c = a b}. a [m, k], b [k, n], c [m, n]. */
    void multiply(Matrices a, Matrices b, Matrices c);

    /** {@code c = aᵀ b}. a [k, m], b [k, n], c [m, n]. */
    void multiplyTransposedA(Matrices a, Matrices b, Matrices c);

    /**
     * {@code c = a bᵀ}, as if b had a row of zeros for each column that c has beyond b's rows. a [m, k], b [n, k], c
     * [m, n or more].
     */
    void multiplyTransposedB(Matrices a, Matrices b, Matrices c);

    /**
     * Softmax down the columns of scaled scores: with {@code z = scale x} and the column's largest M, {@code e = exp(z
     * - M)} and {@code y = e (1 / Σ e)}.
     *
     * @param causal whether column j (the query at time j) sees the rows up to j alone: the others are left out,
     *     and y is 0 there
     * @param x each of whole vectors (see above), [keys, queries]
     * @param y like x; may be x
     */
    void softmax(double scale, boolean causal, Matrices x, Matrices y);

    /**
     * {@code dx = scale (y (dy - Σ_column y dy))}, the sum fused; dx may be dy. Where y is 0 and dy finite, so is dx.
     */
    void softmaxGradient(double scale, Matrices y, Matrices dy, Matrices dx);
}
