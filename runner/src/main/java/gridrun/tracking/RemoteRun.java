package gridrun.tracking;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;

/**
 * What publishing needs to know of a run as the server has it.
 *
 * @param key what it is a run of; empty if it is not Gridrun's
 * @param planned when that was planned
 * @param parent the run that it is a child of
 * @param endMs when it ended; 0 while it runs
 * @param lastMs its last sign of life: its end, or its newest value
 * @param duplicateOf the run whose duplicate it is
 * @param empty whether it has neither params nor metrics: whoever asked for it never got its id
 */
record RemoteRun(String id, String name, String artifactUri, boolean active, RunStatus status, long startMs,
        long endMs, long lastMs, Optional<String> key, Optional<Instant> planned, Optional<String> parent,
        Optional<String> duplicateOf, boolean empty) {

    /** The one that counts of several comes first: what is whole, then what is older. */
    static final Comparator<RemoteRun> BEST = Comparator.comparingInt(RemoteRun::lack)
            .thenComparingLong(RemoteRun::startMs).thenComparing(RemoteRun::id);

    static RemoteRun of(Run run) {
        Map<String, String> tags = new HashMap<>();
        run.getData().getTagsList().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        long lastMs = run.getData().getMetricsList().stream().mapToLong(Metric::getTimestamp).max().orElse(0);
        return new RemoteRun(run.getInfo().getRunId(), run.getInfo().getRunName(), run.getInfo().getArtifactUri(),
                run.getInfo().getLifecycleStage().equals("active"), run.getInfo().getStatus(),
                run.getInfo().getStartTime(), run.getInfo().getEndTime(),
                Math.max(lastMs, Math.max(run.getInfo().getStartTime(), run.getInfo().getEndTime())),
                Optional.ofNullable(tags.getOrDefault(Tags.RUN_KEY, tags.get(Tags.SWEEP_ID))), planned(tags),
                Optional.ofNullable(tags.get(Tags.PARENT)),
                Optional.ofNullable(tags.get(Tags.DUPLICATE_OF)).filter(id -> !id.isEmpty()),
                run.getData().getParamsCount() == 0 && run.getData().getMetricsCount() == 0);
    }

    /** What tells it from all others, see {@link Projection#mark}. */
    Optional<String> mark() {
        return key.flatMap(of -> planned.map(when -> Projection.mark(of, when.toString())));
    }

    boolean isOf(String other) {
        return key.equals(Optional.of(other));
    }

    /** Empty where a person has changed it to something else. */
    private static Optional<Instant> planned(Map<String, String> tags) {
        try {
            return Optional.ofNullable(tags.get(Tags.PLANNED)).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    boolean running() {
        return status == RunStatus.RUNNING;
    }

    /** As {@link Delivery#state(Projection)}. */
    String state() {
        return Delivery.state(status, endMs, name);
    }

    private int lack() {
        return status == RunStatus.FINISHED ? 0 : !running() ? 1 : !empty ? 2 : 3;
    }
}
