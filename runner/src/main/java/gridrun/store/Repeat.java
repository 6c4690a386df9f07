package gridrun.store;

/**
 * Which of a configuration's runs it is. Runs of two configurations with the same repeat are a pair: they had the same
 * data, split alike, and the same streams of random numbers.
 *
 * @param seed of all random streams
 * @param fold which of the folds of its data was the validation part, from 1; 0 where there are none
 */
public record Repeat(long seed, int fold) {

    /** {@code 3}, or {@code 3 fold 2}. */
    @Override
    public String toString() {
        return fold == 0 ? Long.toString(seed) : seed + " fold " + fold;
    }
}
