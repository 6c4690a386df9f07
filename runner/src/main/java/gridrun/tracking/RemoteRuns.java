package gridrun.tracking;

import gridrun.metric.Goal;
import gridrun.store.Deliveries;
import gridrun.store.Sweep;
import gridrun.tracking.MlflowException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.Run;

/**
 * The experiment and its runs as the server has them, found by our tags.
 *
 * <p>A run's id is made by the server, so creating one is never repeated blindly: after every doubt it is searched
 * for by the tag that was part of the request.
 */
final class RemoteRuns {

    private static final String ACTIVE = "active";

    private final MlflowApi api;
    private final Deliveries marks;
    private final Retry retry;
    private final Sweep newest;
    private final Duration settle;
    private final Consumer<String> notices;
    private final Map<String, List<Run>> byKey = new HashMap<>();
    private final Map<String, String> artifactUris = new HashMap<>();
    private String experimentId;
    private boolean cutOff;

    /**
     * @param newest the experiment's newest sweep, which its tags describe
     * @param settle for a creation that was cut off to appear
     */
    RemoteRuns(MlflowApi api, Deliveries marks, Retry retry, Sweep newest, Duration settle,
            Consumer<String> notices) {
        this.settle = settle;
        this.api = api;
        this.marks = marks;
        this.retry = retry;
        this.newest = newest;
        this.notices = notices;
    }

    /** Looks at the server, creates the experiment if need be, and forgets marks of runs that are not there. */
    synchronized void refresh() throws MlflowException, InterruptedException {
        Experiment experiment = retry.call(Retry.TRIES, this::experiment);
        if (!experiment.getLifecycleStage().equals(ACTIVE)) {
            throw new MlflowException(Kind.INACTIVE, ("the experiment '%s' was deleted in MLflow; restore it there, "
                    + "or give the file another name").formatted(newest.experiment()));
        }
        experimentId = experiment.getExperimentId();
        marks.experimentId(experimentId);
        tagExperiment(experiment);
        index();
        awaitCutOffCreation();
        for (var entry : marks.entries()) {
            Optional<Deliveries.Mark> mark = marks.mark(entry.id());
            if (mark.isPresent() && !artifactUris.containsKey(mark.get().runId())) {
                marks.gone(entry.id());
            }
        }
    }

    synchronized String artifactUri(String runId) throws MlflowException {
        String uri = artifactUris.get(runId);
        if (uri == null) {
            throw new MlflowException(Kind.GONE, "the run " + runId + " is not there any more");
        }
        return uri;
    }

    /**
     * The MLflow run of an entry: the one that is marked, or one that stands there already, or a new one.
     *
     * @throws MlflowException {@link Kind#INACTIVE} if a person deleted it
     */
    synchronized String ensure(long entry, Projection wanted) throws MlflowException, InterruptedException {
        List<Run> present = byKey.getOrDefault(wanted.mark(), List.of());
        List<Run> active = present.stream().filter(run -> run.getInfo().getLifecycleStage().equals(ACTIVE)).toList();
        if (active.isEmpty() && !present.isEmpty()) {
            throw new MlflowException(Kind.INACTIVE,
                    "the run '%s' was deleted in MLflow and stays deleted".formatted(wanted.name()));
        }
        Optional<Deliveries.Mark> mark = marks.mark(entry);
        if (mark.isPresent()) {
            return mark.get().runId();
        }
        if (!active.isEmpty()) {
            String oldest = active.get(0).getInfo().getRunId();
            markDuplicates(oldest, active.subList(1, active.size()));
            marks.created(entry, oldest, true);
            return oldest;
        }
        if (cutOff) {
            throw new InterruptedException("a creation was cut off; the note of it must stand");
        }
        marks.creating(wanted.mark());
        Run created;
        try {
            created = create(wanted);
        } catch (InterruptedException e) {
            cutOff = true;
            throw e;
        }
        remember(created);
        marks.created(entry, created.getInfo().getRunId(), false);
        return created.getInfo().getRunId();
    }

    private void index() throws MlflowException, InterruptedException {
        byKey.clear();
        artifactUris.clear();
        for (Run run : retry.call(Retry.TRIES, () -> api.runs(experimentId, ""))) {
            remember(run);
        }
    }

