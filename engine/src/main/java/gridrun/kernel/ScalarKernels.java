package gridrun.kernel;

import gridrun.tensor.Arena;

/**
 * The kernels in float32 as plain loops: they say to the bit what the vector kernels compute, and stand in for
 * them where there are none.
 */
public final class ScalarKernels implements Kernels {

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
}
