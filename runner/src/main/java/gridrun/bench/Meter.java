package gridrun.bench;

import gridrun.execute.Ceiling;

/**
 * Takes times, and a sample of the ceiling after each, until neither has got better for a while.
 *
 * <p>The best time counts: whatever else a machine does can only add to it. The compiler's warming up ends by itself
 * so. The ceiling lies between the times because clocks fall with heat and load.
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

    private final Ceiling ceiling;
    private final double patienceNs;
    private final long firstNs = System.nanoTime();
    private long improvedNs = firstNs;
    private int sinceImproved;
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
        return seconds;
    }

    boolean isDone() {
        long now = System.nanoTime();
        return sinceImproved >= FEWEST_SAMPLES && now - improvedNs > patienceNs
                || now - firstNs > MOST_WAITS * patienceNs;
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
