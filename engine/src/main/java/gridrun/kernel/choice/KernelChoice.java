package gridrun.kernel.choice;

import gridrun.kernel.Kernels;
import gridrun.kernel.ScalarKernels;
import gridrun.kernel.vector.VectorKernels;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The kernels that this machine trains with, chosen once a process.
 *
 * <p>Vectors where the JDK and the processor have them, else scalar loops, which compute the same bits. The system
 * property {@code gridrun.kernels} ({@code vector} or {@code scalar}) forces either, and {@code gridrun.vectorBits}
 * (128, 256 or 512) narrows the vectors.
 *
 * @param kernels makes a fresh instance that computes on so many threads
 * @param bits the width of their vectors; 0 for scalar loops
 * @param widths of all vectors that the JDK has on this processor, in bits, ascending; none for scalar loops
 * @param reason why these are not the vector kernels and what to do about it, as one sentence; null where nothing need
 *     be done
 */
public record KernelChoice(IntFunction<Kernels> kernels, int bits, List<Integer> widths, String reason) {

    private static final List<Integer> WIDTHS = List.of(128, 256, 512);
    private static final String AUTO = "auto";

    /** Set by a program that tells {@link #reason} itself; else it is logged once, as a warning. */
    public static final String TOLD = "gridrun.kernels.told";

    /** What a step takes scalar loops at least, in seconds: calls of two dozen kernels. */
    private static final double SCALAR_STEP_SECONDS = 20e-6;
    /** Floating-point operations a second of scalar loops. */
    private static final double SCALAR_SPEED = 1e9;
    /** What Java takes to compile the vectors' code, in seconds of a processor. */
    private static final double COMPILATION_SECONDS = 0.6;

    private static KernelChoice best;

    /**
     * Returns the choice for this process. Where it is scalar loops, a warning says why, so that no program is slow in
     * silence.
     *
     * @throws IllegalArgumentException if a system property asks for what there is not
     */
    public static synchronized KernelChoice best() {
        if (best == null) {
            best = choose(wanted(), bitsWanted(), System.getProperty("java.vm.info", ""));
            if (best.reason != null && !Boolean.getBoolean(TOLD)) {
                System.getLogger(KernelChoice.class.getName()).log(System.Logger.Level.WARNING, best.reason);
            }
        }
        return best;
    }

    /**
     * Returns the choice for so much work in all. Of a little, scalar loops are done before Java has compiled the
     * vectors' code. The system property {@code gridrun.kernels} overrules that.
     *
     * @param steps of training, or batches of another evaluation
     * @param flops floating-point operations of all of them
     */
    public static KernelChoice of(long steps, double flops) {
        boolean little = steps * SCALAR_STEP_SECONDS + flops / SCALAR_SPEED < COMPILATION_SECONDS;
        return little && wanted().equals(AUTO)
                ? ofLittle(System.getProperty("java.vm.info", "")) : best();
    }

    /** Of work that is little where it is compiled: interpreted, a second of it takes a minute. */
    static KernelChoice ofLittle(String virtualMachine) {
        return scalar(isUncompiled(virtualMachine) ? uncompiled(virtualMachine) : null);
    }

    /**
     * Checks that what the system properties ask for is something there can be; looks for nothing.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static void checkProperties() {
        check(wanted(), bitsWanted());
    }

    private static String wanted() {
        return System.getProperty("gridrun.kernels", AUTO);
    }

    private static String bitsWanted() {
        return System.getProperty("gridrun.vectorBits", "512");
    }

    private static void check(String wanted, String bits) {
        if (!List.of(AUTO, "scalar", "vector").contains(wanted)) {
            throw new IllegalArgumentException("gridrun.kernels=" + wanted + " is none of auto, scalar and vector");
        }
        if (WIDTHS.stream().map(String::valueOf).noneMatch(bits::equals)) {
            throw new IllegalArgumentException("gridrun.vectorBits=" + bits + " is none of 128, 256 and 512");
        }
    }

    /** Returns fresh kernels, which belong to the calling thread and compute on it alone. */
    public Kernels create() {
        return create(1);
    }

    /**
     * Returns fresh kernels, which belong to the calling thread and compute the same bits on at most so many, the
     * calling one included. Scalar loops stay on the calling thread: where speed matters they are not in use. Close
     * them to end the threads.
     */
    public Kernels create(int threads) {
        return kernels.apply(threads);
    }

    static KernelChoice choose(String wanted, String bits, String virtualMachine) {
        check(wanted, bits);
        if (wanted.equals("scalar")) {
            return scalar("Training in scalar loops, as -Dgridrun.kernels=scalar asks.");
        }
        if (!wanted.equals("vector") && isUncompiled(virtualMachine)) {
            return scalar(uncompiled(virtualMachine));
        }
        if (!VectorModule.load()) {
            return scalar(
                    "Training in slow scalar loops, for the module %s is not there; start with java -jar runner.jar,"
                            .formatted(VectorModule.NAME) + " or add --add-modules " + VectorModule.NAME + ".");
        }
        return vector();
    }

    private static boolean isUncompiled(String virtualMachine) {
        return virtualMachine.contains("interpreted") || virtualMachine.contains("client");
    }

    private static String uncompiled(String virtualMachine) {
        return "Training in slow scalar loops, for this Java runs without its optimizing compiler (" + virtualMachine
                + "); leave out -Xint and -XX:TieredStopAtLevel.";
    }

    private static KernelChoice vector() {
        List<Integer> widths = WIDTHS.stream().filter(bits -> bits <= VectorKernels.preferredBits()).toList();
        if (widths.isEmpty()) {
            return scalar("Training in slow scalar loops, for this processor has no vectors of 128 bits or more.");
        }
        return new KernelChoice(VectorKernels::new, VectorKernels.bits(), widths, null);
    }

    private static KernelChoice scalar(String reason) {
        return new KernelChoice(threads -> new ScalarKernels(), 0, List.of(), reason);
    }
}
