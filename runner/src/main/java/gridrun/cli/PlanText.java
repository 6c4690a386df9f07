package gridrun.cli;

import gridrun.comparison.Race;
import gridrun.config.Structure;
import gridrun.data.DatasetSpec;
import gridrun.data.Description;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.plan.Concurrency;
import gridrun.plan.Costs;
import gridrun.plan.Costs.Cost;
import gridrun.plan.Estimate;
import gridrun.plan.Plan;
import gridrun.report.Figures;
import gridrun.text.Visible;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/** The plan of an experiment in words: its runs, and what they cost. */
final class PlanText {

    private static final int RUNS_SHOWN = 20;
    private static final int DATA_SHOWN = 3;
    private static final int LEAST_WIDTH = 15;

    private final Terminal terminal;
    private final Plan plan;
    private final Experiment experiment;
    private final int jobs;
    private final Costs costs;
    /** Of the first column: the longest name of an axis, or more. */
    private final int width;

    /** @param jobs runs at a time that were asked for */
    PlanText(Terminal terminal, Plan plan, int jobs) {
        this.terminal = terminal;
        this.plan = plan;
        this.experiment = plan.experiment();
        this.jobs = plan.atOnce(jobs);
        this.costs = plan.costs();
        this.width = experiment.runs().stream().flatMap(run -> run.swept().keySet().stream()).mapToInt(String::length)
                .reduce(LEAST_WIDTH, Math::max);
    }

    /** What is to be done of a plan whose results are known: {@code 12 done, 1 failed before, 7 to do}. */
    String counts() {
        int toDo = plan.toDo().size();
        int failed = plan.failedBefore().size();
        return "%d done, %s%s%d to do".formatted(plan.jobs().size() - toDo - failed,
                failed == 0 ? "" : failed + " failed before, ", isOpen() && toDo > 0 ? "at most " : "", toDo);
    }

    private boolean isOpen() {
        return plan.race().filter(Race::isOpen).isPresent();
    }

    /** {@code lr-sweep: 4 configurations x 5 seeds = 20 runs}; of a race {@code x 5 to 40 seeds = at most 160 runs}. */
    String headline() {
        if (experiment.isSingle()) {
            return experiment.name() + ": 1 run";
        }
        int configurations = costs.all().size();
        int runs = experiment.runs().size();
        int[] folds = experiment.runs().stream().mapToInt(run -> run.data().folds()).distinct().toArray();
        String repeats = folds.length > 1 ? "their seeds and folds"
                : plan.race().map(race -> race.terms().min() + " to ").orElse("")
                        + Figures.counted(runs / configurations / Math.max(1, folds[0]), "seed")
                        + (folds[0] == 0 ? "" : " x " + Figures.counted(folds[0], "fold"));
        return "%s: %s x %s = %s%s".formatted(experiment.name(), Figures.counted(configurations, "configuration"),
                repeats, plan.race().isPresent() ? "at most " : "", Figures.counted(runs, "run"));
    }

    /** Prints what the data were taken for, and what is unusual about them or keeps figures from being compared. */
    void printData() {
        List<Description> all = Structure.distinct(experiment.data().stream().map(DatasetSpec::description).toList());
        for (Description data : all.subList(0, Math.min(DATA_SHOWN, all.size()))) {
            line("data", data.examples());
            line("", data.content());
        }
        if (all.size() > DATA_SHOWN) {
            line("", "and %,d more data sets".formatted(all.size() - DATA_SHOWN));
        }
        all.stream().flatMap(data -> data.warnings().stream()).distinct().forEach(warning -> line("warning", warning));
        experiment.unrankable().ifPresent(warning -> line("warning", warning));
    }

    /** Prints what the command line changed that one might miss. */
    void printNotes() {
        experiment.notes().forEach(note -> line("note", note));
    }

