package gridrun.report;

import gridrun.comparison.Against;
import gridrun.comparison.Candidate;
import gridrun.comparison.Comparisons;
import gridrun.comparison.Mark;
import gridrun.comparison.PairedDifference;
import gridrun.comparison.Terms;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.PairedTest;
import gridrun.statistics.Power;
import gridrun.store.Outcome;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A comparison in words.
 *
 * @param comparisons of at least two configurations
 * @param examples of how many examples the figure is a share; empty where it is none
 */
record ComparisonText(Comparisons comparisons, OptionalInt examples) {

    private static final int FEW_SEEDS = 5;
    private static final int MOST_NAMED = 3;

    /** How it was compared; empty where nothing was. */
    static Optional<String> method(Comparisons comparisons) {
        Terms terms = comparisons.terms();
        int count = comparisons.count();
        return count == 0 ? Optional.empty() : Optional.of(
                "difference: from the %s in the same seeds, and its %s interval%s; p: %s%s".formatted(
                        comparisons.isWithBaseline() ? "baseline" : "best", terms.percent(),
                        terms.interval() == MeanInterval.Method.BOOTSTRAP ? " (bootstrap, BCa)" : "",
                        comparisons.test().title(),
                        count == 1 ? "" : ", corrected for %d comparisons (Holm)".formatted(count)));
    }

    Finding finding() {
        return new Finding(sentence(), warnings());
    }

    private String sentence() {
        String reference = comparisons.with().candidate().label();
        if (comparisons.count() == 0) {
            return comparisons.isWithBaseline()
                    ? "Without two seeds in common nothing can be said against the baseline, %s.".formatted(reference)
                    : "%s has the best figure; without two seeds in common nobody can say whether that is chance."
                            .formatted(reference);
        }
        return comparisons.isWithBaseline() ? againstBaseline(reference) : againstOthers(reference);
    }

    private String againstOthers(String best) {
        List<Against> tied = comparisons.tied();
        String percent = comparisons.terms().percent();
        if (tied.isEmpty()) {
            List<Against> unclear = comparisons.others().stream().filter(one -> !one.is(Mark.WORSE)).toList();
            return "At a confidence of %s, %s is better than %s.".formatted(percent, best,
                    unclear.isEmpty() ? "all others" : unclear.size() == comparisons.others().size() ? "no other"
                            : "all others but " + labels(unclear));
        }
        return "%s is best by its mean, but at a confidence of %s %s cannot be told apart from it; %s.".formatted(best,
                percent, labels(tied), seeds(tied));
    }

    private String againstBaseline(String baseline) {
        List<String> parts = new ArrayList<>();
        List<Against> better = with(one -> one.is(Mark.BETTER));
        List<Against> worse = with(one -> one.is(Mark.WORSE));
        if (!better.isEmpty()) {
            parts.add("%s %s better than the baseline, %s".formatted(labels(better), are(better), baseline));
        }
        String than = better.isEmpty() ? "the baseline, " + baseline : "it";
        if (!worse.isEmpty()) {
            parts.add("%s %s worse%s".formatted(labels(worse), are(worse),
                    better.isEmpty() ? " than " + than : ""));
            than = "it";
        }
        if (!comparisons.tied().isEmpty()) {
            parts.add("%s cannot be told apart from %s, %s".formatted(
                    labels(comparisons.tied()), than, seeds(comparisons.tied())));
        }
        return "At a confidence of %s, %s.".formatted(comparisons.terms().percent(), parts.isEmpty()
                ? "nothing can be said against the baseline, " + baseline : String.join("; ", parts));
    }

    private static String are(List<Against> all) {
        return all.size() == 1 ? "is" : "are";
    }

    private List<Against> with(Predicate<Against> which) {
        return comparisons.others().stream().filter(which).toList();
    }

