package gridrun.kernel.vector;

import gridrun.kernel.KernelGroups;
import gridrun.kernel.PlainBroadcasts;
import gridrun.kernel.PlainLookups;
import gridrun.kernel.PlainNoises;
import gridrun.kernel.PlainQuotients;
import gridrun.tensor.Arena;
import gridrun.tensor.Tensor;
import jdk.incubator.vector.FloatVector;

/** The kernels in float32 on the processor's vectors, on the calling thread: the bits of {@code ScalarKernels}, faster. */
public sealed class VectorKernels extends VectorRows permits TeamKernels {

    final VectorBatches batches = new VectorBatches();
    final VectorConvolutions convolutions = new VectorConvolutions();
    final VectorLayouts layouts = new VectorLayouts();
    final VectorLosses losses = new VectorLosses();
    final VectorPoolings poolings = new VectorPoolings();
    final VectorPrimitives primitives = new VectorPrimitives();
    final VectorRecurrences recurrences = new VectorRecurrences();
    final VectorRowNormalizations rowNormalizations = new VectorRowNormalizations();
    private final MatrixProducts products = new MatrixProducts();
    private final KernelGroups groups = new KernelGroups(
            batches, new PlainBroadcasts(), new VectorColumnNormalizations(), convolutions, layouts, new PlainLookups(),
            losses, new PlainNoises(), poolings, primitives, new PlainQuotients(), recurrences, rowNormalizations,
            new VectorUpdates());

    /** Bits of the vectors that this processor prefers; less than 128 are of no use here. */
    public static int preferredBits() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }

    @Override
    public String description() {
        return Lanes.FLOATS.vectorBitSize() + "-bit vectors";
    }

    @Override
    public Arena allocate(int capacity) {
        return Arena.ofFloats(capacity);
    }

    @Override
    public KernelGroups groups() {
        return groups;
    }

    @Override
    public void matMul(Tensor a, Tensor b, Tensor bias, Tensor c) {
        matMul(a, b, bias, c, 0, c.rows(), 0, c.columns());
    }

    @Override
    public void matMulAdded(Tensor a, Tensor b, Tensor start, Tensor c) {
        matMulAdded(a, b, start, c, 0, c.rows(), 0, c.columns());
    }

    @Override
    public void matMulTransposedA(Tensor a, Tensor b, Tensor c) {
        matMulTransposedA(a, b, c, 0, c.rows(), 0, c.columns());
    }

    @Override
    public void matMulTransposedB(Tensor a, Tensor b, Tensor c) {
        matMulTransposedB(a, b, c, 0, c.rows(), 0, c.columns());
    }

    /* ---- the same for rows [i, iEnd) and columns [j, jEnd) of c ---- */

    final void matMul(Tensor a, Tensor b, Tensor bias, Tensor c, int i, int iEnd, int j, int jEnd) {
        int k = a.columns(), n = c.columns();
        products.multiply(iEnd - i, jEnd - j, k, floats(a), a.offset() + i * k, k, 1, floats(b), b.offset() + j, n,
                bias == null ? null : floats(bias), bias == null ? 0 : bias.offset() + j,
                floats(c), c.offset() + i * n + j, n);
    }

    final void matMulAdded(Tensor a, Tensor b, Tensor start, Tensor c, int i, int iEnd, int j, int jEnd) {
        int k = a.columns(), n = c.columns();
        products.multiplyAdded(iEnd - i, jEnd - j, k, floats(a), a.offset() + i * k, k, 1, floats(b), b.offset() + j, n,
                floats(start), start.offset() + i * n + j, n, floats(c), c.offset() + i * n + j, n);
    }

    final void matMulTransposedA(Tensor a, Tensor b, Tensor c, int i, int iEnd, int j, int jEnd) {
        int k = a.rows(), m = a.columns(), n = c.columns();
        if (n == 1) { // a row of c is an element, so it is a row of vectors as the transpose
            products.multiply(1, iEnd - i, k, floats(b), b.offset(), k, 1, floats(a), a.offset() + i, m,
                    null, 0, floats(c), c.offset() + i, m);
        } else {
            products.multiply(iEnd - i, jEnd - j, k, floats(a), a.offset() + i, 1, m, floats(b), b.offset() + j, n,
                    null, 0, floats(c), c.offset() + i * n + j, n);
        }
    }

    final void matMulTransposedB(Tensor a, Tensor b, Tensor c, int i, int iEnd, int j, int jEnd) {
        int k = a.columns(), n = c.columns();
        products.multiplyTransposedB(iEnd - i, jEnd - j, k, floats(a), a.offset() + i * k,
                floats(b), b.offset() + j * k, k, floats(c), c.offset() + i * n + j, n);
    }
}
