package gridrun.tracking;

import gridrun.store.DatasetInput;
import gridrun.store.Deliveries;
import gridrun.store.Deliveries.Sequenced;
import gridrun.store.MetricValue;
import gridrun.store.RunState;
import gridrun.store.StoredEntry;
import gridrun.tracking.MlflowException.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service.RunStatus;

/**
 * Brings one entry to its MLflow run: params, metrics, tags, artifacts, inputs, and last its state.
 *
 * <p>What one request cannot bring as a whole travels in requests of each kind, because a request is no transaction: a
 * conflict of a param takes the metrics of its request down with it. Each acknowledged step is marked in the store.
 */
final class Delivery {

    /** The kind of mark of params. */
    static final String PARAM = "param";

    /** The kind of mark of single figures. */
    static final String FIGURE = "figure";

    /** The kind of mark of tags. */
    static final String TAG = "tag";

    /** The kind of mark of a run's state. */
    static final String STATE = "state";

    private static final int METRICS = 1_000;
    private static final int OTHERS = 100;

    private final Deliveries marks;
    private final MlflowApi api;
    private final RemoteRuns runs;
    private final Projector projector;
    private final Retry retry;
    private final RequestBatches batches;
    private final FirstBatch first;
    private final Acknowledgements acknowledgements;
    private final Adoption adoption;
    private final ArtifactDelivery artifacts;
    private final Runnable progress;
    private final Map<Long, Set<String>> rowsOfOthers = new ConcurrentHashMap<>();

    Delivery(Deliveries marks, MlflowApi api, RemoteRuns runs, Projector projector, Retry retry, Runnable progress) {
        this.projector = projector;
        this.marks = marks;
        this.api = api;
        this.runs = runs;
        this.retry = retry;
        this.batches = new RequestBatches(retry);
        this.progress = progress;
        this.first = new FirstBatch(marks, api, runs, batches, progress);
        this.acknowledgements = new Acknowledgements(marks, progress);
        this.adoption = new Adoption(api, acknowledgements);
        this.artifacts = new ArtifactDelivery(api, runs, batches, acknowledgements, progress);
    }

    /** Delivers what is owed of an entry; afterwards its revision is marked as acknowledged. */
    void deliver(long id) throws MlflowException, InterruptedException {
        StoredEntry entry = marks.entry(id);
        Projector.Parents parents = (sweep, parent) -> runs.ensure(sweep.id(), parent);
        Projection created = projector.of(entry, parents);
        String runId = runs.ensure(id, created);
        Projection wanted = entry.sweep() ? projector.of(entry, parents) : created; // a sweep's note names its run
        Deliveries.Mark before = mark(id);
        if (before.adopted() && entry.state() != RunState.DONE) {
            // What stands there is whole already: half of a run must not take its place.
            marks.complete(id, before, entry.revision());
            return;
        }
        if (before.adopted() && marks.delivered(id, TAG).isEmpty()) {
            retry.act(() -> adoption.acknowledge(id, runId, wanted));
        }
        first.deliver(id, runId, wanted);
        texts(id, PARAM, wanted.params(), batch -> MlflowMessages.params(runId, batch));
        metrics(id, runId);
        figures(id, runId, wanted.figures());
        texts(id, TAG, wanted.tags(), batch -> MlflowMessages.tags(runId, batch));
        artifacts.deliver(id, runId, wanted.artifacts());
        inputs(id, runId, wanted.inputs());
        retry.act(() -> new Withdrawal(marks, api, runs).withdraw(id, runId, wanted));
        state(id, runId, wanted);
        if (entry.sweep()) {
            owe(entry);
        }
        marks.complete(id, before, entry.revision());
    }

    /** What a run is called and how it ranks depends on all the others of its sweep. */
    private void owe(StoredEntry sweep) {
        Map<String, String> shown = Map.of("runs", Acknowledgements.fingerprint(projector.whole(sweep).shown()));
        if (!acknowledgements.owed(sweep.id(), "shown", shown).isEmpty()) {
            marks.owe(sweep.id());
            acknowledgements.add(sweep.id(), "shown", shown);
        }
    }

    private Deliveries.Mark mark(long id) throws MlflowException {
        return marks.mark(id).orElseThrow(() -> new MlflowException(Kind.GONE, "the run's mark is gone"));
    }

    private void texts(long id, String kind, Map<String, String> wanted,
            Function<List<Map.Entry<String, String>>, org.mlflow.api.proto.Service.LogBatch> request)
            throws MlflowException, InterruptedException {
        Map<String, String> fingerprints = Acknowledgements.fingerprints(wanted);
        Set<String> keys = acknowledgements.owed(id, kind, fingerprints);
        List<Map.Entry<String, String>> owed =
                wanted.entrySet().stream().filter(item -> keys.contains(item.getKey())).toList();
        for (var batch : RequestBatches.split(owed, OTHERS,
                item -> item.getKey().length() + item.getValue().length())) {
            batches.send(batch, part -> {
                api.log(request.apply(part));
                Map<String, String> done = new HashMap<>();
                part.forEach(item -> done.put(item.getKey(), fingerprints.get(item.getKey())));
                acknowledgements.add(id, kind, done);
            }, (item, message) -> acknowledgements.refuse(
                    id, kind, item.getKey(), fingerprints.get(item.getKey()), message));
        }
    }

