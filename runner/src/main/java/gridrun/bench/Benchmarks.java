package gridrun.bench;

import gridrun.kernel.choice.KernelChoice;
import java.util.ArrayList;
import java.util.List;

/** What there is to measure, in the order of the table. */
public final class Benchmarks {

    private Benchmarks() {
    }

    /**
     * All benchmarks of a machine.
     *
     * @param cores that this process may use; on a single one there is nothing to be gained by a second thread
     */
    public static List<Benchmark> all(int cores) {
        List<Benchmark> all = new ArrayList<>();
        KernelChoice choice = KernelChoice.best();
        if (choice.reason() == null) {
            all.add(new CeilingBenchmark("fma_ceiling"));
        }
        choice.widths().forEach(bits -> all.add(width(Processor.CEILING + bits, bits)));
        all.addAll(KernelBenchmarks.all());
        Workloads workloads = Workloads.read();
        workloads.steps().forEach((name, workload) -> all.add(new StepBenchmark("step/" + name, workload)));
        workloads.steps().forEach((name, workload) -> all.add(new AllocationBenchmark("allocation/" + name, workload)));
        if (cores > 1) {
            workloads.threads()
                    .forEach((name, workload) -> all.add(new ThreadsBenchmark("threads_2/" + name, workload)));
            workloads.jobs().forEach((name, workload) -> all.add(new JobsBenchmark("jobs_2/" + name, workload)));
        }
        return all;
    }

    /** Of the kernels' own width here, of others in a Java that has it. */
    private static Benchmark width(String name, int bits) {
        return bits == KernelChoice.best().bits() ? new CeilingBenchmark(name) : new WidthBenchmark(name, bits);
    }
}
