package gridrun.tracking;

import gridrun.store.DatasetInput;
import gridrun.store.Entry;
import gridrun.store.Membership;
import gridrun.store.Metric;
import gridrun.store.Outcome;
import gridrun.store.State;
import gridrun.store.Sweep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mlflow.api.proto.Service.RunStatus;

/**
 * An entry of the store as MLflow is to show it, but for its metrics' history.
 *
 * @param identity the tag that names the entry, whose value is {@code key}
 * @param parentRunId its parent's run there
 * @param swept the swept numbers as metrics; MLflow's params are text and cannot be sorted as numbers
 * @param endMs when it ended; 0 while it runs, which clears an earlier end
 * @param artifacts the store's files, the whole of what was cut, and last the checksums of all
 */
record Projection(
        String identity, String key, String name, Optional<String> parentRunId, long startMs, RunStatus status,
        long endMs, Map<String, String> params, Map<String, String> tags, List<Metric> swept,
        List<DatasetInput> inputs, List<Content> artifacts) {

    /** In the form that {@code sha256sum -c} reads. */
    static final String CHECKSUMS = "SHA256SUMS";

    /** @param places the run's sweeps, of which the first one is {@code sweep} */
    static Projection ofRun(Entry run, List<Membership> places, Sweep sweep, Optional<String> parentRunId) {
        Membership first = places.get(0);
        Map<String, String> tags = common(run, sweep);
        tags.put(Tags.RUN_KEY, run.key());
        tags.put(Tags.CONFIG_ID, run.configId().orElse(""));
        tags.put(Tags.SEED, String.valueOf(run.seed().orElse(0)));
        tags.put(Tags.SWEEPS, places.stream().map(place -> place.sweepId().substring(0, Math.min(12,
                place.sweepId().length()))).collect(Collectors.joining(" ")));
        parentRunId.ifPresent(id -> tags.put(Tags.PARENT, id));
        return of(Tags.RUN_KEY, run, first.name(), parentRunId, tags, numbers(first.swept(), run.startMs().orElse(0)));
    }

    static Projection ofSweep(Entry entry, Sweep sweep) {
        Map<String, String> tags = common(entry, sweep);
        tags.put(Tags.SWEEP_ID, entry.key());
        return of(Tags.SWEEP_ID, entry, sweep.experiment(), Optional.empty(), tags, List.of());
    }

    private static Projection of(String identity, Entry entry, String name, Optional<String> parentRunId,
            Map<String, String> tags, List<Metric> swept) {
        LongTexts texts = new LongTexts();
        Map<String, String> params = texts.cut("param", entry.params(), LongTexts.PARAM);
        Map<String, String> shortTags = texts.cut("tag", tags, LongTexts.TAG);
        List<Content> artifacts = new ArrayList<>();
        entry.artifacts().forEach(artifact -> artifacts.add(Content.of(entry.directory(), artifact)));
        artifacts.addAll(texts.wholes());
        if (entry.state() == State.DONE && !artifacts.isEmpty()) {
            artifacts.add(Content.of(CHECKSUMS, artifacts.stream()
                    .map(content -> content.sha256() + "  " + content.path() + "\n").collect(Collectors.joining())));
        }
        return new Projection(identity, entry.key(), name, parentRunId, entry.startMs().orElse(0),
                status(entry), entry.endMs().orElse(0), params, shortTags, swept, entry.datasets(), artifacts);
    }

    private static Map<String, String> common(Entry entry, Sweep sweep) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(Tags.SOURCE_NAME, sweep.file());
        tags.put(Tags.SOURCE_TYPE, "LOCAL");
        if ((entry.sweep() || !sweep.parent()) && !sweep.description().isBlank()) {
            tags.put(Tags.NOTE, sweep.description());
        }
        tags.putAll(entry.tags());
        entry.outcome().ifPresent(outcome -> tags.put(Tags.OUTCOME, outcome.word()));
        entry.error().ifPresent(error -> tags.put(Tags.ERROR, error));
        return tags;
    }

    private static RunStatus status(Entry entry) {
        if (entry.state() != State.DONE) {
            return RunStatus.RUNNING;
        }
        Outcome outcome = entry.outcome().orElseThrow();
        return switch (outcome) {
            case COMPLETED, DIVERGED -> RunStatus.FINISHED;
            case FAILED -> RunStatus.FAILED;
            case INTERRUPTED -> RunStatus.KILLED;
        };
    }

    private static List<Metric> numbers(Map<String, String> swept, long startMs) {
        List<Metric> numbers = new ArrayList<>();
        swept.forEach((axis, value) -> {
            if (value.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
                numbers.add(new Metric("hp/" + axis, 0, startMs, Double.parseDouble(value)));
            }
        });
        return numbers;
    }
}
