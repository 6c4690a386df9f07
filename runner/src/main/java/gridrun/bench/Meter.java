package gridrun.bench;

import com.sun.management.ThreadMXBean;
import gridrun.execute.Ceiling;
import java.lang.management.ManagementFactory;

/**
 * Takes times, and a sample of the ceiling after each, until neither has got better for a while.
 *
 * <p>The best time counts: whatever else a machine does can only add to it. The ceiling lies between the times because
 * clocks fall with heat and load. Waiting begins when the compiler has done its work: until then vectors are objects,
 * megabytes of them in each sample, and on a busy machine that can last longer than any patience.
 */
final class Meter {

    private static final double NOTEWORTHY = 0.99;
    /** A bound on the patience, for a machine that is never quiet. */
    private static final int MOST_WAITS = 20;
    /**
     * Samples that must not have been better either: one may take longer than the patience while the code is
     * interpreted.
     */
    private static final int FEWEST_SAMPLES = 3;
    /** Bytes that a sample of compiled code allocates at most. */
    private static final long COMPILED_BYTES = 1 << 20;
    /** The longest that is waited for the compiler. */
    private static final double COMPILATION_NS = 120e9;

    private final Ceiling ceiling;
    private final double patienceNs;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long firstNs = System.nanoTime();
    private long compiledNs = firstNs;
    private long improvedNs = firstNs;
    private int sinceImproved;
    private long beganBytes;
    private boolean isCompiled;
    private long beganNs;
    private double best = Double.POSITIVE_INFINITY;
    private double highest;

    /**
     * @param ceiling null where there is none to compare with
     * @param seconds how long nothing must have got better by 1 %
     */
    Meter(Ceiling ceiling, double seconds) {
        this.ceiling = ceiling;
        this.patienceNs = seconds * 1e9;
    }

    void begin() {
        beganBytes = threads.getCurrentThreadAllocatedBytes();
        beganNs = System.nanoTime();
    }

    /** Ends what {@link #begin} began, so many units of work; returns the seconds that all took. */
    double end(long units) {
        double seconds = (System.nanoTime() - beganNs) / 1e9;
        sinceImproved++;
        if (seconds / units < NOTEWORTHY * best) {
            improvedNs = System.nanoTime();
            sinceImproved = 0;
        }
        best = Math.min(best, seconds / units);
        if (ceiling != null) {
            highest = Math.max(highest, ceiling.flopsPerSecond());
        }
        isCompiled = threads.getCurrentThreadAllocatedBytes() - beganBytes < COMPILED_BYTES;
        if (!isCompiled) {
            compiledNs = System.nanoTime();
            improvedNs = compiledNs;
        }
        return seconds;
    }

    boolean isDone() {
        long now = System.nanoTime();
        if (!isCompiled) {
            return now - firstNs > COMPILATION_NS;
        }
        return sinceImproved >= FEWEST_SAMPLES && now - improvedNs > patienceNs
                || now - compiledNs > MOST_WAITS * patienceNs;
    }

    /** The least seconds that a unit of work took. */
    double seconds() {
        return best;
    }

    /** The share of the ceiling that so many floating-point operations a unit are; null where there is no ceiling. */
    Double ofCeiling(double flops) {
        return ceiling == null ? null : Double.valueOf(flops / best / highest);
    }
}
