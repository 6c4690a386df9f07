package gridrun.bench;

import gridrun.bench.Measurements.Measurement;
import gridrun.execute.Ceiling;
import gridrun.kernel.Kernels;
import gridrun.kernel.choice.KernelChoice;

/**
 * One call of a kernel, in floating-point operations a second.
 *
 * @param flops of one call, a multiply-add being two
 * @param preparation makes the tensors and the call
 */
record KernelBenchmark(String name, double flops, Preparation preparation) implements Benchmark {

    /** A sample is at least this long, or its clock would be too coarse. */
    private static final double SAMPLE_SECONDS = 1e-3;

    /** Makes tensors for the kernels and the call that is measured on them. */
    @FunctionalInterface
    interface Preparation {

        Runnable of(Kernels kernels);
    }

    @Override
    public Measurement measure(int threads, double seconds) {
        try (Kernels kernels = KernelChoice.best().create(threads)) {
            Runnable call = preparation.of(kernels);
            Meter meter = new Meter(Ceiling.of(kernels, threads), seconds);
            int calls = 1;
            do {
                meter.begin();
                for (int i = 0; i < calls; i++) {
                    call.run();
                }
                if (meter.end(calls) < SAMPLE_SECONDS) {
                    calls *= 2;
                }
            } while (!meter.isDone());
            return new Measurement(name, flops / meter.seconds() / 1e9, "GFLOP/s", meter.ofCeiling(flops));
        }
    }
}
