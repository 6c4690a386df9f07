package gridrun.execute;

import gridrun.kernel.Kernels;
import gridrun.kernel.ScalarKernels;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;

/**
 * The most that the processor's multiply-add units can do on these threads: chains in registers, which touch no memory.
 */
public final class Ceiling {

    private static final int ELEMENTS_A_THREAD = 192;
    /** About a millisecond, which is as long as a clock is steady and longer than calling a team. */
    private static final int TIMES = 700_000;
    private static final int SAMPLES = 100;
    private static final double FLOPS_A_MULTIPLY_ADD = 2;

    private final Kernels kernels;
    private final Tensor chains;

    private Ceiling(Kernels kernels, int threads) {
        this.kernels = kernels;
        this.chains = kernels.allocate(threads * ELEMENTS_A_THREAD).cut(Shape.of(threads * ELEMENTS_A_THREAD));
    }

    /** The ceiling of these kernels; null for scalar loops, which have none to speak of. */
    public static Ceiling of(Kernels kernels, int threads) {
        return kernels instanceof ScalarKernels ? null : new Ceiling(kernels, threads);
    }

    /** The highest of many samples, about a tenth of a second of them, in floating-point operations a second. */
    public double highest() {
        double highest = 0;
        for (int i = 0; i < SAMPLES; i++) {
            highest = Math.max(highest, flopsPerSecond());
        }
        return highest;
    }

    /** One sample, in floating-point operations a second. */
    public double flopsPerSecond() {
        long began = System.nanoTime();
        kernels.primitives().multiplyAdd(0.5, 0.5, TIMES, chains);
        double seconds = (System.nanoTime() - began) / 1e9;
        return FLOPS_A_MULTIPLY_ADD * TIMES * chains.size() / seconds;
    }
}
