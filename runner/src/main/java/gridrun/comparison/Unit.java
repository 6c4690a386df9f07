package gridrun.comparison;

import gridrun.metric.DataPart;
import gridrun.metric.Metric;
import gridrun.metric.Metric.Basis;
import gridrun.metric.Quantity;
import gridrun.metric.Vocabulary;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run's figure is measured in. A loss is one of the function that the run minimizes, and of real targets as its
 * network learns them: a hinge loss of 0.4 is neither better nor worse than a cross-entropy of 0.5. All other metrics
 * are measured in the same for all runs.
 *
 * @param loss the function with its settings; empty for other metrics
 * @param targets whether they are scaled; empty for other metrics, and where data do not say, as those of classes:
 *     then they may be in the unit of any
 */
public record Unit(String loss, String targets) {

    private static final Unit COMMON = new Unit("", "");
    private static final String LOSS = "train.loss";
    private static final String TARGETS = "data.standardize_targets";

    /**
     * That of a figure.
     *
     * @param params the run's settings by their full names
     */
    public static Unit of(Quantity figure, Map<String, String> params) {
        if (!isOfLoss(figure.metric())) {
            return COMMON;
        }
        String loss = params.entrySet().stream().filter(setting -> isOfFunction(setting.getKey())).sorted(
                Map.Entry.comparingByKey()).map(Map.Entry::toString).collect(Collectors.joining(", "));
        return new Unit(loss, params.getOrDefault(TARGETS, ""));
    }

    /**
     * Those of a figure. Of thousands of runs one of each configuration is asked.
     *
     * @param configuration what identifies a run's
     * @param params a run's settings by their full names
     */
    public static <R> Set<Unit> all(Quantity figure, Collection<R> runs, Function<R, String> configuration,
            Function<R, Map<String, String>> params) {
        if (!isOfLoss(figure.metric())) {
            return Set.of(COMMON);
        }
        Set<String> asked = new HashSet<>();
        return runs.stream().filter(run -> asked.add(configuration.apply(run)))
                .map(run -> of(figure, params.apply(run))).collect(Collectors.toSet());
    }

    private static boolean isOfFunction(String setting) {
        return setting.startsWith(LOSS) && (setting.length() == LOSS.length() || setting.charAt(LOSS.length()) == '.');
    }

    private static boolean isOfLoss(String metric) {
        return Vocabulary.named(metric).map(Metric::basis).filter(Basis.LOSS::equals).isPresent();
    }

    private boolean isLike(Unit other) {
        return loss.equals(other.loss)
                && (targets.isEmpty() || other.targets.isEmpty() || targets.equals(other.targets));
    }

    /** Whether figures of some can be compared with those of others: each has its like among them. */
    public static boolean areAlike(Set<Unit> some, Set<Unit> others) {
        return hasAll(some, others) && hasAll(others, some);
    }

    private static boolean hasAll(Set<Unit> some, Set<Unit> others) {
        return others.stream().allMatch(other -> some.stream().anyMatch(other::isLike));
    }

    /** Whether all of these can be compared. */
    public static boolean areOne(Collection<Unit> all) {
        return differing(all).isEmpty();
    }

    /** In what these differ: {@code different losses}; empty where they do not. */
    public static String differing(Collection<Unit> all) {
        boolean losses = all.stream().map(Unit::loss).distinct().count() > 1;
        boolean targets = all.stream().map(Unit::targets).filter(scaled -> !scaled.isEmpty()).distinct().count() > 1;
        return Stream.of(losses ? "different losses" : "", targets ? "targets on different scales" : "")
                .filter(words -> !words.isEmpty()).collect(Collectors.joining(" and "));
    }

    /**
     * What can be compared instead: figures of the same moment and part that are no losses and that all runs have;
     * empty where there are none.
     *
     * @param measured the names of all that each run has
     */
    public static String others(Quantity figure, Stream<Set<String>> measured) {
        Set<String> common = measured.reduce((some, more) -> some.stream().filter(more::contains)
                .collect(Collectors.toSet())).orElse(Set.of());
        return common.stream().map(Quantity::of)
                .filter(one -> one.moment() == figure.moment() && Vocabulary.named(one.metric()).isPresent()
                        && DataPart.of(one.metric()) == DataPart.of(figure.metric()) && !isOfLoss(one.metric()))
                .map(Quantity::name).distinct().sorted().collect(Collectors.joining(", "));
    }
}
