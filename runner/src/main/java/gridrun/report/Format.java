package gridrun.report;

import java.util.Locale;

/** The formats of the command {@code results}. */
public enum Format {
    /** The ranked table, for terminals. */
    TABLE,
    /** A line a run. */
    CSV,
    /** An array with an object a run. */
    JSON,
    /** The ranked table, for GitHub and MLflow. */
    MD;

    /**
     * The format of a name on the command line.
     *
     * @throws IllegalArgumentException if there is none, with the names there are
     */
    public static Format of(String name) {
        for (Format format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
                return format;
            }
        }
        throw new IllegalArgumentException("'%s' is not one of table, csv, json, md".formatted(name));
    }
}
