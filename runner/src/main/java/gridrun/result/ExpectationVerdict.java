package gridrun.result;

import static gridrun.report.Figures.grouped;

import gridrun.comparison.Candidate;
import gridrun.comparison.Comparisons;
import gridrun.comparison.Mark;
import gridrun.comparison.PairedDifference;
import gridrun.comparison.Race;
import gridrun.comparison.Selector;
import gridrun.experiment.Claim;
import gridrun.experiment.Expectation;
import gridrun.report.Figures;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import gridrun.report.Report;
import gridrun.statistics.Statistic;
import gridrun.store.Repeats;
import gridrun.store.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of an expectation.
 *
 * @param found the value, and in which configuration and which seeds, or in which run
 */
public record ExpectationVerdict(Expectation expectation, boolean holds, String found) {

    /** Named one by one; of more the first ones and the last. */
    private static final int MOST_SEEDS = 10;
    private static final int FIRST_SEEDS = 3;

    /**
     * Judges results.
     *
     * @param report on those runs that have ended
     * @param planned the number of all runs: what is said of every run fails where one is missing
     */
    public static List<ExpectationVerdict> of(List<Expectation> expectations, Report report, int planned) {
        return expectations.stream()
                .map(each -> each.claim() != null ? ofClaim(each, report)
                        : each.all() ? ofAll(each, report.runs(), planned) : ofBest(each, report.ranking().winner()))
                .toList();
    }

    /**
     * One comparison that was planned, so that nothing is corrected but for the looks of a race; several configurations
     * count as their mean.
     */
    private static ExpectationVerdict ofClaim(Expectation expectation, Report report) {
        Claim claim = expectation.claim();
        Objective objective = report.objective();
        Candidate one = candidate(claim.one(), report);
        Candidate other = candidate(claim.other(), report);
        Optional<Race> raced = report.ranking().race();
        PairedDifference difference = raced.map(
                race -> race.difference(one, other, objective.goal(), objective.terms()))
                .orElseGet(() -> PairedDifference.of(one, other, objective.goal(), objective.terms()));
        double level = raced.map(race -> race.level(objective.terms(), difference.sample().n() / one.folds()))
                .orElse(objective.terms().level());
        Optional<Mark> mark = Comparisons.mark(one, other, difference, difference.p(), true, objective.goal(), level);
        Mark claimed = claim.tied() ? Mark.TIED_WITH_THE_BASELINE : Mark.BETTER;
        return new ExpectationVerdict(expectation, mark.filter(claimed::equals).isPresent(), found(difference, one,
                other, objective, level)
                + (level < objective.terms().level() ? "; in a race it takes p below " + Figures.significant(level, 3)
                        : ""));
    }

    private static Candidate candidate(Selector selector, Report report) {
        return Candidate.averaged(selector.toString(), report.ranking().rows().stream().map(Ranking.Row::runs)
                .filter(runs -> selector.matches(runs.get(0))).toList(), report.objective().ranked().name());
    }

    private static String found(PairedDifference difference, Candidate one, Candidate other, Objective objective,
            double level) {
        for (Candidate side : List.of(one, other)) {
            if (side.runs().isEmpty()) {
                return "no configuration of this plan has " + side.label();
            }
        }
        String seeds = Figures.counted(difference.sample().n(), "pair") + " of the same "
                + Repeats.of(Stream.concat(one.runs().stream(), other.runs().stream()).toList()).one()
                + (one.isInOtherUnit(other) ? " and unit" : "") + (one.otherData(other) > 0 ? " and data" : "");
        String lost = one.runs().stream().allMatch(Run::isCompleted) && other.runs().stream().allMatch(Run::isCompleted)
                ? "" : "; not all of their runs were completed" + diverged(one, other);
        return difference.interval().map(ends -> "%s differs by %s (%s to %s), p = %s, in %s%s".formatted(
                objective.ranked().name(), Report.figure(difference.sample().mean()), Report.figure(ends.low()),
                Report.figure(ends.high()), Figures.p(difference.p(), level), seeds, lost))
                .orElse("%s; a claim needs two%s".formatted(seeds, lost));
    }

