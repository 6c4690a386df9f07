package gridrun.bench;

import com.sun.management.ThreadMXBean;
import gridrun.bench.Measurements.Measurement;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

/**
 * The bytes that a training step allocates on its thread, by the thread's own counter.
 *
 * <p>Counted from an epoch's second step to its last, the least of all epochs: the code is interpreted at first, and
 * makes objects then that the compiler later does without. So the row is done when an epoch has allocated nothing, or
 * when none has allocated less than before for so long that the compiler would have come to what runs once a step.
 */
record AllocationBenchmark(String name, Workload workload) implements Benchmark {

    /** The compiler comes to code that runs once a step after some thousand steps. */
    private static final double PATIENCE = 20;

    @Override
    public Measurement measure(int threads, double seconds) {
        try (Kernels kernels = KernelChoice.best().create(threads)) {
            Counter counter = new Counter((long) (PATIENCE * seconds * 1e9));
            workload.train(kernels, workload.data(), counter::epochEnded, counter);
            return new Measurement(name, counter.least / (workload.steps() - 2.0), "bytes a step", null);
        }
    }

    /** Looks at the thread's counter where the trainer asks whether to stop: before every step. */
    private static final class Counter implements BooleanSupplier {

        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final long patienceNs;
        private long improvedNs = System.nanoTime();
        private int step;
        private long afterFirst;
        private long latest;
        private long least = Long.MAX_VALUE;

        Counter(long patienceNs) {
            this.patienceNs = patienceNs;
        }

        @Override
        public boolean getAsBoolean() {
            latest = threads.getCurrentThreadAllocatedBytes();
            step++;
            if (step == 2) {
                afterFirst = latest;
            }
            return least == 0 || least != Long.MAX_VALUE && System.nanoTime() - improvedNs > patienceNs;
        }

        void epochEnded() {
            if (latest - afterFirst < least) {
                least = latest - afterFirst;
                improvedNs = System.nanoTime();
            }
            step = 0;
        }
    }
}
