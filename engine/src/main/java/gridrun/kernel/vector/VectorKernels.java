package gridrun.kernel.vector;

import gridrun.tensor.Arena;
import gridrun.tensor.Tensor;
import jdk.incubator.vector.FloatVector;

/** The kernels in float32 on the processor's vectors: the bits of {@code ScalarKernels}, faster. */
public final class VectorKernels extends VectorRows {

    private final MatrixProducts products = new MatrixProducts();
    private final Transposition transposition = new Transposition();

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
    public void matMul(Tensor a, Tensor b, Tensor bias, Tensor c) {
        int k = a.columns();
        products.multiply(c.rows(), c.columns(), k, floats(a), a.offset(), k, 1, floats(b), b.offset(),
                bias == null ? null : floats(bias), bias == null ? 0 : bias.offset(), floats(c), c.offset());
    }

    @Override
    public void matMulTransposedA(Tensor a, Tensor b, Tensor c) {
        int k = a.rows(), m = a.columns(), n = c.columns();
        if (n == 1) {
            products.multiply(1, m, k, floats(b), b.offset(), k, 1, floats(a), a.offset(),
                    null, 0, floats(c), c.offset());
        } else {
            products.multiply(m, n, k, floats(a), a.offset(), 1, m, floats(b), b.offset(),
                    null, 0, floats(c), c.offset());
        }
    }

    @Override
    public void matMulTransposedB(Tensor a, Tensor b, Tensor c) {
        int k = a.columns(), n = c.columns();
        float[] transposed = transposition.of(floats(b), b.offset(), n, k);
        products.multiply(c.rows(), n, k, floats(a), a.offset(), k, 1, transposed, 0,
                null, 0, floats(c), c.offset());
    }
}
