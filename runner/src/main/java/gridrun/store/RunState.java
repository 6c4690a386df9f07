package gridrun.store;

import java.util.Locale;

/** Where a run or a sweep stands. */
public enum RunState {
    PLANNED, RUNNING, DONE;

    /** The word that the database holds. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
