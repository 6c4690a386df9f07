package gridrun.kernel.vector;

import gridrun.parallel.Workers;

/** A fixed team of kernels, each with scratch memory of its own, and when a call is worth dividing among them. */
final class Team implements AutoCloseable {

    /** Work, in fused multiply-adds, below which a call stays with its thread: calling the team takes about as long. */
    static final long WORTH_SHARING = 260_000;
    /** What an element costs, in multiply-adds, as measured: one that is moved, one of a function or an update, one of a row or drawn. */
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
     * @param members the first is the calling thread's
     * @param worthSharing the work, in multiply-adds, from which a call is divided
     */
    Team(VectorKernels[] members, long worthSharing) {
        this.workers = new Workers(members.length);
        this.members = members;
        this.worthSharing = worthSharing;
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
