package gridrun.report;

import gridrun.metric.Quantity;
import gridrun.metric.Vocabulary;
import gridrun.store.Run;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The figures that runs have, by the names under which a user asks for them. */
public final class FigureNames {

    private FigureNames() {
    }

    /**
     * The figure of a name such as {@code kept.val_loss} or {@code test_accuracy}; a bare metric is one of the
     * best epoch.
     *
     * @throws IllegalArgumentException where no run has it, with those that there are
     */
    public static Quantity known(String name, List<Run> runs) {
        Quantity figure = Quantity.of(name.strip());
        if (runs.stream().noneMatch(run -> run.summary().containsKey(figure.name()))) {
            throw new IllegalArgumentException("'%s' is no figure of these runs; there are: %s".formatted(name.strip(),
                    runs.stream().flatMap(run -> run.summary().keySet().stream())
                            .filter(key -> Quantity.hasMoment(key) && isMetric(key))
                            .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new),
                                    all -> all.isEmpty() ? "none" : String.join(", ", all)))));
        }
        return figure;
    }

    private static boolean isMetric(String key) {
        return Vocabulary.named(Quantity.of(key).metric()).isPresent();
    }

    /** It as what configurations are compared by, in the direction of the metric. */
    public static Objective objective(Quantity figure, Objective as) {
        return figure.equals(as.ranked()) ? as : as.by(figure, Vocabulary.goal(figure.metric()));
    }
}
