package gridrun.store;

import gridrun.metric.Goal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command sets out to do: a sweep and its runs, or a single run ({@code parent} false).
 *
 * @param sweepId its identity, 64 hex digits
 * @param experiment the file's {@code name}, with {@code -smoke} for a smoke run
 * @param parent whether the runs have a common parent in MLflow
 * @param description what is asked, in Markdown; may be empty
 * @param tags the file's tags
 * @param metric what is ranked, such as {@code val_accuracy}
 * @param goal which direction of the metric is better
 * @param axes the names of what varies, in the file's order
 * @param file the experiment file's path as typed
 * @param createdMs when it was planned, milliseconds since 1970
 * @param runs all its runs, in order
 * @param facts how its results are to be compared, by names that begin with {@link Facts#COMPARISON}; and its
 *     {@link Facts#TITLE}
 */
public record SweepPlan(
        String sweepId, String experiment, boolean parent, String description, Map<String, String> tags,
        String metric, Goal goal, List<String> axes, String file, long createdMs, List<PlannedRun> runs,
        Map<String, String> facts) {

    /** Without facts. */
    public SweepPlan(String sweepId, String experiment, boolean parent, String description, Map<String, String> tags,
            String metric, Goal goal, List<String> axes, String file, long createdMs, List<PlannedRun> runs) {
        this(sweepId, experiment, parent, description, tags, metric, goal, axes, file, createdMs, runs, Map.of());
    }

    public SweepPlan {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        axes = List.copyOf(axes);
        runs = List.copyOf(runs);
        facts = Map.copyOf(facts);
    }
}
