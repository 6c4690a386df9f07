package gridrun.report;

import gridrun.comparison.Against;
import gridrun.comparison.Candidate;
import gridrun.comparison.Comparisons;
import gridrun.comparison.Mark;
import gridrun.comparison.PairedDifference;
import gridrun.comparison.Race;
import gridrun.comparison.Terms;
import gridrun.comparison.Unit;
import gridrun.metric.Goal;
import gridrun.metric.Metric;
import gridrun.metric.Metric.Basis;
import gridrun.metric.Quantity;
import gridrun.metric.Vocabulary;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.PairedTest;
import gridrun.store.Outcome;
import gridrun.store.Repeats;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one has to know besides a comparison.
 *
 * @param comparisons of at least two configurations
 * @param count how many comparisons the p values are corrected for
 * @param granularity of how many examples the figure is a share
 */
public record ComparisonWarnings(Comparisons comparisons, int count, Granularity granularity) {

    private static final int FEW_SEEDS = 5;
    /** What a sum of shares may be off, where its examples are a whole number. */
    private static final double ROUNDING = 1e-9;

    /** One a line, in words. */
    public List<String> lines() {
        List<String> warnings = new ArrayList<>();
        Terms terms = comparisons.terms();
        if (terms.baseline() != null && !comparisons.isWithBaseline()) {
            warnings.add("no configuration here is the baseline, %s: all are compared with the best"
                    .formatted(terms.baseline()));
        }
        List<Against> compared = with(one -> !Double.isNaN(one.pAdjusted()));
        if (comparisons.race().isEmpty()) {
            few(compared, warnings);
        }
        comparisons.race().filter(Race::isOpen).ifPresent(race -> warnings.add(
                "the race is not over: the same command goes on with it"
                        + (comparisons.all().stream().anyMatch(one -> one.candidate().count(Outcome.FAILED) > 0)
                                ? ", and --retry-failed with the runs that failed, for which it waits" : "")));
        if (!compared.isEmpty()) {
            overlapping(warnings);
        }
        if (!compared.isEmpty() && comparisons.with().candidate().isCrossed()) {
            warnings.add(ofSharedSeeds("pairs") + "; with sweep.seeds: N each has seeds of its own for all purposes");
        }
        if (!compared.isEmpty() && granularity.objective().raced()) {
            warnings.add(ofRaces(List.of()));
        }
        otherUnits(warnings);
        otherData(warnings);
        if (!compared.isEmpty()) {
            alone(warnings);
        }
        unequal(warnings);
        equal(warnings);
        lost(warnings);
        return warnings;
    }

    /** Runs or pairs have one of several seeds in common. */
    public static String ofSharedSeeds(String what) {
        return what + " that share a seed of one purpose are not independent, but count as if they were: "
                + "intervals are too narrow and p is too small";
    }

    /** The seeds of these sides or sweeps, or of all, were not given, but taken until a difference was seen. */
    public static String ofRaces(List<String> names) {
        return "the seeds%s are as many as a race took to see a difference, which intervals and p here do not account "
                .formatted(names.isEmpty() ? "" : " of " + String.join(" and of ", names))
                + "for: intervals are too narrow and p is too small";
    }

    /** Whom it concerns is named where it does not concern all. */
    private void few(List<Against> compared, List<String> warnings) {
        PairedTest test = comparisons.test();
        double level = comparisons.terms().level() / count;
        List<Against> unable = compared.stream().filter(one -> test.smallest(pairs(one)) >= level).toList();
        List<Against> few = compared.stream().filter(one -> !unable.contains(one) && pairs(one) < FEW_SEEDS).toList();
        if (!unable.isEmpty()) {
            int most = unable.stream().mapToInt(ComparisonWarnings::pairs).max().orElseThrow();
            warnings.add(("with %s the %s has no p below %s, so that nothing can be told apart%s; "
                    + "it can with %d").formatted(counted(unable, compared), test.title(),
                            Figures.significant(test.smallest(most), 2),
                            count == 1 ? "" : " among %d comparisons".formatted(count),
                            test.fewest(level)));
        }
        if (!few.isEmpty()) {
            warnings.add(("%s are few: %s, and p depends on the differences being normal, which so few cannot show")
                    .formatted(counted(few, compared), comparisons.terms().interval() == MeanInterval.Method.BOOTSTRAP
                            ? "intervals by the bootstrap are too narrow"
                            : "intervals are wide"));
        }
    }