    /** Prints the axes, the data and the costs. */
    void printSummary() {
        Map<String, Set<String>> axes = new LinkedHashMap<>();
        for (RunSpec run : experiment.runs()) {
            run.swept().forEach((axis, value) -> axes.computeIfAbsent(axis, key -> new LinkedHashSet<>()).add(value));
        }
        axes.forEach((axis, values) -> line(axis, shortened(values)));
        if (experiment.excluded() > 0) {
            line("excluded", "%,d of %s".formatted(experiment.excluded(),
                    Figures.counted(costs.all().size() + experiment.excluded(), "configuration")));
        }
        printNotes();
        printData();
        line("model", "%s parameters, %s an example (forward, backward)".formatted(
                span(costs.range(Cost::parameters), "%,d"::formatted),
                span(costs.range(Cost::flopsPerExample), PlanText::flops)));
        line("cost", "%s an epoch; up to %s for %s at a time".formatted(
                span(costs.range(Cost::flopsPerEpoch), PlanText::flops),
                bytes(plan.bytes(jobs)), Figures.counted(jobs, "run")));
    }

    /** Prints what becomes of earlier work. */
    void printReuse(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            line(i == 0 ? "trained" : "", lines.get(i));
        }
    }

    /**
     * Tries for some seconds what training takes here, and prints how long all runs take, those that are done too.
     *
     * @param startSeconds that it took to come here
     */
    void printTime(Concurrency asked, double startSeconds) {
        if (plan.toDo().isEmpty()) {
            line("time", "nothing is left to train");
            return;
        }
        terminal.out().flush();
        int runs = experiment.runs().size();
        Concurrency concurrency = asked.of(runs, Runtime.getRuntime().availableProcessors());
        try {
            Estimate estimate = plan.estimate(asked, startSeconds);
            boolean mayStop = plan.race().isPresent()
                    || experiment.runs().stream().anyMatch(run -> run.train().earlyStopping() != null);
            line("time",
                    "%sabout %s%s, without MLflow".formatted(mayStop ? "at most " : "", duration(estimate.seconds()),
                            runs == 1 ? "" : " for %s%,d runs, %d at a time".formatted(
                                    plan.toDo().size() == runs ? "" : "all ", runs, concurrency.jobs())));
            line("", "an estimate within a factor of 1.5, from a trial of %.1f s here".formatted(estimate.measured()));
        } catch (Estimate.Impossible e) {
            line("time", "not estimated: " + e.getMessage());
        }
    }

    private static String duration(double seconds) {
        if (seconds < 100) {
            return (seconds < 9.95 ? "%.1f s" : "%.0f s").formatted(seconds);
        }
        return seconds < 6000 ? "%.0f min".formatted(seconds / 60) : "%.0f h".formatted(seconds / 3600);
    }

    /** Prints the runs, the first ones where there are many. */
    void printRuns() {
        int shown = Math.min(RUNS_SHOWN, experiment.runs().size());
        line("runs", experiment.runs().get(0).name());
        experiment.runs().subList(1, shown).forEach(run -> line("", run.name()));
        if (experiment.runs().size() > shown) {
            line("", "and %,d more".formatted(experiment.runs().size() - shown));
        }
    }

    private void line(String head, String text) {
        terminal.out().printf("  %-" + width + "s %s%n", head, Visible.line(text)); // of data that may be anybody's
    }

    private String shortened(Set<String> values) {
        String all = String.join("  ", values);
        int room = Math.max(40, terminal.width() - 20 - width);
        return all.length() <= room ? all
                : "%s%s (%,d values)".formatted(all.substring(0, room), terminal.sign("…", "..."), values.size());
    }

    private static String span(LongSummaryStatistics range, LongFunction<String> text) {
        String least = text.apply(range.getMin());
        return range.getMin() == range.getMax() ? least : least + " to " + text.apply(range.getMax());
    }

    private static String flops(long flops) {
        return Figures.scaled(flops, "FLOP");
    }

    private static String bytes(long bytes) {
        return Figures.scaled(bytes, "B");
    }
}
