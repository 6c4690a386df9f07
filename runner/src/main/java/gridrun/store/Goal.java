package gridrun.store;

import java.util.Locale;

/** Which direction of a sweep's metric is better. */
public enum Goal {
    MINIMIZE, MAXIMIZE;

    /** The word of experiment files, {@code minimize} or {@code maximize}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The goal of that word. */
    public static Goal of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
