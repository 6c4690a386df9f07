package gridrun.plan;

import gridrun.report.Figures;

/**
 * How many runs are trained at a time, and how many threads compute inside each. Neither changes a bit of what comes
 * out.
 *
 * @param jobs runs at a time, from 1
 * @param threads threads inside one run, from 1; 0 leaves the choice to {@link #of}
 */
public record Concurrency(int jobs, int threads) {

    /** Runs at a time, or threads inside one, that may be asked for: every one takes memory before it does anything. */
    public static final int MOST = 256;
    /** Threads that may compute at a time. */
    public static final int MOST_THREADS = 1_024;

    /**
     * What is used for so many runs on so many cores. Runs side by side scale best, so where nobody asked for threads a
     * run gets one, and more only where there are fewer runs than jobs: then each gets its share of the cores that the
     * jobs would have taken.
     */
    public Concurrency of(int runs, int cores) {
        int atOnce = Math.max(1, Math.min(jobs, runs));
        return new Concurrency(atOnce, threads > 0 ? threads : Math.max(1, Math.min(jobs, cores) / atOnce));
    }

    /** What to say where more threads would compute than there are cores, which is allowed; null where all have one. */
    public String note(int cores) {
        if ((long) jobs * threads <= cores) {
            return null;
        }
        return "%s at a time on %s each, but %s: they take turns, the results are the same".formatted(
                Figures.counted(jobs, "run"), Figures.counted(threads, "thread"), Figures.counted(cores, "core"));
    }
}
