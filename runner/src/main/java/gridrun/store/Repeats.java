package gridrun.store;

import java.util.List;

/**
 * What runs are repeated over, in words: seeds, or the folds of one seed, or the folds of several.
 *
 * @param one such as {@code seed}
 * @param many such as {@code seeds}
 * @param pairs what so many of them are counted as
 */
public record Repeats(String one, String many, String pairs) {

    /** Seeds alone. */
    public static final Repeats SEEDS = new Repeats("seed", "seeds", "seeds");

    private static final Repeats FOLDS = new Repeats("fold", "folds", "folds");
    private static final Repeats BOTH = new Repeats("seed and fold", "seeds and folds", "pairs of seed and fold");

    /** What these runs are repeated over. */
    public static Repeats of(List<Run> runs) {
        return runs.stream().noneMatch(run -> run.folds() > 0) ? SEEDS
                : runs.stream().map(run -> run.repeat().seeds()).distinct().count() > 1 ? BOTH : FOLDS;
    }

    /** {@code 5 seeds}, {@code 10 pairs of seed and fold}. */
    public String counted(int n) {
        return n + " " + (n != 1 ? pairs : equals(BOTH) ? "pair of " + one : one);
    }
}
