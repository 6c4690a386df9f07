package gridrun.kernel;

import gridrun.tensor.Arena;
import gridrun.tensor.Tensor;

/**
 * The kernels in float32 as plain loops: they say to the bit what the vector kernels compute, and stand in for
 * them where there are none.
 */
public final class ScalarKernels extends ScalarRows {

    private final KernelGroups groups = KernelGroups.plain(Real.FLOAT32);
    private final Convolutions convolutions = new PlainConvolutions(Real.FLOAT32);
    private final Layouts layouts = new PlainLayouts();
    private final Poolings poolings = new PlainPoolings(Real.FLOAT32);
    private final Primitives primitives = new PlainPrimitives(Real.FLOAT32);
    private final Recurrences recurrences = new PlainRecurrences(Real.FLOAT32);
    private final Batches batches = new PlainBatches(Real.FLOAT32);
    private final Lookups lookups = new PlainLookups();
    private final RowNormalizations rowNormalizations = new PlainRowNormalizations(Real.FLOAT32);
    private final Losses losses = new PlainLosses(Real.FLOAT32);
    private final Broadcasts broadcasts = new PlainBroadcasts();
    private final ColumnNormalizations columnNormalizations = new PlainColumnNormalizations(Real.FLOAT32);
    private final Layouts layouts = new PlainLayouts();
    private final Noises noises = new PlainNoises();
    private final Quotients quotients = new PlainQuotients();

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
    public Convolutions convolutions() {
        return convolutions;
    }

    @Override
    public Batches batches() {
        return batches;
    }

    @Override
    public Broadcasts broadcasts() {
        return broadcasts;
    }

    @Override
    public ColumnNormalizations columnNormalizations() {
        return columnNormalizations;
    }

    @Override
    public Layouts layouts() {
        return layouts;
    }

    @Override
    public Poolings poolings() {
        return poolings;
    }

    @Override
    public Primitives primitives() {
        return primitives;
    }

    @Override
    public Recurrences recurrences() {
        return recurrences;
    }

    @Override
    public Lookups lookups() {
        return lookups;
    }

    @Override
    public RowNormalizations rowNormalizations() {
        return rowNormalizations;
    }

    @Override
    public Losses losses() {
        return losses;
    }

    @Override
    public Noises noises() {
        return noises;
    }

    @Override
    public Quotients quotients() {
        return quotients;
    }

    @Override
    public Updates updates() {
        return PlainUpdates.FLOAT32;
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
