package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.tracking.MlflowException.Kind;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mlflow.api.proto.Service.CreateRun;

/**
 * The experiment's runs as the server has them, found by our tags.
 *
 * <p>A run's id is made by the server, and a request outlives who sent it. So creating one is never repeated blindly:
 * after every doubt it is searched for by the tags that were part of the request. What appears later nevertheless, and
 * what another results directory has created at the same time, is found when all is delivered: one run is kept, and the
 * others are ended.
 */
final class RemoteRuns {

    private final MlflowApi api;
    private final Deliveries marks;
    private final Retry retry;
    private final RemoteExperiment experiment;
    private final Duplicates duplicates;
    private final Duration settle;
    private final Map<String, List<RemoteRun>> byMark = new HashMap<>();
    private final Map<String, RemoteRun> byId = new HashMap<>();
    private final Set<String> madeHere = new HashSet<>();
    /** How often a run was asked for whose creation had no answer. */
    private final Map<String, Integer> asked = new HashMap<>();
    private long lastDoubtNs;
    private String experimentId;
    private boolean cutOff;
    private boolean created;

    /** @param settle for a run to appear whose creation had no answer */
    RemoteRuns(MlflowApi api, Deliveries marks, Retry retry, RemoteExperiment experiment, Duplicates duplicates,
            Duration settle) {
        this.api = api;
        this.marks = marks;
        this.retry = retry;
        this.experiment = experiment;
        this.duplicates = duplicates;
        this.settle = settle;
    }

    /** Looks at the server, forgets marks of runs that are not there, and sees to it that each is there once. */
    synchronized void refresh() throws MlflowException, InterruptedException {
        experimentId = experiment.ensure();
        marks.experimentId(experimentId);
        index();
        marks.creating().ifPresent(this::doubt);
        for (Map.Entry<Long, String> marked : marks.runIds().entrySet()) {
            RemoteRun run = byId.get(marked.getValue());
            if (run == null || run.duplicateOf().isPresent()) {
                marks.gone(marked.getKey());
            } else if (!join(marked.getKey(), run.parent(), run.key(), run.planned())) {
                elect(marked.getKey(), run);
                endMarked(run);
                reclaim(marked.getKey(), run);
            }
        }
    }

    /** A publisher that was killed may have marked a duplicate and not ended it. */
    private void endMarked(RemoteRun ours) throws MlflowException, InterruptedException {
        for (RemoteRun run : ours.mark().map(mark -> byMark.getOrDefault(mark, List.of())).orElse(List.of())) {
            if (run.duplicateOf().isPresent() && run.active() && run.running()) {
                duplicates.hide(run);
            }
        }
    }

    /** Another publisher that ended ours at the same moment, and took it over again, may have given it its own end. */
    private void reclaim(long entry, RemoteRun ours) {
        boolean several = ours.mark().stream().anyMatch(mark -> byMark.get(mark).size() > 1);
        if (several && marks.mark(entry).filter(mark -> !mark.adopted()).isPresent()
                && marks.delivered(entry, Delivery.STATE).values().stream().anyMatch(is -> !is.equals(ours.state()))) {
            marks.again(entry);
        }
    }

    /** To be called when all is delivered; afterwards something may be owed again. */
    synchronized void settle() throws MlflowException, InterruptedException {
        if (!created && asked.isEmpty()) {
            return;
        }
        created = false;
        while (isDoubtful() && System.nanoTime() - lastDoubtNs < settle.toNanos()) {
            Thread.sleep(settle.toMillis() / 10);
            index();
        }
        asked.clear();
        refresh();
    }

    /** Whether this publisher created the run, so that no earlier one has left anything in it. */
    synchronized boolean isMadeHere(String runId) {
        return madeHere.contains(runId);
    }

    synchronized ArtifactStore artifactStore(String runId) throws MlflowException {
        RemoteRun run = byId.get(runId);
        if (run == null) {
            throw new MlflowException(Kind.GONE, "the run " + runId + " is not there any more");
        }
        return new ArtifactStore(run.artifactUri());
    }

    /**
     * The MLflow run of an entry: the one that is marked, or one that stands there already, or a new one.
     *
     * <p>One that is running there is somebody else's, who may be alive: rows of two trainings would mix in it.
     *
     * @throws MlflowException {@link Kind#DELETED} if a person deleted it
     */
    synchronized String ensure(long entry, Projection wanted) throws MlflowException, InterruptedException {
        List<RemoteRun> present = present(wanted.mark());
        Optional<RemoteRun> best = present.stream().filter(RemoteRun::active).min(RemoteRun.BEST);
        if (best.isEmpty() && !present.isEmpty()) {
            throw new MlflowException(Kind.DELETED,
                    "the run '%s' was deleted in MLflow and stays deleted".formatted(wanted.name()));
        }
        Optional<Deliveries.Mark> mark = marks.mark(entry);
        if (mark.isPresent()) {
            return mark.get().runId();
        }
        boolean ours = best.filter(run -> isCreatedFor(run, wanted)).isPresent()
                && marks.creating().equals(Optional.of(wanted.mark()));
        if (ours || best.isPresent() && !best.get().running()) {
            marks.created(entry, best.get().id(), !ours);
            created |= best.get().running();
            return best.get().id();
        }
        Optional<Instant> planned = Optional.of(Instant.parse(wanted.planned()));
        if (join(entry, wanted.parentRunId(), Optional.of(wanted.key()), planned)) {
            throw new MlflowException(Kind.GONE, "another results directory is at work on the same plan");
        }
        if (cutOff) {
            throw new InterruptedException("a creation was cut off; the note of it must stand");
        }
        marks.creating(wanted.mark());
        RemoteRun made;
        try {
            made = create(wanted);
        } catch (InterruptedException e) {
            cutOff = true;
            throw e;
        }
        created = true;
        madeHere.add(made.id());
        remember(made);
        marks.created(entry, made.id(), false);
        return made.id();
    }

