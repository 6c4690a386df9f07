package gridrun.bench;

import gridrun.bench.Measurements.Measurement;

/** Trains workloads one after the other in a Java of its own, and prints what a warm step of each allocates. */
final class StepOrders {

    private static final double SECONDS = 3;

    private StepOrders() {
    }

    /**
     * Prints a line for each.
     *
     * @param names of steps in workloads.yaml, in order
     */
    public static void main(String[] names) {
        Workloads workloads = Workloads.read();
        for (String name : names) {
            Measurement measured = new AllocationBenchmark(name, workloads.steps().get(name)).measure(1, SECONDS);
            System.out.println(name + " " + measured.value());
        }
    }
}
