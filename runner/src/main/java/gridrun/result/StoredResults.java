package gridrun.result;

import gridrun.comparison.Race;
import gridrun.comparison.Terms;
import gridrun.metric.DataPart;
import gridrun.metric.Goal;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.observed.Curves;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import gridrun.report.Report;
import gridrun.report.SweepList;
import gridrun.store.MetricValue;
import gridrun.store.Run;
import gridrun.store.RunState;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the store holds, as reports take it. */
public final class StoredResults {

    private StoredResults() {
    }

    /** The report on those runs of a sweep that have ended, of its present data. */
    public static Report report(Sweep sweep, List<Run> runs) {
        return report(sweep, runs, run -> run.outcome().isPresent() && !run.superseded());
    }

    /** The same, with those that have not ended and their figures so far. */
    public static Report underWay(Sweep sweep, List<Run> runs) {
        return report(sweep, runs, run -> !run.superseded());
    }

    /** The same of runs that were chosen: a race is told from all runs alone. */
    public static Report ofSome(Sweep sweep, List<Run> runs) {
        return new Report(objective(sweep).afterRace(), runs.stream().filter(run -> !run.superseded()).toList());
    }

    /** The report on the runs that newer plans left out. */
    public static Report superseded(Sweep sweep, List<Run> runs) {
        return new Report(objective(sweep).afterRace(), runs.stream().filter(Run::superseded).toList());
    }

    /** The same runs, each by itself: no mean is over several versions. */
    public static Report oneByOne(Report report) {
        return new Report(report.objective(), report.runs().stream().map(StoredResults::alone).toList());
    }

    private static Report report(Sweep sweep, List<Run> runs, Predicate<Run> which) {
        Objective objective = objective(sweep);
        List<Run> all = runs.stream().filter(which).toList();
        return new Report(objective, objective.race(all).map(race -> taken(race, all)).orElse(all));
    }

    /** Of a race those runs that it takes; a plan before it can have trained others. */
    private static List<Run> taken(Race race, List<Run> runs) {
        return runs.stream().filter(run -> race.mayTake(run.configId(), run.repeat().seeds().number())).toList();
    }

    /**
     * Sweeps as a list.
     *
     * @param date a sweep's date as people write it
     */
    public static SweepList list(Store store, List<Sweep> sweeps, Function<Sweep, String> date) {
        return new SweepList(sweeps.stream().map(sweep -> {
            List<Run> runs = store.runs(sweep.sweepId(), Set.of()).stream().filter(run -> !run.superseded()).toList();
            return new SweepList.Row(sweep.sweepId(), date.apply(sweep), sweep.experiment(),
                    sweep.state() == RunState.DONE ? sweep.outcome().orElseThrow().word() : sweep.state().word(),
                    (int) runs.stream().filter(Run::hasResult).count(), runs.size(), report(sweep, runs));
        }).toList());
    }

    /** A run as a configuration of its own, which its seed and fold tell from others. */
    private static Run alone(Run run) {
        Map<String, String> swept = new LinkedHashMap<>(run.swept());
        swept.put(Run.SEED, run.repeat().toString());
        return new Run(run.runKey(), run.name(), run.runKey(), run.seed(), run.repeat(), swept, run.params(),
                run.superseded(), run.state(), run.outcome(), run.error(), run.startMs(), run.endMs(), run.facts(),
                run.tags(),
                run.datasets(), run.artifacts(), run.summary());
    }

    /** The run that stands for a sweep, and why: the middle one of its best configuration. */
    public record Typical(Run run, String why) {
    }

