package gridrun.kernel;

import gridrun.tensor.Arena;

/**
 * The one seam through which an operation touches numbers.
 *
 * <p>They come in groups, an interface each. The classes named {@code Plain*} say in plain loops what every method
 * computes, to the bit: in float32 as {@link ScalarKernels}, in float64 as {@link ReferenceKernels}. The vector kernels
 * compute the bits of the former faster.
 *
 * <p>Tensors are read as matrices, {@code [rows, columns]} with all leading dimensions as rows. Outputs are
 * overwritten, never added to, unless a method says so; an output may be the same tensor as an input where both have
 * the same shape, except in a matrix product. Sizes are not checked here: the graph inferred them.
 *
 * <p>An instance owns scratch memory, and threads where it was made for several; it belongs to one calling thread at a
 * time.
 *
 * <p><b>Same bits everywhere.</b> An element of a product is one chain of fused multiply-adds over k in order; a sum
 * down a column is one chain of additions in order; a sum along a row uses 16 interleaved partial sums (element i goes
 * to partial sum i mod 16), added as a fixed tree: {@code s[j] + s[j + 8]}, then {@code + 4}, {@code + 2}, {@code + 1}.
 * So does that of a whole tensor, which begins anew after {@link Reductions#BLOCK} elements. That of a column which is
 * a bias gradient, but for convolutions and normalizations, begins anew after {@link Reductions#ROWS} rows. These sums
 * are added in order. No result depends on lanes, blocking or threads.
 */
public interface Kernels extends AutoCloseable {

    /** A name and the width, for people: "512-bit vectors" or "scalar loops". */
    String description();

    /** Returns an arena of zeros in the precision of these kernels. */
    Arena allocate(int capacity);

    /**
     * Ends the threads of kernels that have any; they are daemons, and none are started before there is work for them.
     */
    @Override
    default void close() {}

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

    /** What goes element by element. */
    default Elements elements() {
        return groups().elements();
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

    /** Products of matrices. */
    default Products products() {
        return groups().products();
    }

    /** Cells of recurrent layers. */
    default Recurrences recurrences() {
        return groups().recurrences();
    }

    /** Sums and counts. */
    default Reductions reductions() {
        return groups().reductions();
    }

    /** Layer normalization. */
    default RowNormalizations rowNormalizations() {
        return groups().rowNormalizations();
    }

    /** Softmax, and rows of data. */
    default Rows rows() {
        return groups().rows();
    }

    /** What optimizers do to parameters. */
    default Updates updates() {
        return groups().updates();
    }
}
