package gridrun.tracking;

import gridrun.metric.Quantity;
import gridrun.random.RunSeeds;
import gridrun.store.Artifact;
import gridrun.store.DatasetInput;
import gridrun.store.Membership;
import gridrun.store.MetricValue;
import gridrun.store.Outcome;
import gridrun.store.Repeats;
import gridrun.store.Repetition;
import gridrun.store.Run;
import gridrun.store.RunState;
import gridrun.store.StoredEntry;
import gridrun.store.Sweep;
import gridrun.tracking.PublishReport.Link;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service.RunStatus;

/**
 * An entry of the store as MLflow is to show it, but for its metrics' history.
 *
 * @param identity the tag that names the entry, whose value is {@code key}
 * @param planned when it was planned first: with the key it tells a run from its repetitions
 * @param lastPlannedMs when its sweep was planned last
 * @param parentRunId its parent's run there
 * @param figures what it comes to, see {@link SummaryFigures}
 * @param endMs when it ended; 0 while it runs, which clears an earlier end
 * @param artifacts the store's files, the whole of what was cut, and last the checksums of all
 */
record Projection(
        String identity, String key, String planned, long lastPlannedMs, String name, Optional<String> parentRunId,
        long startMs, RunStatus status, long endMs, Map<String, String> params, Map<String, String> tags,
        List<MetricValue> figures,
        List<DatasetInput> inputs, List<ArtifactContent> artifacts) {

    /**
     * In the form that {@code sha256sum -c} reads. Pictures are not in it: they come later, and a second list would be
     * undone where a server acts late on the first.
     */
    static final String CHECKSUMS = "SHA256SUMS";

    private static final int SHORT_ID = 8;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * @param places the run's sweeps, of which the first one is the {@code whole}
     * @param labels what its configuration is called in others, by the tag
     */
    static Projection ofRun(StoredEntry run, List<Membership> places, Projector.Whole whole, Map<String, String> labels,
            Optional<String> parentRunId, Map<String, Double> figures) {
        Sweep sweep = whole.sweep();
        Map<String, String> tags = common(run, sweep);
        long createdMs = places.stream().mapToLong(Membership::createdMs).min().orElseThrow();
        String label = whole.label(run);
        tags.put(Tags.RUN_KEY, run.key());
        tags.put(Tags.CONFIG_ID, run.configId().orElse(""));
        tags.put(Tags.CONFIG, label);
        tags.putAll(labels);
        tags.put(Tags.SEED, seeds(run).toString());
        tags.put(Tags.SWEEPS, places.stream().map(place -> place(place.sweepId(), place.createdMs()))
                .collect(Collectors.joining(" ")));
        parentRunId.ifPresent(id -> tags.put(Tags.PARENT, id));
        String repeat = (seeds(run).isOne() ? "s" : "") + seeds(run) + fold(run);
        String name = sweep.parent() ? (label + " " + repeat).strip() : places.get(0).name();
        return of(Tags.RUN_KEY, run, createdMs, sweep, name, parentRunId, tags,
                metrics(figures, SummaryFigures.askedMs(run, sweep)));
    }

    private static RunSeeds seeds(StoredEntry run) {
        return Repetition.of(run.params(), run.seed().orElse(0)).seeds();
    }

    private static String fold(StoredEntry run) {
        return run.params().containsKey(Run.FOLD) ? (seeds(run).isOne() ? "f" : " f") + run.params().get(Run.FOLD) : "";
    }

    /**
     * @param figures what it comes to
     * @param links what its note leads to
     */
    static Projection ofSweep(StoredEntry entry, Projector.Whole whole, Map<String, Double> figures, List<Link> links) {
        Map<String, String> results = new LinkedHashMap<>();
        whole.report().ifPresent(report -> {
            results.put(Tags.NOTE, SweepNote.of(whole.sweep(), report, links));
            results.putAll(SummaryFigures.tagsOfSweep(report, whole.labels()));
        });
        return withResults(entry, whole, results, metrics(figures, SummaryFigures.askedMs(entry, whole.sweep())));
    }

    /** As its run is created: without what its runs come to. */
    static Projection ofNewSweep(StoredEntry entry, Projector.Whole whole) {
        return withResults(entry, whole, Map.of(), List.of());
    }

    private static Projection withResults(StoredEntry entry, Projector.Whole whole, Map<String, String> results,
            List<MetricValue> figures) {
        Sweep sweep = whole.sweep();
        Map<String, String> tags = common(entry, sweep);
        tags.put(Tags.SWEEP_ID, entry.key());
        tags.putAll(results);
        return of(Tags.SWEEP_ID, entry, sweep.createdMs(), sweep, whole.name(), Optional.empty(), tags, figures);
    }

    static String name(Sweep sweep, Repeats repeats) {
        String varied = sweep.axes().isEmpty() ? repeats.many() : sweep.axes().stream()
                .map(axis -> axis.substring(axis.lastIndexOf('.') + 1)).collect(Collectors.joining(" x "));
        return DAY.format(Instant.ofEpochMilli(sweep.createdMs())) + " " + varied;
    }

    /** What a run's tag of its sweeps has for each: its identity and when it was planned, as repetitions share one. */
    static String place(String sweepId, long createdMs) {
        return shortId(sweepId) + "-" + Long.toString(createdMs, Character.MAX_RADIX);
    }

    /** Enough of a sweep's identity for a person. */
    static String shortId(String sweepId) {
        return sweepId.substring(0, Math.min(SHORT_ID, sweepId.length()));
    }

    private static Projection of(String identity, StoredEntry entry, long createdMs, Sweep sweep, String name,
            Optional<String> parentRunId, Map<String, String> tags, List<MetricValue> figures) {
        String planned = Instant.ofEpochMilli(createdMs).toString();
        tags.put(Tags.PLANNED, planned);
        LongTexts texts = new LongTexts();
        Map<String, String> params = texts.cut("param", entry.params(), LongTexts.PARAM);
        Map<String, String> shortTags = texts.cut("tag", tags, LongTexts.TAG);
        List<ArtifactContent> artifacts = new ArrayList<>();
        entry.artifacts().forEach(artifact -> artifacts.add(ArtifactContent.of(entry.directory(), artifact)));
        artifacts.addAll(texts.wholes());
        List<ArtifactContent> listed =
                artifacts.stream().filter(content -> !Artifact.isView(content.path())).toList();
        if (entry.state() == RunState.DONE && !listed.isEmpty()) {
            artifacts.add(ArtifactContent.of(CHECKSUMS, listed.stream()
                    .map(content -> content.sha256() + "  " + content.path() + "\n").collect(Collectors.joining())));
        }
        return new Projection(identity, entry.key(), planned, sweep.plannedMs(), name, parentRunId,
                entry.startMs().orElse(0), status(entry), entry.endMs().orElse(0), params, shortTags, figures,
                entry.datasets(), artifacts);
    }

    /** What tells the run from all others in MLflow: two repetitions of a run have the same key. */
    String mark() {
        return mark(key, planned);
    }

    static String mark(String key, String planned) {
        return key + " " + planned;
    }

    /** What a metric's rows say by themselves; facts that are recorded once are among the figures. */
    static boolean isHistory(MetricValue metric) {
        return !Quantity.isFact(metric.key()) && !metric.key().equals("system/epoch_seconds");
    }

    /** How fast a run was trained depends on where. */
    static boolean isOfMachine(MetricValue metric) {
        return metric.key().startsWith("system/");
    }

    private static Map<String, String> common(StoredEntry entry, Sweep sweep) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(Tags.SOURCE_NAME, sweep.file());
        tags.put(Tags.SOURCE_TYPE, "LOCAL");
        if ((entry.sweep() || !sweep.parent()) && !sweep.description().isBlank()) {
            tags.put(Tags.NOTE, sweep.description());
        }
        tags.putAll(FactTags.of(entry.facts()));
        tags.putAll(entry.tags());
        entry.outcome().ifPresent(outcome -> tags.put(Tags.OUTCOME, outcome.word()));
        entry.error().ifPresent(error -> tags.put(Tags.ERROR, error));
        return tags;
    }

    private static RunStatus status(StoredEntry entry) {
        if (entry.state() != RunState.DONE) {
            return RunStatus.RUNNING;
        }
        Outcome outcome = entry.outcome().orElseThrow();
        return switch (outcome) {
            case COMPLETED, DIVERGED -> RunStatus.FINISHED;
            case FAILED -> RunStatus.FAILED;
            case INTERRUPTED -> RunStatus.KILLED;
        };
    }

    private static List<MetricValue> metrics(Map<String, Double> figures, long askedMs) {
        return figures.entrySet().stream()
                .map(figure -> new MetricValue(figure.getKey(), 0, askedMs, figure.getValue())).toList();
    }
}
