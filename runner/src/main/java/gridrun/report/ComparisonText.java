package gridrun.report;

import gridrun.comparison.Against;
import gridrun.comparison.Comparisons;
import gridrun.comparison.Mark;
import gridrun.comparison.Terms;
import gridrun.comparison.Unit;
import gridrun.statistics.PairedTest;
import gridrun.statistics.Power;
import gridrun.statistics.Statistic;
import gridrun.store.Repeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison in words.
 *
 * @param comparisons of at least two configurations
 * @param granularity of how many examples the figure is a share
 */
public record ComparisonText(Comparisons comparisons, Granularity granularity) {

    private static final int MOST_NAMED = 3;

    /** How it was compared; empty where nothing was. */
    static Optional<String> method(Comparisons comparisons) {
        Terms terms = comparisons.terms();
        int count = comparisons.count();
        String corrected = comparisons.race().isPresent()
                ? ", the smallest of all looks, corrected for these and for %d configurations"
                        .formatted(comparisons.all().size())
                : count == 1 ? "" : ", corrected for %d comparisons (Holm)".formatted(count);
        return count == 0 ? Optional.empty() : Optional.of(
                "difference: from the %s in the same %s, and its %s%s; p: %s%s".formatted(
                        comparisons.isWithBaseline() ? "baseline" : "best", comparisons.repeats().many(),
                        terms.intervalName(), comparisons.race().isPresent() ? " over all looks" : "",
                        comparisons.test().title(), corrected));
    }

    /** The sentence and the warnings. */
    public Finding finding() {
        return new Finding(sentence(), new ComparisonWarnings(comparisons, comparisons.count(), granularity).lines());
    }

    private String sentence() {
        String reference = comparisons.with().candidate().label();
        String repeats = comparisons.repeats().many();
        if (comparisons.inOtherUnits().size() == comparisons.others().size()) {
            return "%s is of %s, which says nothing %s.".formatted(granularity.objective().ranked(),
                    Unit.differing(comparisons.units()), comparisons.isWithBaseline()
                            ? "against the baseline, " + reference : "of which configuration is best");
        }
        if (comparisons.count() == 0 && comparisons.race().isEmpty()) {
            boolean other = comparisons.others().stream().anyMatch(
                    one -> one.candidate().otherData(comparisons.with().candidate()) > 0);
            String without = "ithout two %s %s".formatted(repeats, other ? "of the same data" : "in common");
            return comparisons.isWithBaseline()
                    ? "W%s nothing can be said against the baseline, %s.".formatted(without, reference)
                    : "%s; w%s nobody can say whether that is chance.".formatted(equal().isEmpty()
                            ? reference + " has the best figure" + ofThoseIn("its")
                            : labels(withBest(equal())) + " have the same figure, the best" + ofThoseIn("their"),
                            without);
        }
        return comparisons.isWithBaseline() ? againstBaseline(reference) : againstOthers(reference);
    }

    private String againstOthers(String best) {
        List<Against> tied = comparisons.tied();
        String percent = comparisons.terms().percent();
        if (tied.isEmpty()) {
            List<Against> unclear = comparisons.others().stream().filter(one -> !one.is(Mark.WORSE)).toList();
            List<Against> worse = with(one -> one.is(Mark.WORSE));
            return "At a confidence of %s, %s is better than %s.".formatted(percent, best,
                    unclear.isEmpty() ? "all others" : worse.isEmpty() ? "no other"
                            : unclear.size() <= worse.size()
                                    ? "all others but %s, of which nothing can be said".formatted(labels(unclear))
                                    : "%s; of %s nothing can be said".formatted(labels(worse), labels(unclear)));
        }
        List<Against> equal = equal().stream().filter(Against::isTied).toList();
        List<Against> rest = tied.stream().filter(one -> !equal.contains(one)).toList();
        if (!rest.isEmpty()) {
            return "%s, but at a confidence of %s %s cannot be told apart from %s; %s.".formatted(
                    equal.isEmpty() ? best + (comparisons.inOtherUnits().isEmpty() ? " is best by its mean"
                            : " has the best mean" + ofThoseIn("its"))
                            : labels(withBest(equal)) + " have the same mean, the best" + ofThoseIn("their"),
                    percent, labels(rest), equal.isEmpty() ? "it" : "them", seeds(rest, tied.size()));
        }
        return equal.stream().allMatch(one -> one.difference().orElseThrow().isNothing())
                ? "%s are best%s, and equal in every %s.".formatted(labels(withBest(equal)), ofThoseIn("their"),
                        comparisons.repeats().one())
                : "%s have the same mean, the best%s; at a confidence of %s they cannot be told apart, and %s."
                        .formatted(labels(withBest(equal)), ofThoseIn("their"), percent, seeds(equal, tied.size()));
    }

    /** What the best is the best of, where figures are not all in one unit. */
    private String ofThoseIn(String whose) {
        return comparisons.inOtherUnits().isEmpty() ? "" : " of those in %s unit".formatted(whose);
    }

    /** Those whose mean is that of the best, to the last digit that is no rounding. */
    private List<Against> equal() {
        int all = comparisons.with().candidate().values().size();
        return with(one -> {
            Statistic difference = one.difference().orElseThrow().sample();
            return difference.n() > 0 && difference.mean() == 0 && difference.n() == all
                    && one.candidate().values().size() == all;
        });
    }

    private List<Against> withBest(List<Against> others) {
        return Stream.concat(Stream.of(comparisons.with()), others.stream()).toList();
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
            parts.add("%s cannot be told apart from %s; %s".formatted(
                    labels(comparisons.tied()), than,
                    seeds(comparisons.tied(), comparisons.tied().size())));
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

    private String seeds(List<Against> some, int tied) {
        return enough(some, comparisons.repeats(), comparisons.terms().test(),
                one -> comparisons.seedsToTell(one, tied));
    }

    /**
     * About how many seeds would tell what is tied.
     *
     * @param test by which they are compared
     * @param seeds how many tell one of them
     */
    public static String enough(List<Against> tied, Repeats repeats, PairedTest.Choice test,
            Function<Against, OptionalInt> seeds) {
        List<Against> unequal = tied.stream().filter(one -> !one.difference().orElseThrow().isNothing()).toList();
        if (unequal.isEmpty()) {
            return "they are equal in every " + repeats.one();
        }
        int folds = tied.stream().mapToInt(one -> one.candidate().folds()).max().orElse(1);
        String name = folds > 1 ? "seeds of %d folds".formatted(folds) : "seeds";
        int[] enough = unequal.stream().map(seeds).filter(OptionalInt::isPresent).mapToInt(OptionalInt::getAsInt)
                .sorted().toArray();
        if (enough.length == 0) {
            return "%s %s would not tell%s".formatted(Figures.grouped(Power.MOST), name,
                    unequal.stream().anyMatch(one -> test.test(one.candidate().overlap()).overlap() > 0)
                            ? ", for their training parts overlap" : "");
        }
        String least = Figures.grouped(enough[0]);
        String most = enough.length < unequal.size() ? "more than " + Figures.grouped(Power.MOST)
                : Figures.grouped(enough[enough.length - 1]);
        return least.equals(most) ? "about %s %s would tell".formatted(least, name)
                : "about %s to %s %s would tell".formatted(least, most, name);
    }

    static String labels(List<Against> all) {
        String named = all.stream().limit(MOST_NAMED).map(one -> one.candidate().label())
                .collect(Collectors.joining(", "));
        return all.size() <= MOST_NAMED ? named : "%s and %d more".formatted(named, all.size() - MOST_NAMED);
    }
}
