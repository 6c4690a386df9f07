package gridrun.tracking;

import gridrun.store.Artifact;
import gridrun.store.Deliveries;
import gridrun.store.Deliveries.Sequenced;
import gridrun.store.MetricValue;
import gridrun.store.StoredEntry;
import gridrun.tracking.RemoteDifference.Remedy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mlflow.api.proto.Service.Run;

/**
 * Compares everything of an entry with what its run has.
 *
 * <p>Of a run that another results directory has brought, what says when and where it was trained is looked for, and
 * may be another. What MLflow cannot hold is compared as it is published: infinities as NaN, and a
 * negative zero as zero.
 */
final class RunComparison {

    private static final int PAGE = 10_000;
    private static final int LONGEST_SHOWN = 60;

    private final Deliveries marks;
    private final MlflowApi api;
    private final StoredEntry entry;
    private final Projection wanted;
    private final Deliveries.Mark mark;
    private final List<RemoteDifference> differences = new ArrayList<>();

    RunComparison(Deliveries marks, MlflowApi api, StoredEntry entry, Projection wanted, Deliveries.Mark mark) {
        this.marks = marks;
        this.api = api;
        this.entry = entry;
        this.wanted = wanted;
        this.mark = mark;
    }

    /** @param run as the server has it */
    List<RemoteDifference> of(Run run) throws MlflowException, InterruptedException {
        same("name", wanted.name(), run.getInfo().getRunName());
        same("state", wanted.status(), run.getInfo().getStatus());
        if (!mark.adopted()) {
            same("end", wanted.endMs(), run.getInfo().getEndTime());
        }
        Map<String, String> params = new HashMap<>();
        run.getData().getParamsList().forEach(param -> params.put(param.getKey(), param.getValue()));
        wanted.params().forEach((key, value) -> same("param " + key, value, params.get(key),
                params.containsKey(key) ? Remedy.REPLACE : Remedy.RESEND));
        Map<String, String> tags = new HashMap<>();
        run.getData().getTagsList().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        wanted.tags().forEach((key, value) -> {
            if (!mark.adopted() || Adoption.isPlace(key) || !tags.containsKey(key)) {
                same("tag " + key, value, tags.get(key));
            }
        });
        metrics(run);
        artifacts();
        inputs(run);
        return differences;
    }

    private void metrics(Run run) throws MlflowException, InterruptedException {
        Map<String, List<String>> expected = new TreeMap<>();
        long seq = 0;
        List<Sequenced> page;
        while (!(page = marks.metricsAfter(entry.id(), seq, PAGE)).isEmpty()) {
            page.stream().map(Sequenced::metric).filter(Projection::isHistory)
                    .forEach(metric -> add(expected, metric, mark.adopted()));
            seq = page.get(page.size() - 1).seq();
        }
        Set<String> figures = figures(run);
        figures.addAll(marks.delivered(entry.id(), Delivery.FIGURE).keySet()); // of a sweep that goes on they wait
        run.getData().getMetricsList().stream().filter(latest -> !figures.contains(latest.getKey()))
                .forEach(latest -> expected.computeIfAbsent(latest.getKey(), key -> new ArrayList<>()));
        for (Map.Entry<String, List<String>> metric : expected.entrySet()) {
            Map<String, List<String>> actual = new HashMap<>();
            api.history(mark.runId(), metric.getKey()).forEach(m -> add(actual,
                    new MetricValue(m.getKey(), m.getStep(), m.getTimestamp(), m.getValue()), mark.adopted()));
            compareRows(metric.getKey(), metric.getValue(), actual.getOrDefault(metric.getKey(), List.of()));
        }
    }

    /** Of a figure the latest row counts; earlier ones answered earlier questions. */
    private Set<String> figures(Run run) {
        Map<String, String> latest = new HashMap<>();
        run.getData().getMetricsList().forEach(m -> latest.put(m.getKey(), figure(m.getStep(), m.getValue())));
        Set<String> keys = new HashSet<>();
        for (MetricValue figure : wanted.figures()) {
            keys.add(figure.key());
            if (mark.adopted() && latest.containsKey(figure.key())) {
                continue;
            }
            same("metric " + figure.key(), figure(figure.step(), figure.value()), latest.get(figure.key()));
        }
        return keys;
    }

    private static String figure(long step, double value) {
        return "step %d: %s".formatted(step, MlflowMessages.published(value) + 0.0);
    }

    private void compareRows(String key, List<String> expected, List<String> actual) {
        List<String> missing = without(expected, actual);
        List<String> surplus = without(actual, expected);
        if (!missing.isEmpty()) {
            differ("metric %s: %d of %d values are missing, the first is %s"
                    .formatted(key, missing.size(), expected.size(), missing.get(0)), Remedy.RESEND);
        }
        if (!surplus.isEmpty()) {
            differ("metric %s: %d values too many, the first is %s"
                    .formatted(key, surplus.size(), surplus.get(0)), Remedy.REPLACE);
        }
    }

    /** What is left of the rows when each of the others has taken an equal one away. */
    private static List<String> without(List<String> rows, List<String> others) {
        Map<String, Integer> counts = new HashMap<>();
        others.forEach(row -> counts.merge(row, 1, Integer::sum));
        return rows.stream().filter(row -> counts.merge(row, -1, Integer::sum) < 0).toList();
    }

    /** Rows of another store have other times, and other figures of the machine; the rest of them is the same. */
    private static void add(Map<String, List<String>> rows, MetricValue m, boolean adopted) {
        rows.computeIfAbsent(m.key(), key -> new ArrayList<>())
                .add(!adopted ? figure(m.step(), m.value()) + " at " + m.epochMillis()
                        : Projection.isOfMachine(m) ? "step " + m.step() : figure(m.step(), m.value()));
    }

    private void artifacts() throws MlflowException, InterruptedException {
        Map<String, Long> sizes = new HashMap<>();
        for (String directory : wanted.artifacts().stream().map(ArtifactContent::directory).distinct().toList()) {
            sizes.putAll(api.artifactSizes(mark.runId(), directory));
        }
        for (ArtifactContent content : wanted.artifacts()) {
            // What only shows results may be another results directory's, which is as good.
            boolean mayDiffer = mark.adopted() || Artifact.isView(content.path());
            if (mayDiffer && sizes.getOrDefault(content.path(), 0L) > 0) {
                continue;
            }
            same("artifact " + content.path() + " (bytes)", content.size(), sizes.get(content.path()));
        }
    }

    private void inputs(Run run) {
        wanted.inputs().forEach(input -> {
            boolean there = run.getInputs().getDatasetInputsList().stream()
                    .anyMatch(found -> found.getDataset().getName().equals(input.name())
                            && found.getDataset().getDigest().equals(input.digest()));
            if (!there) {
                differ("input " + input.name() + " " + input.digest() + " is missing", Remedy.RESEND);
            }
        });
    }

    private void same(String what, Object expected, Object actual) {
        same(what, expected, actual, Remedy.RESEND);
    }

    private void same(String what, Object expected, Object actual, Remedy remedy) {
        if (!expected.equals(actual)) {
            differ("%s: %s there, %s here".formatted(
                    what, actual == null ? "nothing" : shown(actual), shown(expected)), remedy);
        }
    }

    private void differ(String what, Remedy remedy) {
        differences.add(new RemoteDifference(entry.id(), wanted.name(), what, remedy));
    }

    /** A value on one line, long ones by their beginning. */
    private static String shown(Object value) {
        String line = value.toString().replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...";
    }
}
