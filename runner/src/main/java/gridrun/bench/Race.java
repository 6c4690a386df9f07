package gridrun.bench;

/** Two ways of doing the same, taken in turns, for a machine is not as fast now as it will be. */
final class Race {

    private static final int ROUNDS = 3;

    /** One way: runs for so long and tells the seconds that a unit of its work took at best. */
    @FunctionalInterface
    interface Way {

        double best(double seconds);
    }

    private Race() {
    }

    /** How many times faster the second way is than the first. */
    static double speedup(Way first, Way second, double seconds) {
        double before = Double.POSITIVE_INFINITY;
        double after = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            before = Math.min(before, first.best(seconds));
            after = Math.min(after, second.best(seconds));
        }
        return before / after;
    }
}
