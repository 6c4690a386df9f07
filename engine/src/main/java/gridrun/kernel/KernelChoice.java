package gridrun.kernel;

import java.util.function.Supplier;

/**
 * The kernels that this machine trains with, chosen once a process.
 *
 * <p>Vectors where the JDK and the processor have them, else scalar loops, which compute the same bits. The system
 * property {@code gridrun.kernels} ({@code vector} or {@code scalar}) forces either.
 *
 * @param kernels makes a fresh instance; one a thread
 * @param reason why these are not the vector kernels and what to do about it, as one sentence; null where they are
 */
public record KernelChoice(Supplier<Kernels> kernels, String reason) {

    /** Returns the choice for this process. */
    public static KernelChoice best() {
        return Holder.BEST;
    }

    /** Returns fresh kernels, which belong to the calling thread. */
    public Kernels create() {
        return kernels.get();
    }

    private static final class Holder {
        private static final KernelChoice BEST = choose(System.getProperty("gridrun.kernels", ""));
    }

    static KernelChoice choose(String wanted) {
        if (wanted.equals("scalar")) {
            return scalar("-Dgridrun.kernels=scalar asked for it");
        }
        if (!wanted.isEmpty() && !wanted.equals("vector")) {
            throw new IllegalArgumentException("gridrun.kernels=" + wanted + " is neither scalar nor vector");
        }
        if (!VectorModule.load()) {
            return scalar("the JDK's vector module is not loaded; run with java -jar runner.jar,"
                    + " or add --add-modules jdk.incubator.vector");
        }
        return vectors();
    }

    private static KernelChoice scalar(String reason) {
        return new KernelChoice(ScalarKernels::new, reason);
    }

    private static KernelChoice vectors() {
        return new KernelChoice(gridrun.kernel.vector.VectorKernels::new, null);
    }
}
