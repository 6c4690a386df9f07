package gridrun.metric;

import java.util.Locale;

/** Which way a metric is better. */
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

    /** Whether {@code value} is better than {@code than}; nothing is better than a number but a number. */
    public boolean better(double value, double than) {
        if (Double.isNaN(value)) {
            return false;
        }
        return Double.isNaN(than) || (this == MAXIMIZE ? value > than : value < than);
    }
}
