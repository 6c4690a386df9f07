package gridrun.store;

import gridrun.random.RunSeeds;
import java.util.Map;

/**
 * Which of a configuration's runs it is. Runs of two configurations with the same repetition are a pair: they had
 * the same data, split alike, and the same streams of random numbers, which make up most of what differs between seeds.
 *
 * @param seeds of the random streams
 * @param fold which of the folds of its data was the validation part, from 1; 0 where there are none
 */
public record Repetition(RunSeeds seeds, int fold) implements Comparable<Repetition> {

    private static final String DATA = Run.seedOf("data");
    private static final String SPLIT = Run.seedOf("split");
    private static final String INIT = Run.seedOf("init");
    private static final String COURSE = Run.seedOf("order");

    /** That of one seed for everything. */
    public static Repetition of(long seed, int fold) {
        return new Repetition(RunSeeds.of(seed), fold);
    }

    /**
     * That of a run with these params.
     *
     * @param seed what its params do not tell
     */
    public static Repetition of(Map<String, String> params, long seed) {
        RunSeeds seeds = new RunSeeds(seed(params, DATA, seed), seed(params, SPLIT, seed),
                seed(params, INIT, seed), seed(params, COURSE, seed));
        return new Repetition(seeds, Integer.parseInt(params.getOrDefault(Run.FOLD, "0")));
    }

    /** Whether a param tells which of its configuration's runs a run is. */
    static boolean isTold(String param) {
        return param.equals(Run.SEED) || param.startsWith(Run.seedOf("")) || param.equals(Run.FOLD);
    }

    private static long seed(Map<String, String> params, String name, long seed) {
        String own = params.get(name);
        return own == null ? seed : Long.parseLong(own);
    }

    /** Written out, as in {@link RunSeeds}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Repetition that && fold == that.fold && seeds.equals(that.seeds);
    }

    @Override
    public int hashCode() {
        return 31 * seeds.hashCode() + fold;
    }

    @Override
    public int compareTo(Repetition other) {
        int bySeeds = seeds.compareTo(other.seeds);
        return bySeeds != 0 ? bySeeds : Integer.compare(fold, other.fold);
    }

    /** In a sentence: {@code seed 3}, {@code seed 3 fold 2}. */
    public String told() {
        return (seeds.isOne() ? "seed " : "seeds ") + this;
    }

    /** {@code 3}, {@code 3 fold 2}, or {@code data=0 split=1 init=2 order=0}. */
    @Override
    public String toString() {
        return fold == 0 ? seeds.toString() : seeds + " fold " + fold;
    }
}
