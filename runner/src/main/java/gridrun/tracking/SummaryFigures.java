package gridrun.tracking;

import gridrun.comparison.Comparisons;
import gridrun.comparison.Mark;
import gridrun.comparison.Terms;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.report.Ranking;
import gridrun.report.Report;
import gridrun.statistics.Statistic;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.StoredEntry;
import gridrun.store.Sweep;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The single figures that MLflow shows of a run or a sweep beside the epochs' metrics: at step 0, for of other steps
 * it draws neither bars nor the means of groups.
 *
 * <p>They are derived from the store. A later question, or a grid that has grown, has other answers; MLflow shows the
 * latest of a step, so each figure has the time at which its question was asked.
 */
final class SummaryFigures {

    static final String RANK = "rank";

    /** As many as MLflow's pages have room for; float32 has hardly more. */
    private static final int DIGITS = 6;
    private static final int ENDS_DIGITS = 4;
    private static final int DEVIATION_DIGITS = 2;

    private SummaryFigures() {
    }

    /**
     * A completed run's figures of what its sweep ranks by, and what a diverged one comes to.
     *
     * @param summary all that there are
     * @param kept names that are shown in any case, because a server has them already
     * @param rank its configuration's place in the sweep, once that is done
     */
    static Map<String, Double> ofRun(StoredEntry run, Quantity ranked, Map<String, Double> summary, Set<String> kept,
            OptionalInt rank) {
        Map<String, Double> figures = new TreeMap<>();
        boolean completed = run.outcome().filter(Outcome.COMPLETED::equals).isPresent();
        boolean diverged = run.outcome().filter(Outcome.DIVERGED::equals).isPresent();
        List<String> names = new ArrayList<>(kept);
        if (completed) {
            for (Moment moment : Moment.values()) {
                names.add(ranked.at(moment).name());
            }
            names.addAll(List.of("best_epoch", "kept_epoch"));
        } else if (diverged) {
            names = List.of("diverged_at_epoch");
        } else {
            return figures;
        }
        names.stream().filter(summary::containsKey).forEach(name -> figures.put(name, rounded(summary.get(name))));
        rank.ifPresent(place -> figures.put(RANK, (double) place));
        return figures;
    }

    /**
     * What a sweep comes to: its best configuration's figures, how many others can be told apart from it, and how its
     * runs ended.
     *
     * @param kept names that a server has already
     */
    static Map<String, Double> ofSweep(Report report, Set<String> kept) {
        Ranking ranking = report.ranking();
        Map<String, Double> figures = new TreeMap<>();
        List<Run> runs = ranking.rows().stream().flatMap(row -> row.runs().stream()).toList();
        figures.put("configurations", (double) ranking.rows().size());
        for (Mark mark : List.of(Mark.TIED_WITH_THE_BEST, Mark.TIED_WITH_THE_BASELINE, Mark.WORSE, Mark.BETTER)) {
            figures.merge(marked(mark), (double) report.comparisons().map(Comparisons::others).orElse(List.of())
                    .stream().filter(against -> against.is(mark)).count(), Double::sum);
        }
        figures.put("seeds", (double) runs.stream().map(Run::seed).distinct().count());
        for (Outcome outcome : List.of(Outcome.COMPLETED, Outcome.DIVERGED, Outcome.FAILED)) {
            figures.put("runs." + outcome.word(),
                    (double) ranking.rows().stream().mapToInt(row -> row.count(outcome)).sum());
        }
        if (ranking.winner() != null) {
            Quantity ranked = ranking.objective().ranked();
            Set<String> names = new LinkedHashSet<>(List.of(ranked.name(), ranked.at(Moment.TEST).name()));
            kept.stream().filter(Quantity::hasMoment).filter(name -> !name.matches(".*\\.(sd|low|high)"))
                    .forEach(names::add);
            names.forEach(name -> put(figures, name, ranking.winner(), ranking.objective().terms()));
        }
        return figures;
    }

    /** How many configurations have a mark: {@code configurations.tied}. */
    static String marked(Mark mark) {
        return "configurations." + mark.words().split(" ")[0];
    }

    private static void put(Map<String, Double> figures, String name, Ranking.Row row, Terms terms) {
        Statistic sample = row.statistic(name);
        if (sample.isEmpty()) {
            return;
        }
        figures.put(name, rounded(sample.mean()));
        row.interval(name, terms).ifPresent(interval -> {
            figures.put(name + ".sd", rounded(sample.std(), DEVIATION_DIGITS));
            figures.put(name + ".low", rounded(interval.low(), ENDS_DIGITS));
            figures.put(name + ".high", rounded(interval.high(), ENDS_DIGITS));
        });
    }

    /**
     * What can be claimed, and the best configuration, by its label and by each axis. MLflow's params cannot be
     * changed, its tags can.
     */
    static Map<String, String> tagsOfSweep(Report report, ConfigLabels labels) {
        Ranking ranking = report.ranking();
        Map<String, String> tags = new LinkedHashMap<>();
        if (ranking.winner() != null) {
            tags.put(Tags.BEST, labels.of(ranking.winner().configId()));
            report.finding().ifPresent(finding -> tags.put(Tags.FINDING, finding.sentence()));
            ranking.winner().swept().forEach((axis, value) -> tags.put(Tags.BEST + "." + axis, value));
        }
        return tags;
    }

    /** When the question was asked whose answer a figure is: of the last plan, or the end, if that came later. */
    static long askedMs(StoredEntry entry, Sweep sweep) {
        return Math.max(entry.endMs().orElse(0), sweep.plannedMs());
    }

    private static double rounded(double value) {
        return rounded(value, DIGITS);
    }

    private static double rounded(double value, int digits) {
        return Double.isFinite(value) ? new BigDecimal(value, new MathContext(digits)).doubleValue() : value;
    }
}
