package gridrun.comparison;

import gridrun.store.Run;
import java.util.Comparator;

/**
 * What two runs must have in common to be compared with each other: runs of one seed, and of one fold, share their data
 * and their split, which make up most of what differs between seeds.
 *
 * @param seed of both
 * @param fold of both, from 1; 0 where there are none
 */
public record Pair(long seed, int fold) implements Comparable<Pair> {

    /** Where a run belongs. */
    public static Pair of(Run run) {
        return new Pair(run.seed(), run.repeat().fold());
    }

    @Override
    public int compareTo(Pair other) {
        return Comparator.comparingLong(Pair::seed).thenComparingInt(Pair::fold).compare(this, other);
    }
}
