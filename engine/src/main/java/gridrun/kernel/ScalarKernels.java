package gridrun.kernel;

import gridrun.tensor.Arena;
import gridrun.tensor.Tensor;

/**
 * The kernels in float32 as plain loops: they say to the bit what the vector kernels compute, and stand in for
 * them where there are none.
 */
public final class ScalarKernels extends ScalarRows {

    private final KernelGroups groups = KernelGroups.plain(Real.FLOAT32);

    @Override
    public String description() {
        return "scalar loops";
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
        int n = c.columns();
        float[] cs = floats(c);
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < n; j++) {
                cs[c.offset() + i * n + j] = bias == null ? 0 : floats(bias)[bias.offset() + j];
            }
        }
        addProduct(a, b, c);
    }

    @Override
    public void matMulAdded(Tensor a, Tensor b, Tensor start, Tensor c) {
        copy(start, c);
        addProduct(a, b, c);
    }

    /** Continues the chains that c holds. */
    private static void addProduct(Tensor a, Tensor b, Tensor c) {
        int k = a.columns();
        int n = c.columns();
        float[] as = floats(a);
        for (int i = 0; i < c.rows(); i++) {
            for (int p = 0; p < k; p++) {
                addScaledRow(as[a.offset() + i * k + p], floats(b), b.offset() + p * n,
                        floats(c), c.offset() + i * n, n);
            }
        }
    }

    @Override
    public void matMulTransposedA(Tensor a, Tensor b, Tensor c) {
        int m = a.columns();
        int n = c.columns();
        float[] as = floats(a), cs = floats(c);
        for (int i = 0; i < m; i++) {
            int ci = c.offset() + i * n;
            for (int j = 0; j < n; j++) {
                cs[ci + j] = 0;
            }
            for (int p = 0; p < a.rows(); p++) {
                addScaledRow(as[a.offset() + p * m + i], floats(b), b.offset() + p * n, cs, ci, n);
            }
        }
    }

    @Override
    public void matMulTransposedB(Tensor a, Tensor b, Tensor c) {
        int k = a.columns();
        int n = c.columns();
        float[] as = floats(a), bs = floats(b), cs = floats(c);
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < n; j++) {
                float chain = 0;
                for (int p = 0; p < k; p++) {
                    chain = Math.fma(as[a.offset() + i * k + p], bs[b.offset() + j * k + p], chain);
                }
                cs[c.offset() + i * n + j] = chain;
            }
        }
    }
}
