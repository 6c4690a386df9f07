package gridrun.tracking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;

/**
 * What publishing needs to know of a run as the server has it.
 *
 * @param mark what tells it from all others, see {@link Projection#mark}; empty if it is not Gridrun's
 * @param duplicateOf the run whose duplicate it is
 * @param empty whether it has neither params nor metrics: whoever asked for it never got its id
 */
record RemoteRun(String id, String name, String artifactUri, boolean active, RunStatus status, long startMs,
        Optional<String> mark, Optional<String> duplicateOf, boolean empty) {

    /** The one that counts of several comes first: what is whole, then what is older. */
    static final Comparator<RemoteRun> BEST = Comparator.comparingInt(RemoteRun::lack)
            .thenComparingLong(RemoteRun::startMs).thenComparing(RemoteRun::id);

    static RemoteRun of(Run run) {
        Map<String, String> tags = new HashMap<>();
        run.getData().getTagsList().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        Optional<String> key = Optional.ofNullable(tags.getOrDefault(Tags.RUN_KEY, tags.get(Tags.SWEEP_ID)));
        return new RemoteRun(run.getInfo().getRunId(), run.getInfo().getRunName(), run.getInfo().getArtifactUri(),
                run.getInfo().getLifecycleStage().equals("active"), run.getInfo().getStatus(),
                run.getInfo().getStartTime(), key.map(value -> Projection.mark(value, tags.get(Tags.PLANNED))),
                Optional.ofNullable(tags.get(Tags.DUPLICATE_OF)).filter(id -> !id.isEmpty()),
                run.getData().getParamsCount() == 0 && run.getData().getMetricsCount() == 0);
    }

    boolean running() {
        return status == RunStatus.RUNNING;
    }

    private int lack() {
        return status == RunStatus.FINISHED ? 0 : !running() ? 1 : !empty ? 2 : 3;
    }
}
