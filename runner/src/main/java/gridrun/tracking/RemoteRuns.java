package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.tracking.MlflowException.Kind;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final SeenRuns seen = new SeenRuns();
    private final Set<String> madeHere = new HashSet<>();
    /** Of these, the ones since it was last looked what else has appeared. */
    private final Set<String> fresh = new HashSet<>();
    /** How often a run was asked for whose creation had no answer. */
    private final Map<String, Integer> asked = new HashMap<>();
    private long lastDoubtNs;
    private String experimentId;
    private boolean cutOff;
    /** Whether another publisher was met, so that all that stands there is to be looked at again. */
    private boolean contested;

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
            check(marked.getKey(), seen.of(marked.getValue()));
        }
    }

    private void check(long entry, Optional<RemoteRun> there) throws MlflowException, InterruptedException {
        if (there.isEmpty() || there.get().duplicateOf().isPresent()) {
            marks.gone(entry);
            return;
        }
        RemoteRun run = there.get();
        if (!join(entry, run.parent(), run.key(), run.planned())) {
            elect(entry, run);
            endMarked(run);
            reclaim(entry, run);
        }
    }

    /** A publisher that was killed may have marked a duplicate and not ended it. */
    private void endMarked(RemoteRun ours) throws MlflowException, InterruptedException {
        for (RemoteRun run : ours.mark().map(seen::marked).orElse(List.of())) {
            if (run.duplicateOf().isPresent() && run.active() && run.running()) {
                duplicates.hide(run);
            }
        }
    }

    /** Another publisher that ended ours at the same moment, and took it over again, may have given it its own end. */
    private void reclaim(long entry, RemoteRun ours) {
        boolean several = ours.mark().stream().anyMatch(mark -> seen.marked(mark).size() > 1);
        if (several && marks.mark(entry).filter(mark -> !mark.adopted()).isPresent()
                && marks.delivered(entry, Delivery.STATE).values().stream().anyMatch(is -> !is.equals(ours.state()))) {
            marks.again(entry);
        }
    }

    /** To be called when all is delivered; afterwards something may be owed again. */
    synchronized void settle() throws MlflowException, InterruptedException {
        if (fresh.isEmpty() && !contested && asked.isEmpty()) {
            return;
        }
        boolean whole = contested || !asked.isEmpty();
        contested = false;
        while (isDoubtful() && System.nanoTime() - lastDoubtNs < settle.toNanos()) {
            Thread.sleep(settle.toMillis() / 10);
            index();
        }
        asked.clear();
        if (whole || !isSettledByPlan()) {
            refresh();
        }
        fresh.clear();
    }

    /**
     * Looks at the plans of which this publisher has created runs, for a server takes seconds to list thousands of
     * runs. Returns whether that is enough: not so where a run is gone, or somebody has begun the same meanwhile.
     */
    private boolean isSettledByPlan() throws MlflowException, InterruptedException {
        Set<String> plans = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (String id : fresh) {
            Optional<RemoteRun> ours = seen.of(id);
            Optional<RemoteRun> leading = ours.flatMap(RemoteRun::parent).flatMap(seen::of).or(() -> ours);
            ours.flatMap(RemoteRun::planned).ifPresent(date -> plans.add(date.toString()));
            leading.flatMap(RemoteRun::key).ifPresent(keys::add);
        }
        Map<String, RemoteRun> found = new HashMap<>();
        for (String plan : plans) {
            found.putAll(having(Tags.PLANNED, plan));
        }
        for (String key : keys) {
            found.putAll(having(Tags.SWEEP_ID, key));
            found.putAll(having(Tags.RUN_KEY, key));
        }
        if (!found.keySet().containsAll(fresh) || found.values().stream().anyMatch(run -> isRival(run, plans))) {
            return false;
        }
        seen.replace(found.values());
        for (Map.Entry<Long, String> marked : marks.runIds().entrySet()) {
            if (fresh.contains(marked.getValue())) {
                check(marked.getKey(), seen.of(marked.getValue()));
            }
        }
        return true;
    }

    /** Whether another plan of the same has begun since all was listed, or somebody may be at work on it. */
    private boolean isRival(RemoteRun run, Set<String> plans) {
        return !plans.contains(run.planned().map(Instant::toString).orElse(""))
                && (run.running() || seen.of(run.id()).isEmpty());
    }

    private Map<String, RemoteRun> having(String tag, String value) throws MlflowException, InterruptedException {
        return retry.call(Retry.TRIES, () -> api.runs(experimentId, "tags.`%s` = '%s'".formatted(tag, value)))
                .stream().collect(Collectors.toMap(RemoteRun::id, run -> run));
    }

    /** Whether this publisher created the run, so that no earlier one has left anything in it. */
    synchronized boolean isMadeHere(String runId) {
        return madeHere.contains(runId);
    }

    synchronized ArtifactStore artifactStore(String runId) throws MlflowException {
        return new ArtifactStore(seen.of(runId).map(RemoteRun::artifactUri).orElseThrow(
                () -> new MlflowException(Kind.GONE, "the run " + runId + " is not there any more")));
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
            contested |= best.get().running();
            return best.get().id();
        }
        if (join(entry, wanted.parentRunId(), Optional.of(wanted.key()), Optional.of(Instant.parse(wanted.planned())))
                || joinFirst(entry, wanted)) {
            throw new MlflowException(Kind.GONE, "another results directory is at work on the same plan");
        }
        if (marks.createdMs(entry) != Instant.parse(wanted.planned()).toEpochMilli()) {
            throw new MlflowException(Kind.GONE, "its plan has got another date");
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
        madeHere.add(made.id());
        fresh.add(made.id());
        seen.add(made);
        marks.created(entry, made.id(), false);
        return made.id();
    }

    /** Gives our plan the date of an earlier one that was made at once, if there is one; runs follow their parent. */
    private boolean join(long entry, Optional<String> parent, Optional<String> key, Optional<Instant> planned) {
        if (parent.isPresent() || key.isEmpty() || planned.isEmpty()) {
            return false;
        }
        return join(entry, new Overlap(seen.all()).earlier(key.get(), planned.get()));
    }

    /** Gives our plan, of which nothing is there yet, the date of a later one that was made while we were at work. */
    private boolean joinFirst(long entry, Projection wanted) {
        long plannedMs = Math.max(wanted.lastPlannedMs(), Instant.parse(wanted.planned()).toEpochMilli());
        long endMs = wanted.endMs() == 0 ? System.currentTimeMillis() : wanted.endMs();
        return wanted.parentRunId().isEmpty() && join(entry, new Overlap(seen.all())
                .meanwhile(wanted.key(), Instant.ofEpochMilli(plannedMs), endMs));
    }

    private boolean join(long entry, Optional<Instant> other) {
        other.ifPresent(date -> marks.join(entry, date.toEpochMilli()));
        contested |= other.isPresent();
        return other.isPresent();
    }

    /** Those that are no duplicates, deleted ones too. */
    private List<RemoteRun> present(String mark) {
        return seen.marked(mark).stream().filter(run -> run.duplicateOf().isEmpty()).toList();
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
        seen.set(retry.call(Retry.TRIES, () -> api.runs(experimentId, "")));
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
                .anyMatch(one -> seen.marked(one.getKey()).size() < one.getValue());
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
