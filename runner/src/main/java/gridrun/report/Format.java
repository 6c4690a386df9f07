package gridrun.report;

import java.util.Locale;

/** The formats that the command line prints tables in. */
public enum Format {
    /** Aligned, for terminals. */
    TABLE,
    /** A line a run, or a row. */
    CSV,
    /** An array with an object a run, or a row. */
    JSON,
    /** Markdown, for GitHub and MLflow. */
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
