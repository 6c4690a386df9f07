package gridrun.tracking;

import gridrun.store.Deliveries;
import gridrun.store.Deliveries.Sequenced;
import gridrun.store.Entry;
import gridrun.store.MetricValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mlflow.api.proto.Service.Run;

/**
 * Reads back everything and compares it: an answer of 200 is no proof that MLflow stored something.
 *
 * <p>What MLflow cannot hold is compared as it is published: infinities as NaN, and a negative zero as zero.
 */
final class Verification {

    private static final int PAGE = 10_000;
    private static final int LONGEST_SHOWN = 60;

    private final Deliveries marks;
    private final MlflowApi api;
    private final Projector projector;
    private final List<Difference> differences = new ArrayList<>();

    Verification(Deliveries marks, MlflowApi api, Projector projector) {
        this.projector = projector;
        this.marks = marks;
        this.api = api;
    }

    List<Difference> differences() throws MlflowException, InterruptedException {
        for (Entry entry : marks.entries()) {
            Projection wanted = projection(entry);
            Optional<Deliveries.Mark> mark = marks.mark(entry.id());
            if (mark.isEmpty()) {
                differ(wanted, "was not delivered");
                continue;
            }
            compare(entry, wanted, mark.get());
        }
        return differences;
    }

    private Projection projection(Entry entry) throws MlflowException, InterruptedException {
        return projector.of(entry, (sweep, parent) ->
                marks.mark(sweep.id()).map(Deliveries.Mark::runId).orElse("not delivered"));
    }

    private void compare(Entry entry, Projection wanted, Deliveries.Mark mark)
            throws MlflowException, InterruptedException {
        Run run;
        try {
            run = api.run(mark.runId());
        } catch (MlflowException e) {
            if (e.kind() != MlflowException.Kind.GONE) {
                throw e;
            }
            differ(wanted, "is not in MLflow any more");
            return;
        }
        if (!run.getInfo().getLifecycleStage().equals("active")) {
            differ(wanted, "was deleted in MLflow");
            return;
        }
        same(wanted, "name", wanted.name(), run.getInfo().getRunName());
        same(wanted, "state", wanted.status(), run.getInfo().getStatus());
        same(wanted, "end", wanted.endMs(), run.getInfo().getEndTime());
        Map<String, String> params = new HashMap<>();
        run.getData().getParamsList().forEach(param -> params.put(param.getKey(), param.getValue()));
        wanted.params().forEach((key, value) -> same(wanted, "param " + key, value, params.get(key)));
        Map<String, String> tags = new HashMap<>();
        run.getData().getTagsList().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        wanted.tags().forEach((key, value) -> same(wanted, "tag " + key, value, tags.get(key)));
        metrics(entry, wanted, mark, run);
        artifacts(wanted, mark.runId());
        inputs(wanted, run);
    }

    private void metrics(Entry entry, Projection wanted, Deliveries.Mark mark, Run run)
            throws MlflowException, InterruptedException {
        Map<String, List<String>> expected = new TreeMap<>();
        long seq = 0;
        List<Sequenced> page;
        while (!(page = marks.metricsAfter(entry.id(), seq, PAGE)).isEmpty()) {
            page.stream().map(Sequenced::metric).filter(Projection::isHistory)
                    .forEach(metric -> add(expected, metric, mark.adopted()));
            seq = page.get(page.size() - 1).seq();
        }
        Set<String> figures = figures(wanted, run);
        figures.addAll(marks.delivered(entry.id(), Delivery.FIGURE).keySet()); // of a sweep that goes on they wait
        run.getData().getMetricsList().stream().filter(latest -> !figures.contains(latest.getKey()))
                .forEach(latest -> expected.computeIfAbsent(latest.getKey(), key -> new ArrayList<>()));
        for (Map.Entry<String, List<String>> metric : expected.entrySet()) {
            Map<String, List<String>> actual = new HashMap<>();
            api.history(mark.runId(), metric.getKey()).forEach(m -> add(actual,
                    new MetricValue(m.getKey(), m.getStep(), m.getTimestamp(), m.getValue()), mark.adopted()));
            compareRows(wanted, metric.getKey(), metric.getValue(), actual.getOrDefault(metric.getKey(), List.of()));
        }
    }

    /** Of a figure the latest row counts; earlier ones answered earlier questions. */
    private Set<String> figures(Projection wanted, Run run) {
        Map<String, String> latest = new HashMap<>();
        run.getData().getMetricsList().forEach(m -> latest.put(m.getKey(), figure(m.getStep(), m.getValue())));
        Set<String> keys = new HashSet<>();
        for (MetricValue figure : wanted.figures()) {
            keys.add(figure.key());
            same(wanted, "metric " + figure.key(), figure(figure.step(), figure.value()), latest.get(figure.key()));
        }
        return keys;
    }

    private static String figure(long step, double value) {
        return "step %d: %s".formatted(step, Messages.published(value) + 0.0);
    }

    private void compareRows(Projection wanted, String key, List<String> expected, List<String> actual) {
        List<String> missing = without(expected, actual);
        List<String> surplus = without(actual, expected);
        if (!missing.isEmpty()) {
            differ(wanted, "metric %s: %d of %d values are missing, the first is %s"
                    .formatted(key, missing.size(), expected.size(), missing.get(0)));
        }
        if (!surplus.isEmpty()) {
            differ(wanted, "metric %s: %d values too many, the first is %s"
                    .formatted(key, surplus.size(), surplus.get(0)));
        }
    }

    /** What is left of the rows when each of the others has taken an equal one away. */
    private static List<String> without(List<String> rows, List<String> others) {
        Map<String, Integer> counts = new HashMap<>();
        others.forEach(row -> counts.merge(row, 1, Integer::sum));
        return rows.stream().filter(row -> counts.merge(row, -1, Integer::sum) < 0).toList();
    }

    /** Rows of another store have other times; there only step and value are compared. */
    private static void add(Map<String, List<String>> rows, MetricValue m, boolean adopted) {
        rows.computeIfAbsent(m.key(), key -> new ArrayList<>())
                .add(figure(m.step(), m.value()) + (adopted ? "" : " at " + m.epochMillis()));
    }

    private void artifacts(Projection wanted, String runId) throws MlflowException, InterruptedException {
        Map<String, Long> sizes = new HashMap<>();
        for (String directory : wanted.artifacts().stream().map(Content::directory).distinct().toList()) {
            sizes.putAll(api.artifactSizes(runId, directory));
        }
        for (Content content : wanted.artifacts()) {
            same(wanted, "artifact " + content.path() + " (bytes)", content.size(), sizes.get(content.path()));
        }
    }

    private void inputs(Projection wanted, Run run) {
        wanted.inputs().forEach(input -> {
            boolean there = run.getInputs().getDatasetInputsList().stream().anyMatch(found ->
                    found.getDataset().getName().equals(input.name())
                            && found.getDataset().getDigest().equals(input.digest()));
            if (!there) {
                differ(wanted, "input " + input.name() + " " + input.digest() + " is missing");
            }
        });
    }

    private void same(Projection wanted, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            differ(wanted, "%s: %s there, %s here".formatted(
                    what, actual == null ? "nothing" : shown(actual), shown(expected)));
        }
    }

    private void differ(Projection wanted, String what) {
        differences.add(new Difference(wanted.name(), what));
    }

    /** A value on one line, long ones by their beginning. */
    private static String shown(Object value) {
        String line = value.toString().replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...";
    }
}
