package gridrun.store;

import java.util.Locale;

/** How a run or a sweep ended. */
public enum Outcome {
    /** Trained to its end. */
    COMPLETED,
    /** The loss became non-finite: a result, not a crash. */
    DIVERGED,
    /** An error ended it; it can be tried again. */
    FAILED,
    /** Ctrl-C or a kill ended it; the same command continues. */
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
