package gridrun.kernel.vector;

import gridrun.kernel.KernelGroups;
import gridrun.kernel.Kernels;
import gridrun.tensor.Arena;
import gridrun.tensor.Tensor;
import jdk.incubator.vector.FloatVector;

/**
 * The kernels in float32 on the processor's vectors: the bits of {@code ScalarKernels}, faster.
 *
 * <p>They compute on the calling thread alone or as a {@link Team}, each member with scratch memory of its own. The
 * division is static, over elements, rows or columns of what is computed, and never over a sum. So every number is
 * computed by one thread just as it would be alone, and the bits do not depend on the size of the team. A call that is
 * divided allocates its task, some 64 bytes; others allocate nothing.
 */
public final class VectorKernels implements Kernels {

    final VectorBatches batches;
    final VectorConvolutions convolutions;
    final VectorElements elements;
    final VectorLayouts layouts;
    final VectorLosses losses;
    final VectorPoolings poolings;
    final VectorPrimitives primitives;
    final VectorProducts products;
    final VectorRecurrences recurrences;
    final VectorReductions reductions;
    final VectorRowNormalizations rowNormalizations;
    final VectorRows rows;
    private final Team team;
    private final KernelGroups groups;

    /** Kernels that compute on the calling thread. */
    public VectorKernels() {
        this(1);
    }

    /** Kernels that compute on so many threads, the caller's included. */
    public VectorKernels(int threads) {
        this(threads, threads == 1 ? Team.NEVER : Team.WORTH_SHARING);
    }

    /**
     * With another bound.
     *
     * @param worthSharing the work, in multiply-adds, from which a call is divided; with 0 every call that can be
     */
    public VectorKernels(int threads, long worthSharing) {
        team = new Team(this, threads, worthSharing);
        batches = new VectorBatches(team);
        convolutions = new VectorConvolutions(team);
        elements = new VectorElements(team);
        layouts = new VectorLayouts(team);
        losses = new VectorLosses(team);
        poolings = new VectorPoolings(team);
        primitives = new VectorPrimitives(team);
        products = new VectorProducts(team);
        recurrences = new VectorRecurrences(team);
        reductions = new VectorReductions(team);
        rowNormalizations = new VectorRowNormalizations(team);
        rows = new VectorRows(team);
        groups = new KernelGroups(
                batches, new VectorBroadcasts(team), new VectorColumnNormalizations(team), convolutions, elements,
                layouts, new VectorLookups(team), losses, new VectorNoises(team), poolings, primitives, products,
                recurrences, reductions, rowNormalizations, rows, new VectorUpdates(team));
    }

    /** Bits of the vectors that these kernels compute with. */
    public static int bits() {
        return Lanes.FLOATS.vectorBitSize();
    }

    /** Bits of the vectors that this processor prefers; less than 128 are of no use here. */
    public static int preferredBits() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }

    @Override
    public String description() {
        return bits() + "-bit vectors";
    }

    @Override
    public Arena allocate(int capacity) {
        return Arena.ofFloats(capacity);
    }

    @Override
    public void close() {
        team.close();
    }

    @Override
    public KernelGroups groups() {
        return groups;
    }

    static float[] floats(Tensor tensor) {
        return tensor.arena().floats();
    }
}
