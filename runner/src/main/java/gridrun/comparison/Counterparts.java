package gridrun.comparison;

import gridrun.metric.Goal;
import gridrun.statistics.Holm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Configurations of one sweep, each compared with its counterpart in another as with a baseline.
 *
 * @param all a comparison of two for each; their p are corrected for the number of them (Holm)
 */
public record Counterparts(List<Comparisons> all) {

    /**
     * Two that belong together.
     *
     * @param baseline what the other is compared with
     * @param other in whose favour a difference is where it is better
     */
    public record Two(Candidate baseline, Candidate other) {
    }

    /** Compares. */
    public static Counterparts of(List<Two> pairs, Goal goal, Terms terms) {
        List<Comparisons> alone = pairs.stream()
                .map(two -> Comparisons.of(List.of(two.baseline, two.other), 0, true, goal, terms)).toList();
        double[] adjusted = Holm.adjusted(alone.stream().mapToDouble(one -> one.all().get(1).pAdjusted()).toArray());
        List<Comparisons> corrected = new ArrayList<>();
        for (Comparisons one : alone) {
            Against against = one.all().get(1);
            double p = adjusted[corrected.size()];
            corrected.add(new Comparisons(goal, terms, 0, List.of(one.with(), new Against(against.candidate(),
                    against.difference(), p, Comparisons.mark(against.candidate(), one.with().candidate(),
                            against.difference().orElseThrow(), p, true, goal, terms.level()))),
                    Optional.empty()));
        }
        return new Counterparts(List.copyOf(corrected));
    }

    /** How many comparisons the p values are corrected for. */
    public int count() {
        return all.stream().mapToInt(Comparisons::count).sum();
    }
}
