package gridrun.store;

import gridrun.metric.Goal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A sweep as it stands in the store; the words are those of {@link SweepPlan}.
 *
 * @param facts how it came about, by the names of {@link Facts}
 * @param directory where the experiment file was, absolute; empty where that was not noted
 * @param createdMs when it was planned first
 * @param plannedMs when it was planned last
 * @param startMs when its work began first
 * @param endMs when it ended; empty while it runs
 */
public record Sweep(
        String sweepId, String experiment, boolean parent, String description, Map<String, String> tags,
        Map<String, String> facts, String metric, Goal goal, List<String> axes, String file, Optional<String> directory,
        long createdMs,
        long plannedMs,
        RunState state, Optional<Outcome> outcome, OptionalLong startMs, OptionalLong endMs, List<Artifact> artifacts) {

    /** What stands above its pictures. */
    public String title() {
        return facts.getOrDefault(Facts.TITLE, experiment);
    }
}