    private static String diverged(Candidate one, Candidate other) {
        double more = one.divergedShare() - other.divergedShare();
        return more == 0 ? "" : ", and more of %s diverged".formatted((more > 0 ? one : other).label());
    }

    private static ExpectationVerdict ofBest(Expectation expectation, Ranking.Row winner) {
        if (winner == null) {
            return new ExpectationVerdict(expectation, false, "no configuration was completed");
        }
        Statistic found = winner.statistic(expectation.quantity());
        boolean holds = expectation.holds(found.mean());
        String where = winner.swept().isEmpty() ? "" : " with " + winner.swept().entrySet().stream()
                .map(axis -> axis.getKey() + "=" + axis.getValue()).collect(Collectors.joining(" "));
        return new ExpectationVerdict(expectation, holds,
                figure(found.mean(), holds, expectation) + where + seeds(winner.runs(), expectation.quantity()));
    }

    /** Which runs a mean is over, and what became of the others: one over survivors must not pass for one over all. */
    private static String seeds(List<Run> runs, String quantity) {
        List<Run> completed = runs.stream().filter(Run::isCompleted).toList();
        List<Run> valued = completed.stream().filter(run -> run.hasValue(quantity)).toList();
        List<Run> meant = valued.isEmpty() ? completed : valued;
        boolean folded = meant.stream().anyMatch(run -> run.folds() > 0);
        List<String> repeats = meant.stream().map(run -> folded ? run.repeat().told() : run.repeat().toString())
                .toList();
        String seeds = repeats.size() <= MOST_SEEDS ? String.join(", ", repeats)
                : "%s, ... %s".formatted(String.join(", ", repeats.subList(0, FIRST_SEEDS)),
                        repeats.get(repeats.size() - 1));
        if (meant.size() == runs.size()) {
            return runs.size() == 1 ? ", " + meant.get(0).repeat().told()
                    : folded ? ", mean over %s, %s".formatted(Repeats.of(runs).counted(repeats.size()), seeds)
                            : ", mean over the %s%s %s".formatted(
                                    repeats.size() <= MOST_SEEDS ? "" : repeats.size() + " ",
                                    Repeats.of(runs).many(), seeds);
        }
        Map<String, Long> lost = runs.stream().filter(run -> !meant.contains(run)).collect(Collectors.groupingBy(
                run -> run.isCompleted() ? Report.NO_VALUE : run.status(), TreeMap::new, Collectors.counting()));
        String what = folded ? "" : meant.size() == 1 ? Repeats.of(runs).one() + " "
                : "the %s ".formatted(Repeats.of(runs).many());
        return ", mean over %s of %s, %s%s; %s".formatted(meant.size(), Figures.counted(runs.size(), "run"), what,
                seeds,
                lost.entrySet().stream()
                        .map(outcome -> outcome.getValue() + " " + outcome.getKey()).collect(Collectors.joining(", ")));
    }

    private static ExpectationVerdict ofAll(Expectation expectation, List<Run> runs, int planned) {
        List<Run> misses = runs.stream().filter(run -> !expectation.holds(value(run, expectation))).toList();
        if (misses.isEmpty()) {
            boolean complete = runs.size() == planned;
            return new ExpectationVerdict(expectation, complete, complete
                    ? "in each of %s runs".formatted(grouped(planned))
                    : "%s of %s runs have no result".formatted(grouped(planned - runs.size()), grouped(planned)));
        }
        Run first = misses.get(0);
        String others = misses.size() == 1 ? "" : ", and in %s more of %s runs"
                .formatted(grouped(misses.size() - 1), grouped(planned));
        String outcome = first.isCompleted() ? "" : " (" + first.status() + ")";
        return new ExpectationVerdict(expectation, false,
                figure(value(first, expectation), false, expectation) + " in " + first.name() + outcome + others);
    }

    private static double value(Run run, Expectation expectation) {
        return run.summary().getOrDefault(expectation.quantity(), Double.NaN);
    }

    /** Six digits are enough, unless they hide the miss. */
    private static String figure(double value, boolean holds, Expectation expectation) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "no value" : Figures.exact(value);
        }
        double rounded = Figures.significant(value);
        return Figures.exact(expectation.holds(rounded) == holds ? rounded : value);
    }
}
