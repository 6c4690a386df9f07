package gridrun.bench;

import gridrun.bench.Measurements.Measurement;
import gridrun.execute.Ceiling;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;

/** The ceiling itself, which every share is a share of. */
record CeilingBenchmark(String name) implements Benchmark {

    @Override
    public Measurement measure(int threads, double seconds) {
        try (Kernels kernels = KernelChoice.best().create(threads)) {
            Ceiling ceiling = Ceiling.of(kernels, threads);
            Meter meter = new Meter(null, seconds);
            double highest = 0;
            do {
                meter.begin();
                highest = Math.max(highest, ceiling.flopsPerSecond());
                meter.end(1);
            } while (!meter.isDone());
            return new Measurement(name, highest / 1e9, "GFLOP/s", 1.0);
        }
    }
}
