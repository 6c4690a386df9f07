package gridrun.store;

import java.util.Locale;

/** How a run or a sweep ended. */
public enum Outcome {
    /** Trained to its end. */
    COMPLETED,
    /**
     * A result, not a crash. The loss of a batch or of the validation part became infinite or no number, which ends
     * training; or the last epoch's {@code loss} is above 10 times the larger of two: the first batch's before any
     * step, and that of the constant answer on the training part. The second rule is looked at when training ends.
     */
    DIVERGED,
    /** An error ended it; it can be tried again. */
    FAILED,
    /** Ctrl-C, a kill or data that went away ended it; the same command continues. */
    INTERRUPTED;

    /** The word of tables, tags and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome of that word. */
    public static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether the run has its result and is not trained again. */
    public boolean isResult() {
        return this == COMPLETED || this == DIVERGED;
    }
}
