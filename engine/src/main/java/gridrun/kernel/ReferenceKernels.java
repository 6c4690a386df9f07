package gridrun.kernel;

import gridrun.tensor.Arena;
import gridrun.tensor.Tensor;

/** The kernels in float64 as plain loops over StrictMath, to check gradients with. */
public final class ReferenceKernels extends ReferenceRows {

    private final KernelGroups groups = KernelGroups.plain(Real.FLOAT64);

    @Override
    public String description() {
        return "float64 loops";
    }

    @Override
    public Arena allocate(int capacity) {
        return Arena.ofDoubles(capacity);
    }

    @Override
    public KernelGroups groups() {
        return groups;
    }

    @Override
    public void matMul(Tensor a, Tensor b, Tensor bias, Tensor c) {
        int n = c.columns();
        double[] cs = doubles(c);
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < n; j++) {
                cs[c.offset() + i * n + j] = bias == null ? 0 : doubles(bias)[bias.offset() + j];
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
        double[] as = doubles(a);
        for (int i = 0; i < c.rows(); i++) {
            for (int p = 0; p < k; p++) {
                addScaledRow(as[a.offset() + i * k + p], doubles(b), b.offset() + p * n,
                        doubles(c), c.offset() + i * n, n);
            }
        }
    }

    @Override
    public void matMulTransposedA(Tensor a, Tensor b, Tensor c) {
        int m = a.columns();
        int n = c.columns();
        double[] as = doubles(a), cs = doubles(c);
        for (int i = 0; i < m; i++) {
            int ci = c.offset() + i * n;
            for (int j = 0; j < n; j++) {
                cs[ci + j] = 0;
            }
            for (int p = 0; p < a.rows(); p++) {
                addScaledRow(as[a.offset() + p * m + i], doubles(b), b.offset() + p * n, cs, ci, n);
            }
        }
    }

    @Override
    public void matMulTransposedB(Tensor a, Tensor b, Tensor c) {
        int k = a.columns();
        int n = c.columns();
        double[] as = doubles(a), bs = doubles(b), cs = doubles(c);
        for (int i = 0; i < c.rows(); i++) {
            for (int j = 0; j < n; j++) {
                double chain = 0;
                for (int p = 0; p < k; p++) {
                    chain = Math.fma(as[a.offset() + i * k + p], bs[b.offset() + j * k + p], chain);
                }
                cs[c.offset() + i * n + j] = chain;
            }
        }
    }
}
