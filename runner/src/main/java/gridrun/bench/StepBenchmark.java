package gridrun.bench;

import gridrun.bench.Measurements.Measurement;
import gridrun.execute.Ceiling;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.task.Dataset;

/** A training step: a whole epoch divided by its steps. */
record StepBenchmark(String name, Workload workload) implements Benchmark {

    @Override
    public Measurement measure(int threads, double seconds) {
        try (Kernels kernels = KernelChoice.best().create(threads)) {
            Meter meter = new Meter(Ceiling.of(kernels, threads), seconds);
            run(workload, kernels, workload.data(), meter);
            return new Measurement(name, meter.seconds() * 1e6, "µs", meter.ofCeiling(workload.flopsPerStep()));
        }
    }

    /** Trains until the meter has enough; its units are steps. */
    static void run(Workload workload, Kernels kernels, Dataset data, Meter meter) {
        boolean[] done = new boolean[1];
        meter.begin();
        workload.train(kernels, data, () -> {
            meter.end(workload.steps());
            done[0] = meter.isDone();
            meter.begin();
        }, () -> done[0]);
    }
}
