package gridrun.kernel.vector;

import gridrun.parallel.Workers;

/**
 * Who computes a call: the calling thread alone, or a fixed team of kernels among whom the call is divided where that
 * is worth it.
 *
 * <p>Each method of a group that can be divided asks first whether the call is {@linkplain #isSmall small}, and then
 * computes all of it by itself, without a lambda: this path allocates nothing.
 */
final class Team implements AutoCloseable {

    /** Work, in fused multiply-adds, below which a call stays with its thread: calling the team takes about as long. */
    static final long WORTH_SHARING = 260_000;
    /** The bound of whoever works alone. */
    static final long NEVER = Long.MAX_VALUE;
    /**
     * What an element costs, in multiply-adds, as measured: one that is moved, one of a function or an update, one of a
     * row or drawn.
     */
    static final int MOVED = 16;
    static final int COMPUTED = 32;
    static final int DEAR = 128;
    /** Parts of a sweep begin at whole cache lines, or vectors of any width. */
    static final int LINE = Lanes.WIDEST;

    /** One member's part of a call: elements, rows or columns from the first to before the last. */
    @FunctionalInterface
    interface Part {
        void run(VectorKernels member, int from, int to);
    }

    private final Workers workers;
    private final VectorKernels[] members;
    private final long worthSharing;

    /**
     * @param leader the calling thread's kernels; the other members are made here
     * @param worthSharing the work, in multiply-adds, from which a call is divided
     */
    Team(VectorKernels leader, int threads, long worthSharing) {
        this.workers = new Workers(threads);
        this.members = new VectorKernels[threads];
        this.worthSharing = worthSharing;
        members[0] = leader;
        for (int i = 1; i < threads; i++) {
            members[i] = new VectorKernels();
        }
    }

    int size() {
        return members.length;
    }

    boolean isSmall(long elements, int cost) {
        return elements * cost < worthSharing;
    }

    /** Divides n elements, rows or columns among the members, in whole units. */
    void share(int n, int unit, Part part) {
        int size = members.length;
        workers.run(i -> {
            int from = Workers.begin(i, size, n, unit), to = Workers.begin(i + 1, size, n, unit);
            if (from < to) {
                part.run(members[i], from, to);
            }
        });
    }

    @Override
    public void close() {
        workers.close();
    }
}
