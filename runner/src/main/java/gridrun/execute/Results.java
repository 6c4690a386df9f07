package gridrun.execute;

import gridrun.report.Curves;
import gridrun.report.Objective;
import gridrun.report.Report;
import gridrun.report.RunResult;
import gridrun.store.Goal;
import gridrun.store.Metric;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.tracking.Tags;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the store holds, as reports take it. */
public final class Results {

    private Results() {
    }

    /** The report on those runs of a sweep that have ended. */
    public static Report report(Sweep sweep, List<Run> runs) {
        return new Report(objective(sweep),
                runs.stream().filter(run -> run.outcome().isPresent()).map(Results::result).toList());
    }

    /** The completed run whose objective was best in its best epoch; of equal ones the first planned. */
    public static Optional<Run> best(Sweep sweep, List<Run> runs) {
        String metric = objective(sweep).ranked().name();
        Comparator<Run> byObjective = Comparator.comparingDouble(run -> run.summary().get(metric));
        return runs.stream()
                .filter(run -> run.outcome().filter(Outcome.COMPLETED::equals).isPresent())
                .filter(run -> Double.isFinite(run.summary().getOrDefault(metric, Double.NaN)))
                .min(sweep.goal() == Goal.MAXIMIZE ? byObjective.reversed() : byObjective);
    }

    static Objective objective(Sweep sweep) {
        return new Objective(sweep.metric(), sweep.goal() == Goal.MAXIMIZE);
    }

    private static RunResult result(Run run) {
        return new RunResult(run.runKey(), run.configId(), run.seed(), run.name(),
                run.outcome().map(Outcome::word).orElseThrow(), run.swept(), run.params(), run.summary(),
                run.tags().get(Tags.WEIGHTS_SHA256), run.error().orElse(null));
    }

    /** A run's metrics by epoch, without those of the clock and without the summary. */
    static Curves curves(Store store, String runKey) {
        Map<String, TreeMap<Integer, Double>> points = new LinkedHashMap<>();
        for (Metric metric : store.metrics(runKey)) {
            if (!metric.key().contains(".") && !metric.key().contains("/") && !metric.key().endsWith("_epoch")) {
                points.computeIfAbsent(metric.key(), key -> new TreeMap<>())
                        .put((int) metric.step(), metric.value());
            }
        }
        Map<String, Curves.Series> series = new LinkedHashMap<>();
        points.forEach((key, values) -> series.put(key, new Curves.Series(
                values.keySet().stream().mapToInt(Integer::intValue).toArray(),
                values.values().stream().mapToDouble(Double::doubleValue).toArray())));
        return new Curves(series);
    }
}