    /**
     * Of the configuration that ranks first the {@linkplain #median median} run.
     */
    public static Optional<Typical> typical(Sweep sweep, List<Run> runs) {
        Ranking.Row winner = report(sweep, runs).ranking().winner();
        if (winner == null) {
            return Optional.empty();
        }
        Set<String> keys = winner.runs().stream().map(Run::runKey).collect(Collectors.toSet());
        String figure = keptFigure(sweep);
        List<Run> configuration = runs.stream().filter(run -> keys.contains(run.runKey())).toList();
        long completed = configuration.stream().filter(Run::isCompleted).count();
        return median(sweep, configuration).map(median -> new Typical(median,
                "%s %s, the median of %s run%s of the best configuration".formatted(figure,
                        Report.figure(median.summary().getOrDefault(figure, Double.NaN)), completed,
                        completed == 1 ? "" : "s")));
    }

    /**
     * The completed run with the median figure of the kept weights: neither its configuration's luckiest nor its
     * unluckiest seed. Of an even number it is the worse one of the middle; equal ones are in the order of their
     * losses. Empty where none was completed.
     *
     * @param configuration the configuration's runs
     */
    public static Optional<Run> median(Sweep sweep, List<Run> configuration) {
        List<Run> sorted = bestFirst(sweep, configuration);
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }

    /**
     * The runs that show how a configuration does: the best, the median and the worst, in this order. One that diverged
     * is worse than any that did not. Fewer than three where it has no more with a result.
     *
     * @param configuration the configuration's runs
     */
    public static List<Run> notable(Sweep sweep, List<Run> configuration) {
        List<Run> sorted = new ArrayList<>(bestFirst(sweep, configuration));
        int completed = sorted.size();
        configuration.stream().filter(Run::isDiverged).forEach(sorted::add);
        return sorted.isEmpty() ? List.of()
                : Stream.of(0, completed / 2, sorted.size() - 1).distinct().map(sorted::get).toList();
    }

    /** A run with the figures that say where it stands: of thousands each is asked once. */
    private record Standing(Run run, double figure, double loss) {
    }

    /** The completed ones by the figure of the kept weights; equal ones are in the order of their losses. */
    private static List<Run> bestFirst(Sweep sweep, List<Run> runs) {
        String figure = keptFigure(sweep);
        boolean validated = DataPart.of(Quantity.of(figure).metric()) == DataPart.VALIDATION;
        String loss = validated ? "kept.val_loss" : "kept.loss";
        Comparator<Standing> byFigure = Comparator.comparingDouble(Standing::figure);
        return runs.stream().filter(Run::isCompleted)
                .map(run -> new Standing(run, run.summary().getOrDefault(figure, Double.NaN),
                        run.summary().getOrDefault(loss, Double.NaN)))
                .sorted((sweep.goal() == Goal.MAXIMIZE ? byFigure.reversed() : byFigure)
                        .thenComparingDouble(Standing::loss))
                .map(Standing::run).toList();
    }

    /** What is ranked, of the weights that were kept. */
    private static String keptFigure(Sweep sweep) {
        Quantity ranked = objective(sweep).ranked();
        return ranked.moment() == Moment.TEST ? ranked.name() : ranked.at(Moment.KEPT).name();
    }

    public static Objective objective(Sweep sweep) {
        return new Objective(sweep.metric(), sweep.goal()).on(Terms.of(sweep.facts()));
    }

    /** A run's metrics by epoch, without those of the clock and without the summary. */
    public static Curves curves(Store store, String runKey) {
        Map<String, List<MetricValue>> points = new LinkedHashMap<>();
        for (MetricValue metric : store.metrics(runKey)) {
            if (!metric.key().contains(".") && !metric.key().contains("/") && !metric.key().endsWith("_epoch")) {
                points.computeIfAbsent(metric.key(), key -> new ArrayList<>()).add(metric);
            }
        }
        Map<String, Curves.Series> series = new LinkedHashMap<>();
        points.forEach((key, values) -> series.put(key, new Curves.Series(
                values.stream().mapToInt(value -> (int) value.step()).toArray(),
                values.stream().mapToDouble(MetricValue::value).toArray())));
        return new Curves(series);
    }
}
