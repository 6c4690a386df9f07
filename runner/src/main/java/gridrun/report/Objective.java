package gridrun.report;

import gridrun.comparison.Race;
import gridrun.comparison.Terms;
import gridrun.metric.Goal;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.store.Run;
import java.util.List;
import java.util.Optional;

/**
 * What configurations are ranked by, and how they are compared.
 *
 * @param ranked such as {@code best.val_accuracy}
 * @param goal which way it is better
 * @param terms how they are compared
 * @param raced whether their seeds are as many as a race took that was of another figure, or of more configurations
 */
public record Objective(Quantity ranked, Goal goal, Terms terms, boolean raced) {

    /**
     * The objective of that name.
     *
     * @param name such as {@code kept.val_loss}; a bare metric is one of the best epoch
     */
    public Objective(String name, Goal goal) {
        this(Quantity.of(name), goal, Terms.USUAL, false);
    }

    /** The same compared in another way. */
    public Objective on(Terms other) {
        return new Objective(ranked, goal, other, raced);
    }

    /** Another figure to compare by. A race is about its own alone. */
    public Objective by(Quantity figure, Goal other) {
        return new Objective(figure, other, terms, raced).afterRace();
    }

    /** The same where not all is seen that a race was about, so that it cannot be told. */
    public Objective afterRace() {
        return new Objective(ranked, goal, terms.in(null), raced || terms.race() != null);
    }

    /**
     * The race by which configurations get their seeds, told from their runs; empty where all get the same.
     *
     * @param runs of all configurations, ended or not
     */
    public Optional<Race> race(List<Run> runs) {
        return Optional.ofNullable(terms.race()).map(race -> Race.of(runs, ranked.name(), goal, terms));
    }

    /** What tables show beside it; empty for the same metric at other moments. */
    public List<Quantity> shown() {
        return terms.shown().stream().filter(figure -> !figure.equals(ranked)).toList();
    }

    /** The metric of an epoch that it is about: {@code val_accuracy}. */
    public String metric() {
        return ranked.at(Moment.BEST).metric();
    }

    /** Its name at a moment: {@code final.val_accuracy}, {@code test_accuracy}. */
    public String at(Moment moment) {
        return ranked.at(moment).name();
    }
}
