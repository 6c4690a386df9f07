package gridrun.kernel;

import gridrun.tensor.Arena;

/** The kernels in float64 as plain loops over StrictMath, to check gradients with. */
public final class ReferenceKernels implements Kernels {

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
}
