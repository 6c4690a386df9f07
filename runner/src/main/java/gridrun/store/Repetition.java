package gridrun.store;

import java.util.Comparator;

/**
 * Which of a configuration's runs it is. Runs of two configurations with the same repetition are a pair: they had
 * the same data, split alike, and the same streams of random numbers, which make up most of what differs between seeds.
 *
 * @param seed of all random streams
 * @param fold which of the folds of its data was the validation part, from 1; 0 where there are none
 */
public record Repetition(long seed, int fold) implements Comparable<Repetition> {

    @Override
    public int compareTo(Repetition other) {
        return Comparator.comparingLong(Repetition::seed).thenComparingInt(Repetition::fold).compare(this, other);
    }

    /** {@code 3}, or {@code 3 fold 2}. */
    @Override
    public String toString() {
        return fold == 0 ? Long.toString(seed) : seed + " fold " + fold;
    }
}