    /** A request outlives who sent it: a run that a killed publisher asked for may appear a moment after we look. */
    private void awaitCutOffCreation() throws MlflowException, InterruptedException {
        Optional<String> key = marks.creating();
        long deadline = System.nanoTime() + settle.toNanos();
        while (key.isPresent() && !byKey.containsKey(key.get()) && System.nanoTime() < deadline) {
            Thread.sleep(settle.toMillis() / 10);
            index();
        }
    }

    private Experiment experiment() throws MlflowException, InterruptedException {
        Optional<Experiment> found = api.experiment(newest.experiment());
        if (found.isPresent()) {
            return found.get();
        }
        try {
            api.createExperiment(newest.experiment());
        } catch (MlflowException e) {
            if (e.kind() != Kind.EXISTS) {
                throw e;
            }
        }
        return api.experiment(newest.experiment()).orElseThrow(() -> new MlflowException(Kind.TRANSIENT,
                "the experiment '%s' was created but is not there".formatted(newest.experiment())));
    }

    private void tagExperiment(Experiment experiment) throws MlflowException, InterruptedException {
        Map<String, String> present = new HashMap<>();
        experiment.getTagsList().forEach(tag -> present.put(tag.getKey(), tag.getValue()));
        Map<String, String> wanted = new HashMap<>(Map.of(
                Tags.EXPERIMENT_KIND, "custom_model_development",
                Tags.PRIMARY_METRIC, newest.metric(),
                Tags.GREATER_IS_BETTER, newest.goal() == Goal.MAXIMIZE ? "True" : "False"));
        if (!newest.description().isBlank()) {
            wanted.put(Tags.NOTE, newest.description());
        }
        for (Map.Entry<String, String> tag : wanted.entrySet()) {
            if (!tag.getValue().equals(present.get(tag.getKey()))) {
                retry.call(Retry.TRIES, () -> {
                    api.tagExperiment(experimentId, tag.getKey(), tag.getValue());
                    return null;
                });
            }
        }
    }

    private void remember(Run run) {
        artifactUris.put(run.getInfo().getRunId(), run.getInfo().getArtifactUri());
        Map<String, String> tags = new HashMap<>();
        run.getData().getTagsList().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        String key = tags.getOrDefault(Tags.RUN_KEY, tags.get(Tags.SWEEP_ID));
        if (key != null) {
            byKey.computeIfAbsent(Projection.mark(key, tags.get(Tags.PLANNED)), any -> new ArrayList<>()).add(run);
        }
    }

    private Run create(Projection wanted) throws MlflowException, InterruptedException {
        CreateRun.Builder request = CreateRun.newBuilder().setExperimentId(experimentId).setRunName(wanted.name())
                .setStartTime(wanted.startMs()).addTags(Messages.tag(wanted.identity(), wanted.key()))
                .addTags(Messages.tag(Tags.PLANNED, wanted.planned()))
                .addTags(Messages.tag(Tags.USER, System.getProperty("user.name", "unknown")));
        wanted.parentRunId().ifPresent(parent -> request.addTags(Messages.tag(Tags.PARENT, parent)));
        for (int failures = 0;; failures++) {
            try {
                return api.createRun(request.build());
            } catch (MlflowException e) {
                boolean passing = e.kind() == Kind.TRANSIENT;
                if (!passing && (failures + 1 >= Retry.TRIES || e.kind() != Kind.BUSY && e.kind() != Kind.UNCLEAR)) {
                    throw e;
                }
                retry.pause(failures, e);
            }
            String filter = "tags.`%s` = '%s' AND tags.`%s` = '%s'".formatted(
                    wanted.identity(), wanted.key(), Tags.PLANNED, wanted.planned());
            List<Run> made = retry.call(Retry.TRIES, () -> api.runs(experimentId, filter));
            if (!made.isEmpty()) {
                return made.get(0);
            }
        }
    }

    private void markDuplicates(String kept, List<Run> others) throws MlflowException, InterruptedException {
        for (Run other : others) {
            String id = other.getInfo().getRunId();
            notices.accept("the run %s in MLflow is a second one of %s; it can be deleted".formatted(id, kept));
            retry.call(Retry.TRIES, () -> {
                api.log(Messages.tags(id, List.of(Map.entry(Tags.DUPLICATE_OF, kept))));
                return null;
            });
        }
    }
}
