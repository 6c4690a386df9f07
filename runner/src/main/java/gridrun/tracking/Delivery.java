package gridrun.tracking;

import gridrun.store.DatasetInput;
import gridrun.store.Deliveries;
import gridrun.store.Deliveries.Sequenced;
import gridrun.store.DurableFiles;
import gridrun.store.Entry;
import gridrun.store.MetricValue;
import gridrun.tracking.MlflowException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings one entry to its MLflow run: params, metrics, tags, artifacts, inputs, and last its state.
 *
 * <p>Each kind travels in requests of its own, because one request is no transaction: a conflict of a param takes
 * the metrics of its request down with it. Each acknowledged step is marked in the store.
 */
final class Delivery {

    /** The kind of mark of single figures. */
    static final String FIGURE = "figure";

    private static final int METRICS = 1_000;
    private static final int OTHERS = 100;

    private final Deliveries marks;
    private final MlflowApi api;
    private final RemoteRuns runs;
    private final Projector projector;
    private final Batches batches;
    private final Runnable progress;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Map<Long, Set<String>> rowsOfOthers = new ConcurrentHashMap<>();

    Delivery(Deliveries marks, MlflowApi api, RemoteRuns runs, Projector projector, Retry retry, Runnable progress) {
        this.projector = projector;
        this.marks = marks;
        this.api = api;
        this.runs = runs;
        this.batches = new Batches(retry);
        this.progress = progress;
    }

    /** Delivers what is owed of an entry; afterwards its revision is marked as acknowledged. */
    void deliver(long id) throws MlflowException, InterruptedException {
        Entry entry = marks.entry(id);
        Projector.Parents parents = (sweep, parent) -> runs.ensure(sweep.id(), parent);
        Projection first = projector.of(entry, parents);
        String runId = runs.ensure(id, first);
        Projection wanted = entry.sweep() ? projector.of(entry, parents) : first; // a sweep's note names its run
        Deliveries.Mark before = mark(id);
        texts(id, "param", wanted.params(), batch -> Messages.params(runId, batch));
        metrics(id, runId);
        figures(id, runId, wanted.figures());
        texts(id, "tag", wanted.tags(), batch -> Messages.tags(runId, batch));
        artifacts(id, runId, wanted.artifacts());
        inputs(id, runId, wanted.inputs());
        new Withdrawal(marks, api, runs).withdraw(id, runId, wanted);
        state(id, runId, wanted);
        if (entry.sweep()) {
            owe(entry);
        }
        marks.complete(id, before, entry.revision());
    }

    /** What a run is called and how it ranks depends on all the others of its sweep. */
    private void owe(Entry sweep) {
        Map<String, String> shown = Map.of("runs", fingerprint(projector.whole(sweep).shown()));
        if (!owed(sweep.id(), "shown", shown).isEmpty()) {
            marks.owe(sweep.id());
            acknowledged(sweep.id(), "shown", shown);
        }
    }

    private Deliveries.Mark mark(long id) throws MlflowException {
        return marks.mark(id).orElseThrow(() -> new MlflowException(Kind.GONE, "the run's mark is gone"));
    }

    private void texts(long id, String kind, Map<String, String> wanted,
            Function<List<Map.Entry<String, String>>, org.mlflow.api.proto.Service.LogBatch> request)
            throws MlflowException, InterruptedException {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        wanted.forEach((key, value) -> fingerprints.put(key, fingerprint(value)));
        Set<String> keys = owed(id, kind, fingerprints);
        List<Map.Entry<String, String>> owed =
                wanted.entrySet().stream().filter(item -> keys.contains(item.getKey())).toList();
        for (var batch : Batches.split(owed, OTHERS, item -> item.getKey().length() + item.getValue().length())) {
            batches.send(batch, part -> {
                api.log(request.apply(part));
                Map<String, String> done = new HashMap<>();
                part.forEach(item -> done.put(item.getKey(), fingerprints.get(item.getKey())));
                acknowledged(id, kind, done);
            }, (item, message) -> refuse(id, kind, item.getKey(), message));
        }
    }

    private void metrics(long id, String runId) throws MlflowException, InterruptedException {
        Deliveries.Mark mark = mark(id);
        Set<String> others = mark.adopted() ? rowsOfOthers(id, runId) : Set.of();
        long seq = mark.metricSeq();
        List<Sequenced> next;
        while (!(next = marks.metricsAfter(id, seq, METRICS)).isEmpty()) {
            List<MetricValue> send = next.stream().map(Sequenced::metric).filter(Projection::isHistory)
                    .filter(m -> !others.contains(row(m))).toList();
            if (!send.isEmpty()) {
                batches.send(send, part -> api.log(Messages.metrics(runId, part)),
                        (metric, message) -> refuse(id, "metric", row(metric), message));
            }
            seq = next.get(next.size() - 1).seq();
            marks.metricsTo(id, seq);
            progress.run();
        }
    }

