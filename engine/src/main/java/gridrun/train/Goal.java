package gridrun.train;

/** Which way a metric is better. */
public enum Goal {

    MINIMIZE,
    MAXIMIZE;

    /** The usual goal of a metric by its name: losses and errors are better small, accuracy and r2 large. */
    public static Goal of(String metric) {
        return metric.endsWith("accuracy") || metric.endsWith("r2") ? MAXIMIZE : MINIMIZE;
    }

    /** Whether {@code value} is better than {@code than}; nothing is better than a number but a number. */
    public boolean better(double value, double than) {
        if (Double.isNaN(value)) {
            return false;
        }
        return Double.isNaN(than) || (this == MAXIMIZE ? value > than : value < than);
    }
}
