package gridrun.bench;

import gridrun.bench.Measurements.Measurement;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.task.Dataset;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many times faster runs are trained two at a time than one after another; each has a network of its own, and
 * shares the data.
 */
record JobsBenchmark(String name, Workload workload) implements Benchmark {

    @Override
    public Measurement measure(int threads, double seconds) {
        Dataset data = workload.data();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            double speedup = Race.speedup(
                    time -> secondsPerStep(1, pool, data, time), time -> secondsPerStep(2, pool, data, time), seconds);
            return new Measurement(name, speedup, "x one at a time", null);
        } finally {
            pool.shutdown();
        }
    }

    /** The seconds of one step of all runs together. */
    private double secondsPerStep(int jobs, ExecutorService pool, Dataset data, double seconds) {
        try {
            Future<?>[] runs = new Future<?>[jobs];
            Progress[] progress = new Progress[jobs];
            long deadlineNs = System.nanoTime() + (long) (seconds * 1e9);
            for (int i = 0; i < jobs; i++) {
                Progress own = progress[i] = new Progress(deadlineNs);
                runs[i] = pool.submit(() -> own.train(workload, data));
            }
            double perSecond = 0;
            for (int i = 0; i < jobs; i++) {
                runs[i].get();
                perSecond += progress[i].stepsPerSecond();
            }
            return 1 / perSecond;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Counts the steps of one run from its first to a deadline. */
    private static final class Progress {

        private final long deadlineNs;
        private long firstNs;
        private long lastNs;
        private long steps = -1;

        Progress(long deadlineNs) {
            this.deadlineNs = deadlineNs;
        }

        void train(Workload workload, Dataset data) {
            try (Kernels kernels = KernelChoice.best().create()) {
                workload.train(kernels, data, () -> {}, this::stepBegins);
            }
        }

        private boolean stepBegins() {
            lastNs = System.nanoTime();
            if (++steps == 0) {
                firstNs = lastNs;
            }
            return steps > 0 && lastNs > deadlineNs;
        }

        double stepsPerSecond() {
            return steps / ((lastNs - firstNs) / 1e9);
        }
    }
}
