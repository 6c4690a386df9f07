package gridrun.contrast;

import gridrun.comparison.Against;
import gridrun.comparison.Candidate;
import gridrun.comparison.Comparisons;
import gridrun.comparison.Counterparts;
import gridrun.comparison.PairedDifference;
import gridrun.comparison.Resampling;
import gridrun.report.Objective;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.Statistic;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One figure of two configurations.
 *
 * @param match the configurations
 * @param objective the figure
 * @param compared B against A
 */
record Row(Match match, Objective objective, Comparisons compared) {

    /** All of a contrast, a figure after the other. */
    static List<Row> of(Contrast contrast) {
        List<Row> rows = new ArrayList<>();
        for (Objective objective : contrast.objectives()) {
            Counterparts counterparts = contrast.of(objective);
            for (int i = 0; i < contrast.matches().size(); i++) {
                rows.add(new Row(contrast.matches().get(i), objective, counterparts.all().get(i)));
            }
        }
        return rows;
    }

    Against against() {
        return compared.all().get(1);
    }

    PairedDifference difference() {
        return against().difference().orElseThrow();
    }

    /** How many pairs the difference is of. */
    int pairs() {
        return difference().sample().n();
    }

    /** B less A: of pairs, or without any of the means; not a number where these are of other units. */
    double mean() {
        return !compared.inOtherUnits().isEmpty() ? Double.NaN : pairs() > 0 ? difference().sample().mean()
                : statistic(match.b()).mean() - statistic(match.a()).mean();
    }

    /** The figure over all completed runs of a side. */
    Statistic statistic(List<Run> runs) {
        return Statistic.of(values(runs));
    }

    Optional<MeanInterval> interval(List<Run> runs) {
        return objective.terms().interval(objective.ranked().name(), values(runs), Resampling.overlap(runs));
    }

    private double[] values(List<Run> runs) {
        return Candidate.of("", runs, objective.ranked().name()).values().values().stream()
                .mapToDouble(Double::doubleValue).toArray();
    }

    /** What it comes to; empty where nothing can be claimed. */
    String mark() {
        return against().mark().map(mark -> switch (mark) {
            case BETTER -> "B better";
            case WORSE -> "A better";
            default -> "tied";
        }).orElse("");
    }
}
