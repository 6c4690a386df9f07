package gridrun.comparison;

import gridrun.store.Run;

/**
 * What two runs must have in common to be compared with each other: runs of one seed share their data and their split,
 * which make up most of what differs between seeds.
 *
 * @param seed of both
 */
public record Pair(long seed) implements Comparable<Pair> {

    /** Where a run belongs. */
    public static Pair of(Run run) {
        return new Pair(run.seed());
    }

    @Override
    public int compareTo(Pair other) {
        return Long.compare(seed, other.seed);
    }
}