    /** Gives our plan the date of an earlier one that was made at once, if there is one; runs follow their parent. */
    private boolean join(long entry, Optional<String> parent, Optional<String> key, Optional<Instant> planned) {
        if (parent.isPresent() || key.isEmpty() || planned.isEmpty()) {
            return false;
        }
        Optional<Instant> earlier = new Overlap(byId.values()).earlier(key.get(), planned.get());
        earlier.ifPresent(date -> marks.join(entry, date.toEpochMilli()));
        created |= earlier.isPresent();
        return earlier.isPresent();
    }

    /** Those that are no duplicates, deleted ones too. */
    private List<RemoteRun> present(String mark) {
        return byMark.getOrDefault(mark, List.of()).stream().filter(run -> run.duplicateOf().isEmpty()).toList();
    }

    /** Keeps one run of several, once one has ended. */
    private void elect(long entry, RemoteRun ours) throws MlflowException, InterruptedException {
        List<RemoteRun> several = ours.mark().stream().flatMap(mark -> present(mark).stream())
                .filter(RemoteRun::active).sorted(RemoteRun.BEST).toList();
        if (several.size() < 2 || several.get(0).running()) {
            return;
        }
        RemoteRun kept = several.get(0);
        boolean contested = false;
        for (RemoteRun other : several.subList(1, several.size())) {
            Duplicates.Kept one = duplicates.end(kept, other);
            kept = one.run();
            contested |= one.contested();
        }
        if (contested || !kept.id().equals(ours.id())) {
            marks.created(entry, kept.id(), true);
        }
    }

    private void index() throws MlflowException, InterruptedException {
        List<RemoteRun> all = retry.call(Retry.TRIES, () -> api.runs(experimentId, ""));
        byMark.clear();
        byId.clear();
        all.forEach(this::remember);
    }

    private void remember(RemoteRun run) {
        byId.put(run.id(), run);
        run.mark().ifPresent(mark -> byMark.computeIfAbsent(mark, any -> new ArrayList<>()).add(run));
    }

    /**
     * Whether a run is what a creation left whose answer never came. Another directory's of the same run began at
     * another time; of a copy's, the rows are the same.
     */
    private static boolean isCreatedFor(RemoteRun run, Projection wanted) {
        return run.empty() && run.startMs() == wanted.startMs();
    }

    private void doubt(String mark) {
        asked.merge(mark, 1, Integer::sum);
        lastDoubtNs = System.nanoTime();
    }

    private boolean isDoubtful() {
        return asked.entrySet().stream()
                .anyMatch(one -> byMark.getOrDefault(one.getKey(), List.of()).size() < one.getValue());
    }

    private RemoteRun create(Projection wanted) throws MlflowException, InterruptedException {
        CreateRun.Builder request = CreateRun.newBuilder().setExperimentId(experimentId).setRunName(wanted.name())
                .setStartTime(wanted.startMs()).addTags(MlflowMessages.tag(wanted.identity(), wanted.key()))
                .addTags(MlflowMessages.tag(Tags.PLANNED, wanted.planned()))
                .addTags(MlflowMessages.tag(Tags.USER, System.getProperty("user.name", "unknown")));
        wanted.parentRunId().ifPresent(parent -> request.addTags(MlflowMessages.tag(Tags.PARENT, parent)));
        String filter = "tags.`%s` = '%s' AND tags.`%s` = '%s'".formatted(
                wanted.identity(), wanted.key(), Tags.PLANNED, wanted.planned());
        for (int failures = 0;; failures++) {
            try {
                RemoteRun made = RemoteRun.of(api.createRun(request.build()));
                asked.computeIfPresent(wanted.mark(), (mark, times) -> times + 1);
                return made;
            } catch (MlflowException e) {
                boolean passing = e.kind() == Kind.TRANSIENT;
                if (!passing && (failures + 1 >= Retry.TRIES || e.kind() != Kind.BUSY && e.kind() != Kind.UNCLEAR)) {
                    throw e;
                }
                if (!(e.getCause() instanceof ConnectException)) {
                    doubt(wanted.mark());
                }
                retry.pause(failures, e);
            }
            // A server may answer this for ever that can create nothing: its disk is full, its directory gone.
            List<RemoteRun> found = retry.unheard().call(Retry.TRIES, () -> api.runs(experimentId, filter)).stream()
                    .filter(run -> run.active() && run.duplicateOf().isEmpty() && isCreatedFor(run, wanted)).toList();
            if (!found.isEmpty()) {
                return found.get(0);
            }
        }
    }
}
