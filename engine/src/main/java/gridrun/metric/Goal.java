package gridrun.metric;

import gridrun.component.Check;
import java.util.List;
import java.util.stream.Stream;

/** Which way a metric is better. */
public enum Goal {

    MINIMIZE,
    MAXIMIZE;

    /** The metrics that can be better or worse; which of them a run has depends on its task. */
    public static final List<String> METRICS = Stream.of("", "val_")
            .flatMap(prefix -> EpochMetric.ofMerit().stream().map(metric -> prefix + metric.word())).toList();

    /** Checks that a component names one of them. */
    public static void check(String component, String metric) {
        Check.that(METRICS.contains(metric), component, "'" + metric + "'", "one of " + String.join(", ", METRICS));
    }

    /** The usual goal of a metric by its name: losses and errors are better small, accuracy and r2 large. */
    public static Goal of(String metric) {
        return EpochMetric.ofMerit().stream().anyMatch(known -> known.isMaximized() && metric.endsWith(known.word()))
                ? MAXIMIZE : MINIMIZE;
    }

    /** Whether {@code value} is better than {@code than}; nothing is better than a number but a number. */
    public boolean better(double value, double than) {
        if (Double.isNaN(value)) {
            return false;
        }
        return Double.isNaN(than) || (this == MAXIMIZE ? value > than : value < than);
    }
}
