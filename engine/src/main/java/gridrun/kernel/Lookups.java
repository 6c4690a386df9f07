package gridrun.kernel;

import gridrun.tensor.Tensor;

/**
 * Kernels that read rows of a table by whole numbers, kept as numbers of the kernels' precision.
 *
 * <p>A number that is no id of the table (not whole, below 0, or from the table's rows on) reads a row of NaN and adds
 * to no gradient: it shows at once, and touches no other memory.
 */
public interface Lookups {

    /** {@code y[i, :] = table[ids[i], :]}. ids of m elements, table [rows, n], y [m, n]. */
    void lookUp(Tensor ids, Tensor table, Tensor y);

    /** {@code dtable[t, :] = Σ_(i: ids[i] = t) dy[i, :]}, each a chain of additions in order of i, begun at 0. */
    void lookUpGradient(Tensor ids, Tensor dy, Tensor dtable);
}