    /** Only the t-test and its intervals are corrected. */
    private void overlapping(List<String> warnings) {
        Terms terms = comparisons.terms();
        if (comparisons.overlap() > 0) {
            String uncorrected = Stream.of(
                    terms.test() == PairedTest.Choice.T ? null
                            : "p of the " + comparisons.test().title() + " is too small",
                    terms.interval() == MeanInterval.Method.T ? null : "bootstrapped intervals are too narrow")
                    .filter(Objects::nonNull).collect(Collectors.joining(", and "));
            if (!uncorrected.isEmpty()) {
                warnings.add("training parts overlap, for which only the t-test and its intervals are corrected: "
                        + uncorrected);
            }
        }
    }

    private String counted(List<Against> some, List<Against> all) {
        IntSummaryStatistics pairs = some.stream().mapToInt(ComparisonWarnings::pairs).summaryStatistics();
        return (pairs.getMin() == pairs.getMax() ? "" : pairs.getMin() + " to ") + repeats().counted(pairs.getMax())
                + (some.size() == all.size() ? "" : " of " + labels(some));
    }

    private static int pairs(Against one) {
        return one.difference().orElseThrow().sample().n();
    }

    /** With what can be compared, as far as all have it. */
    private void otherUnits(List<String> warnings) {
        List<Against> some = comparisons.inOtherUnits();
        if (!some.isEmpty()) {
            Quantity figure = granularity.objective().ranked();
            String others = Unit.others(figure, comparisons.all().stream()
                    .flatMap(one -> one.candidate().runs().stream()).filter(Run::isCompleted)
                    .map(run -> run.summary().keySet()));
            warnings.add("%s: %s is not in the unit of %s (%s), so that neither is better by it%s".formatted(
                    labels(some), figure, comparisons.with().candidate().label(), Unit.differing(comparisons.units()),
                    others.isEmpty() ? "" : "; in one unit for all: " + others));
        }
    }

    private void otherData(List<String> warnings) {
        Candidate with = comparisons.with().candidate();
        Map<Integer, List<Against>> others = comparisons.others().stream().collect(Collectors.groupingBy(
                one -> one.candidate().otherData(with), TreeMap::new, Collectors.toList()));
        others.remove(0);
        others.forEach((repeats, some) -> warnings.add(
                "in %s the data of %s are not those of %s, so that these are no pairs".formatted(
                        repeats().counted(repeats), labels(some), with.label())));
    }

    /** What has figures, but shares not one seed. */
    private void alone(List<String> warnings) {
        Candidate with = comparisons.with().candidate();
        List<Against> alone = with(one -> one.candidate().sharesNothing(with));
        if (!alone.isEmpty()) {
            warnings.add("%s: no %s in common with %s, so that nothing is compared".formatted(labels(alone),
                    repeats().one(), with.label()));
        }
    }

    /** A race ranks by its rounds, and its notes say so. */
    private void unequal(List<String> warnings) {
        IntSummaryStatistics planned = comparisons.all().stream().mapToInt(one -> one.candidate().runs().size())
                .summaryStatistics();
        if (comparisons.race().isEmpty() && planned.getMin() < planned.getMax()) {
            boolean paired = comparisons.others().stream().anyMatch(one -> pairs(one) > 0);
            warnings.add("configurations have %d to %s: their means are of different data%s".formatted(
                    planned.getMin(), repeats().counted(planned.getMax()),
                    paired ? "; differences are of the shared ones" : ""));
        }
    }