    /** About how many seeds would tell what is tied. */
    private String seeds(List<Against> tied) {
        List<Against> unequal = tied.stream().filter(one -> !one.difference().orElseThrow().isNothing()).toList();
        if (unequal.isEmpty()) {
            return "they are equal in every seed";
        }
        int[] enough = unequal.stream().map(comparisons::seedsToTell).filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt).sorted().toArray();
        if (enough.length == 0) {
            return "%s seeds would not tell".formatted(Figures.grouped(Power.MOST));
        }
        String least = Figures.grouped(enough[0]);
        String most = enough.length < unequal.size() ? "more than " + Figures.grouped(Power.MOST)
                : Figures.grouped(enough[enough.length - 1]);
        return least.equals(most) ? "about %s seeds would tell".formatted(least)
                : "about %s to %s seeds would tell".formatted(least, most);
    }

    private static String labels(List<Against> all) {
        String named = all.stream().limit(MOST_NAMED).map(one -> one.candidate().label())
                .collect(Collectors.joining(", "));
        return all.size() <= MOST_NAMED ? named : "%s and %d more".formatted(named, all.size() - MOST_NAMED);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        Terms terms = comparisons.terms();
        if (terms.baseline() != null && !comparisons.isWithBaseline()) {
            warnings.add("no configuration here is the baseline, %s: all are compared with the best"
                    .formatted(terms.baseline()));
        }
        OptionalInt pairs = comparisons.others().stream().filter(one -> !Double.isNaN(one.pAdjusted()))
                .mapToInt(one -> one.difference().orElseThrow().sample().n()).min();
        pairs.ifPresent(n -> few(n, warnings));
        if (pairs.isPresent() && comparisons.with().candidate().isCrossed()) {
            warnings.add("pairs that share a seed of one purpose are not independent, but count as if they were: "
                    + "intervals are too narrow and p is too small; sweep.seeds: N draws everything anew for each");
        }
        equal(warnings);
        lost(warnings);
        return warnings;
    }

    private void few(int pairs, List<String> warnings) {
        PairedTest test = comparisons.test();
        double level = comparisons.terms().level() / comparisons.count();
        if (test.smallest(pairs) >= level) {
            warnings.add(("with %d seeds the %s has no p below %s, so that nothing can be told apart%s; "
                    + "it can with %d").formatted(pairs, test.title(), Figures.significant(test.smallest(pairs), 2),
                            comparisons.count() == 1 ? "" : " among %d comparisons".formatted(comparisons.count()),
                            test.fewest(level)));
        } else if (pairs < FEW_SEEDS) {
            warnings.add(("%d seeds are few: intervals are wide, and p depends on the differences being normal, "
                    + "which so few cannot show").formatted(pairs));
        }
    }

    /** What lies below the resolution of the figure. */
    private void equal(List<String> warnings) {
        List<Against> equal = with(one -> one.difference().orElseThrow().isNothing());
        if (!equal.isEmpty()) {
            warnings.add("%s: equal to %s in every seed, so that these data cannot tell them apart (a ceiling)"
                    .formatted(labels(equal), comparisons.with().candidate().label()));
        }
        List<Against> constant = with(one -> one.difference().orElseThrow().isConstant());
        if (!constant.isEmpty()) {
            warnings.add("%s: the difference is the same in every seed, so that its p is that of the signs alone"
                    .formatted(labels(constant)));
        }
        examples.ifPresent(n -> {
            List<Against> below = comparisons.tied().stream().filter(one -> {
                PairedDifference difference = one.difference().orElseThrow();
                return !difference.isNothing() && Math.abs(difference.sample().mean()) < 1.0 / n;
            }).toList();
            if (!below.isEmpty()) {
                warnings.add("%s: the mean difference is less than one of the %s examples on which it is measured (%s)"
                        .formatted(labels(below), Figures.grouped(n), Figures.significant(1.0 / n, 2)));
            }
        });
    }

    /** What became of runs that no mean is over. */
    private void lost(List<String> warnings) {
        for (Against one : comparisons.all()) {
            Candidate candidate = one.candidate();
            Map<String, Long> lost = candidate.runs().stream().filter(run -> !run.isCompleted())
                    .collect(Collectors.groupingBy(Run::status, TreeMap::new, Collectors.counting()));
            if (lost.isEmpty()) {
                continue;
            }
            String outcomes = lost.entrySet().stream().map(outcome -> outcome.getValue() + " " + outcome.getKey())
                    .collect(Collectors.joining(", "));
            warnings.add("%s: %s of %s; %s%s".formatted(candidate.label(), outcomes,
                    Figures.counted(candidate.runs().size(), "run"), candidate.values().isEmpty()
                            ? "it has no figure and is not compared"
                            : "its figures, and the comparison, are of the other seeds alone",
                    candidate.count(Outcome.DIVERGED) > 0 && !candidate.values().isEmpty()
                            ? ", and it ranks below what diverged less" : ""));
        }
    }
}