    private void metrics(long id, String runId) throws MlflowException, InterruptedException {
        Deliveries.Mark mark = mark(id);
        Set<String> others = mark.adopted() ? retry.call(Retry.TRIES, () -> rowsOfOthers(id, runId)) : Set.of();
        long seq = mark.metricSeq();
        List<Sequenced> next;
        while (!(next = marks.metricsAfter(id, seq, METRICS)).isEmpty()) {
            List<MetricValue> send = next.stream().map(Sequenced::metric).filter(Projection::isHistory)
                    .filter(m -> !others.contains(row(m))).toList();
            if (!send.isEmpty()) {
                batches.send(send, part -> api.log(MlflowMessages.metrics(runId, part)),
                        (metric, message) -> acknowledgements.refuse(id, "metric", row(metric), "", message));
            }
            seq = next.get(next.size() - 1).seq();
            marks.metricsTo(id, seq);
            progress.run();
        }
    }

    /**
     * A figure that has changed is a further row of the same step, later than the one before. So would be one that an
     * earlier command has sent without living to read the answer, as each command asks anew: it is looked for.
     */
    private void figures(long id, String runId, List<MetricValue> figures)
            throws MlflowException, InterruptedException {
        Map<String, String> fingerprints = FirstBatch.figures(figures);
        Set<String> owed = acknowledgements.owed(id, FIGURE, fingerprints);
        if (owed.isEmpty()) {
            return;
        }
        boolean known = runs.isMadeHere(runId) && !mark(id).adopted();
        Set<String> there = known ? Set.of() : retry.call(Retry.TRIES, () -> figuresThere(runId));
        Map<String, String> standing = new HashMap<>(fingerprints);
        standing.keySet().retainAll(owed);
        standing.entrySet().removeIf(figure -> !there.contains(figure.getKey() + figure.getValue()));
        acknowledgements.add(id, FIGURE, standing);
        List<MetricValue> send = figures.stream().filter(figure -> owed.contains(figure.key()))
                .filter(figure -> !standing.containsKey(figure.key())).toList();
        if (send.isEmpty()) {
            return;
        }
        batches.send(send, part -> {
            api.log(MlflowMessages.metrics(runId, part));
            Map<String, String> done = new HashMap<>();
            part.forEach(figure -> done.put(figure.key(), fingerprints.get(figure.key())));
            acknowledgements.add(id, FIGURE, done);
        }, (figure, message) -> acknowledgements.refuse(
                id, FIGURE, figure.key(), fingerprints.get(figure.key()), message));
    }

    /** The figures of a run that stood there when we came, with their values. */
    private Set<String> figuresThere(String runId) throws MlflowException, InterruptedException {
        return api.run(runId).getData().getMetricsList().stream().filter(metric -> metric.getStep() == 0)
                .map(metric -> metric.getKey() + metric.getValue()).collect(Collectors.toSet());
    }

    private void inputs(long id, String runId, List<DatasetInput> inputs) throws MlflowException, InterruptedException {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        inputs.forEach(input -> fingerprints.put(inputKey(input), Acknowledgements.fingerprint(input.toString())));
        Set<String> owed = acknowledgements.owed(id, "input", fingerprints);
        List<DatasetInput> send = inputs.stream().filter(input -> owed.contains(inputKey(input))).toList();
        if (send.isEmpty()) {
            return;
        }
        batches.send(send, part -> {
            api.logInputs(MlflowMessages.inputs(runId, part));
            Map<String, String> done = new HashMap<>();
            part.forEach(input -> done.put(inputKey(input), fingerprints.get(inputKey(input))));
            acknowledgements.add(id, "input", done);
        }, (input, message) -> acknowledgements.refuse(
                id, "input", inputKey(input), fingerprints.get(inputKey(input)), message));
    }

    /** The commit marker: what says that a run is finished is sent when everything else is there. */
    private void state(long id, String runId, Projection wanted) throws MlflowException, InterruptedException {
        Map<String, String> fingerprint = state(wanted);
        if (!acknowledgements.owed(id, STATE, fingerprint).isEmpty()) {
            batches.send(List.of(wanted), one -> {
                api.update(MlflowMessages.state(runId, wanted));
                acknowledgements.add(id, STATE, fingerprint);
            }, (item, message) -> acknowledgements.refuse(id, STATE, STATE, fingerprint.get(STATE), message));
        }
    }

    /** The state's fingerprint. */
    static Map<String, String> state(Projection wanted) {
        return Map.of(STATE, state(wanted.status(), wanted.endMs(), wanted.name()));
    }

    static String state(RunStatus status, long endMs, String name) {
        return "%s %d %s".formatted(status, endMs, name);
    }

    /**
     * The rows of a run that stood there when we came, perhaps from another results directory.
     *
     * <p>They have the same values, but other times, and would stand there twice.
     */
    private Set<String> rowsOfOthers(long id, String runId) throws MlflowException, InterruptedException {
        Set<String> rows = rowsOfOthers.get(id);
        if (rows == null) {
            rows = new HashSet<>();
            for (var latest : api.run(runId).getData().getMetricsList()) {
                for (var metric : api.history(runId, latest.getKey())) {
                    rows.add(metric.getKey() + " at step " + metric.getStep());
                }
            }
            rowsOfOthers.put(id, rows);
        }
        return rows;
    }

    private static String row(MetricValue metric) {
        return metric.key() + " at step " + metric.step();
    }

    private static String inputKey(DatasetInput input) {
        return input.context() + " " + input.name() + " " + input.digest();
    }
}