    /** What lies below the resolution of the figure. */
    private void equal(List<String> warnings) {
        List<Against> equal = with(one -> one.difference().orElseThrow().isNothing());
        if (!equal.isEmpty()) {
            warnings.add("%s: equal to %s in every %s, %s".formatted(labels(equal),
                    comparisons.with().candidate().label(), repeats().one(), whyEqual()));
        }
        List<Against> constant = with(one -> one.difference().orElseThrow().isConstant());
        if (!constant.isEmpty()) {
            warnings.add("%s: the difference is the same in every %s, so that its p is that of the signs alone"
                    .formatted(labels(constant), repeats().one()));
        }
        Map<Integer, List<Against>> below = new TreeMap<>();
        comparisons.tied().forEach(one -> examples(one).ifPresent(n -> {
            PairedDifference difference = one.difference().orElseThrow();
            if (!difference.isNothing() && n * Math.abs(difference.sample().mean()) < 1 - ROUNDING) {
                below.computeIfAbsent(n, none -> new ArrayList<>()).add(one);
            }
        }));
        below.forEach((n, some) -> warnings.add(
                "%s: the mean difference is less than one of the %s examples on which it is measured (%s)"
                        .formatted(labels(some), Figures.grouped(n), Figures.significant(1.0 / n, 2))));
    }

    /** The best possible has no room above it. Where classes are counted, different networks can have as many right. */
    private String whyEqual() {
        Optional<Metric> metric = Vocabulary.named(granularity.objective().ranked().metric());
        double best = metric.map(one -> one.goal() == Goal.MAXIMIZE ? one.greatest() : one.least()).orElse(Double.NaN);
        boolean isCeiling = comparisons.with().candidate().values().values().stream().allMatch(one -> one == best);
        boolean isCounted = metric.map(Metric::basis).filter(Basis.CLASSES::equals).isPresent();
        return isCeiling ? "so that these data cannot tell them apart (a ceiling)"
                : isCounted ? "so that these data cannot tell them apart"
                        : "to the last digit: what differs between them changed nothing that this figure shows";
    }

    /** On how many examples a difference is measured: other configurations may have other data. */
    private OptionalInt examples(Against one) {
        return granularity.of(Stream.of(one.candidate(), comparisons.with().candidate())
                .flatMap(candidate -> candidate.runs().stream()));
    }

    /** What became of runs that no mean is over. */
    private void lost(List<String> warnings) {
        for (Against one : comparisons.all()) {
            Candidate candidate = one.candidate();
            Map<String, Long> lost = candidate.runs().stream()
                    .filter(run -> !run.isCompleted() || candidate.undefined().contains(run.runKey()))
                    .collect(Collectors.groupingBy(run -> run.isCompleted() ? Report.NO_VALUE : run.status(),
                            TreeMap::new, Collectors.counting()));
            if (lost.isEmpty()) {
                continue;
            }
            String outcomes = lost.entrySet().stream().map(outcome -> outcome.getValue() + " " + outcome.getKey())
                    .collect(Collectors.joining(", "));
            warnings.add("%s: %s of %s; %s%s".formatted(candidate.label(), outcomes,
                    Figures.counted(candidate.runs().size(), "run"), candidate.values().isEmpty()
                            ? "it has no figure and "
                                    + (one.is(Mark.WORSE) ? "counts as worse" : "is not compared")
                            : "its figures, and the comparison, are of the other %s alone".formatted(
                                    repeats().many()),
                    candidate.count(Outcome.DIVERGED) > 0 && !candidate.values().isEmpty()
                            ? ", and it ranks below what diverged less"
                                    + (comparisons.race().isPresent() ? " in as many seeds" : "")
                            : ""));
        }
    }

    private Repeats repeats() {
        return comparisons.repeats();
    }

    private List<Against> with(Predicate<Against> which) {
        return comparisons.others().stream().filter(which).toList();
    }

    private static String labels(List<Against> all) {
        return ComparisonText.labels(all);
    }
}
