package gridrun.comparison;

import gridrun.metric.Quantity;
import gridrun.random.RunSeeds;
import gridrun.store.Outcome;
import gridrun.store.Repetition;
import gridrun.store.Run;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * A configuration that is compared, or several as one.
 *
 * @param label what it is called in a sentence
 * @param runs all of it, completed or not
 * @param values the figure by what pairs it with others; of completed runs alone
 * @param undefined the keys of its completed runs whose figure is no number
 * @param data what a run must have in common with another to be its pair; of those that have their results
 * @param units what its figures are measured in
 * @param overlap how much the training parts of its runs overlap
 */
public record Candidate(String label, List<Run> runs, Map<Repetition, Double> values, Set<String> undefined,
        Map<Repetition, Set<String>> data, Set<Unit> units, double overlap) {

    /** One configuration among others of its sweep. */
    public static Candidate of(String label, List<Run> runs, String figure) {
        return of(label, runs, figure, Pairing.WITHIN_A_SWEEP);
    }

    /** One configuration. */
    public static Candidate of(String label, List<Run> runs, String figure, Pairing pairing) {
        return averaged(label, List.of(runs), figure, pairing);
    }

    /**
     * Several configurations of a sweep by the mean of their figures within each pair, of those pairs in which all of
     * them were completed.
     */
    public static Candidate averaged(String label, Collection<List<Run>> configurations, String figure) {
        return averaged(label, configurations, figure, Pairing.WITHIN_A_SWEEP);
    }

    private static Candidate averaged(String label, Collection<List<Run>> configurations, String figure,
            Pairing pairing) {
        List<Run> runs = configurations.stream().flatMap(List::stream).toList();
        Map<Repetition, Double> sums = new TreeMap<>();
        Map<Repetition, Integer> counts = new HashMap<>();
        Map<Repetition, Set<String>> data = new HashMap<>();
        Set<String> undefined = new HashSet<>();
        for (Run run : runs) { // there may be thousands
            if (run.hasResult()) {
                data.computeIfAbsent(run.repeat(), repeat -> new HashSet<>(2)).add(pairing.data(run));
            }
            if (run.isCompleted() && run.hasValue(figure)) {
                sums.merge(run.repeat(), run.summary().get(figure), Double::sum);
                counts.merge(run.repeat(), 1, Integer::sum);
            } else if (run.isCompleted()) {
                undefined.add(run.runKey());
            }
        }
        sums.keySet().removeIf(pair -> counts.get(pair) < configurations.size());
        sums.replaceAll((pair, sum) -> sum / configurations.size());
        return new Candidate(label, runs, sums, undefined, data,
                Unit.all(Quantity.of(figure), runs, Run::configId, Run::params), Resampling.overlap(runs));
    }

    /** Its figures less the other's, in the pairs in which both have one; in the order of the seeds. */
    double[] differences(Candidate other) {
        DoubleStream.Builder differences = DoubleStream.builder();
        boolean alike = !isInOtherUnit(other);
        for (Map.Entry<Repetition, Double> one : values.entrySet()) {
            Double its = alike ? other.values.get(one.getKey()) : null;
            if (its != null && hasSameData(one.getKey(), other)) {
                differences.add(one.getValue() - its);
            }
        }
        return differences.build().toArray();
    }

    private boolean hasSameData(Repetition repeat, Candidate other) {
        Set<String> own = data.get(repeat);
        return own != null && own.equals(other.data.get(repeat));
    }

    /** Whether its figures and the other's are measured in other units, so that neither is better by them. */
    public boolean isInOtherUnit(Candidate other) {
        return !Unit.areAlike(units, other.units);
    }

    /** How many pairs they are, whether or not both have a value. */
    int pairs(Candidate other) {
        return isInOtherUnit(other) ? 0
                : (int) data.keySet().stream().filter(repeat -> hasSameData(repeat, other)).count();
    }

    /** Whether both have results, and none of the same seed and fold. */
    public boolean sharesNothing(Candidate other) {
        return !data.isEmpty() && !other.data.isEmpty() && Collections.disjoint(data.keySet(), other.data.keySet());
    }

    /** How often both have the same seed and fold, and not the same data. */
    public int otherData(Candidate other) {
        return (int) data.keySet().stream().filter(other.data::containsKey)
                .filter(repeat -> !hasSameData(repeat, other)).count();
    }

    /** Its configuration's identity. */
    public String configId() {
        return runs.get(0).configId();
    }

    /** The same with those seeds alone that come first in a race. */
    Candidate among(RaceTerms race, int seeds) {
        Predicate<Repetition> first = repeat -> race.isAmong(repeat.seeds().number(), seeds);
        Map<Repetition, Double> figures = new TreeMap<>(values);
        figures.keySet().removeIf(first.negate());
        List<Run> some = runs.stream().filter(run -> first.test(run.repeat())).toList();
        return new Candidate(label, some, figures, undefined, data, units, Resampling.overlap(some));
    }

    /** Whether its runs of so many seeds, in each of its folds, have their results. */
    boolean hasAll(int seeds) {
        return runs.stream().filter(Run::hasResult).count() == (long) seeds * folds();
    }

    double mean() {
        return values.values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** How many of its runs had this outcome. */
    public int count(Outcome outcome) {
        return (int) runs.stream().filter(run -> run.has(outcome)).count();
    }

    /** How many folds its data have; 1 where there are none. */
    public int folds() {
        return Math.max(1, runs.stream().mapToInt(Run::folds).max().orElse(0));
    }

    /** Whether its runs have seeds of several purposes, each with each, so that some share what one of them draws. */
    public boolean isCrossed() {
        return isCrossed(values.keySet());
    }

    /** The same of what runs are repeated over. */
    public static boolean isCrossed(Collection<Repetition> repeats) {
        List<RunSeeds> seeds = repeats.stream().map(Repetition::seeds).distinct().toList();
        return seeds.stream().anyMatch(each -> !each.isOne()) && RunSeeds.of(0).byName().keySet().stream()
                .filter(purpose -> seeds.stream().map(each -> each.byName().get(purpose)).distinct().count() > 1)
                .count() > 1;
    }

    /** Of its runs those that diverged, from 0 to 1. */
    public double divergedShare() {
        return runs.isEmpty() ? 0 : (double) count(Outcome.DIVERGED) / runs.size();
    }
}