    /** A figure that has changed is a further row of the same step, later than the one before. */
    private void figures(long id, String runId, List<MetricValue> figures)
            throws MlflowException, InterruptedException {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        figures.forEach(figure -> fingerprints.put(figure.key(), String.valueOf(figure.value())));
        Set<String> owed = owed(id, FIGURE, fingerprints);
        if (owed.isEmpty()) {
            return;
        }
        Set<String> there = mark(id).adopted() ? figuresOfOthers(runId) : Set.of();
        Map<String, String> standing = new HashMap<>(fingerprints);
        standing.keySet().retainAll(owed);
        standing.entrySet().removeIf(figure -> !there.contains(figure.getKey() + figure.getValue()));
        acknowledged(id, FIGURE, standing);
        List<MetricValue> send = figures.stream().filter(figure -> owed.contains(figure.key()))
                .filter(figure -> !standing.containsKey(figure.key())).toList();
        if (send.isEmpty()) {
            return;
        }
        batches.send(send, part -> {
            api.log(Messages.metrics(runId, part));
            Map<String, String> done = new HashMap<>();
            part.forEach(figure -> done.put(figure.key(), fingerprints.get(figure.key())));
            acknowledged(id, FIGURE, done);
        }, (figure, message) -> refuse(id, FIGURE, figure.key(), message));
    }

    /** The figures of a run that stood there when we came, with their values. */
    private Set<String> figuresOfOthers(String runId) throws MlflowException, InterruptedException {
        return api.run(runId).getData().getMetricsList().stream().filter(metric -> metric.getStep() == 0)
                .map(metric -> metric.getKey() + metric.getValue()).collect(Collectors.toSet());
    }

    /** By directory, so that one look checks many files. The checksums of all come last, alone. */
    private void artifacts(long id, String runId, List<Content> wanted) throws MlflowException, InterruptedException {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        wanted.forEach(content -> fingerprints.put(content.path(), content.sha256()));
        Set<String> owed = owed(id, "artifact", fingerprints);
        Map<String, List<Content>> directories = new TreeMap<>();
        List<Content> checksums = new ArrayList<>();
        for (Content content : wanted) {
            if (owed.contains(content.path())) {
                boolean last = content.path().equals(Projection.CHECKSUMS);
                (last ? checksums : directories.computeIfAbsent(content.directory(), d -> new ArrayList<>()))
                        .add(content);
            }
        }
        for (Map.Entry<String, List<Content>> directory : directories.entrySet()) {
            upload(id, runId, directory.getKey(), directory.getValue());
        }
        if (!checksums.isEmpty()) {
            upload(id, runId, "", checksums);
        }
    }

    private void upload(long id, String runId, String directory, List<Content> contents)
            throws MlflowException, InterruptedException {
        batches.send(contents, part -> {
            for (Content content : part) {
                put(runId, content);
            }
            Map<String, Long> sizes = api.artifactSizes(runId, directory);
            Map<String, String> done = new HashMap<>();
            for (Content content : part) {
                Long there = sizes.get(content.path());
                if (there == null || there != content.size()) {
                    throw new MlflowException(Kind.UNCLEAR, "%d bytes were sent, but %s stand there"
                            .formatted(content.size(), there == null ? "none" : there));
                }
                done.put(content.path(), content.sha256());
            }
            acknowledged(id, "artifact", done);
        }, (item, message) -> refuse(id, "artifact", item.path(), message));
    }

    private void put(String runId, Content content) throws MlflowException, InterruptedException {
        byte[] bytes;
        try {
            bytes = content.read();
        } catch (IOException e) {
            throw new MlflowException(Kind.REJECTED, DurableFiles.reason(e), null, e);
        }
        api.putArtifact(runs.artifactUri(runId), content.path(), bytes);
        progress.run();
    }

    private void inputs(long id, String runId, List<DatasetInput> inputs) throws MlflowException, InterruptedException {
        Map<String, String> fingerprints = new LinkedHashMap<>();
        inputs.forEach(input -> fingerprints.put(inputKey(input), fingerprint(input.toString())));
        Set<String> owed = owed(id, "input", fingerprints);
        for (DatasetInput input : inputs) {
            String key = inputKey(input);
            if (owed.contains(key)) {
                batches.send(List.of(input), one -> {
                    api.logInputs(Messages.input(runId, input));
                    acknowledged(id, "input", Map.of(key, fingerprints.get(key)));
                }, (item, message) -> refuse(id, "input", key, message));
            }
        }
    }

    /** The commit marker: what says that a run is finished is sent when everything else is there. */
    private void state(long id, String runId, Projection wanted) throws MlflowException, InterruptedException {
        Map<String, String> fingerprint =
                Map.of("state", "%s %d %s".formatted(wanted.status(), wanted.endMs(), wanted.name()));
        if (!owed(id, "state", fingerprint).isEmpty()) {
            batches.send(List.of(wanted), one -> {
                api.update(Messages.state(runId, wanted));
                acknowledged(id, "state", fingerprint);
            }, (item, message) -> refuse(id, "state", "state", message));
        }
    }

    /** The keys whose fingerprints the server has not acknowledged, without those that it refuses. */
    private Set<String> owed(long id, String kind, Map<String, String> fingerprints) {
        Map<String, String> delivered = marks.delivered(id, kind);
        Set<String> owed = new HashSet<>();
        fingerprints.forEach((key, fingerprint) -> {
            if (!fingerprint.equals(delivered.get(key)) && !refused.contains(id + kind + key)) {
                owed.add(key);
            }
        });
        return owed;
    }

    private void acknowledged(long id, String kind, Map<String, String> fingerprints) {
        if (!fingerprints.isEmpty()) {
            marks.delivered(id, kind, fingerprints);
            progress.run();
        }
    }

    private void refuse(long id, String kind, String key, String message) {
        refused.add(id + kind + key);
        marks.refused(id, kind, key, message);
        progress.run();
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

    private static String fingerprint(String value) {
        return value.length() <= 64 ? value : DurableFiles.sha256(value.getBytes(StandardCharsets.UTF_8));
    }
}
