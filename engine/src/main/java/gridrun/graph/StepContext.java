package gridrun.graph;

import gridrun.kernel.Kernels;

/** What an operation is given when a program runs it. */
public final class StepContext {

    private final Kernels kernels;
    private final boolean training;
    private long randomKey;

    StepContext(Kernels kernels, boolean training) {
        this.kernels = kernels;
        this.training = training;
    }

    public Kernels kernels() {
        return kernels;
    }

    /** Whether this is training rather than evaluation: dropout differs. */
    public boolean training() {
        return training;
    }

    /** The key of this step's random numbers. */
    public long randomKey() {
        return randomKey;
    }

    void begin(long key) {
        this.randomKey = key;
    }
}
