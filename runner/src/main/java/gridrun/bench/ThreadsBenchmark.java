package gridrun.bench;

import gridrun.bench.Measurements.Measurement;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;
import gridrun.task.Dataset;

/** How many times faster a step is on two threads than on one. */
record ThreadsBenchmark(String name, Workload workload) implements Benchmark {

    @Override
    public Measurement measure(int threads, double seconds) {
        Dataset data = workload.data();
        double speedup = Race.speedup(
                time -> secondsPerStep(1, data, time), time -> secondsPerStep(2, data, time), seconds);
        return new Measurement(name, speedup, "x one thread", null);
    }

    private double secondsPerStep(int threads, Dataset data, double seconds) {
        try (Kernels kernels = KernelChoice.best().create(threads)) {
            Meter meter = new Meter(null, seconds);
            StepBenchmark.run(workload, kernels, data, meter);
            return meter.seconds();
        }
    }
}
