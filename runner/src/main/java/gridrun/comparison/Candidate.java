package gridrun.comparison;

import gridrun.random.RunSeeds;
import gridrun.store.Outcome;
import gridrun.store.Repetition;
import gridrun.store.Run;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A configuration that is compared, or several as one.
 *
 * @param label what it is called in a sentence
 * @param runs all of it, completed or not
 * @param values the figure by what pairs it with others; of completed runs alone
 * @param undefined the keys of its completed runs whose figure is no number
 */
public record Candidate(String label, List<Run> runs, Map<Repetition, Double> values, Set<String> undefined) {

    /** One configuration. */
    public static Candidate of(String label, List<Run> runs, String figure) {
        return averaged(label, List.of(runs), figure);
    }

    /**
     * Several configurations by the mean of their figures within each pair, of those pairs in which all of them were
     * completed.
     */
    public static Candidate averaged(String label, Collection<List<Run>> configurations, String figure) {
        Map<Repetition, Double> sums = new TreeMap<>();
        Map<Repetition, Integer> counts = new TreeMap<>();
        Set<String> undefined = new HashSet<>();
        configurations.stream().flatMap(List::stream).filter(Run::isCompleted).forEach(run -> {
            if (run.hasValue(figure)) {
                sums.merge(run.repeat(), run.summary().get(figure), Double::sum);
                counts.merge(run.repeat(), 1, Integer::sum);
            } else {
                undefined.add(run.runKey());
            }
        });
        sums.keySet().removeIf(pair -> counts.get(pair) < configurations.size());
        sums.replaceAll((pair, sum) -> sum / configurations.size());
        return new Candidate(label, configurations.stream().flatMap(List::stream).toList(), sums, undefined);
    }

    /** The same compared in these pairs alone. */
    public Candidate within(Set<Repetition> pairs) {
        Map<Repetition, Double> shared = new TreeMap<>(values);
        shared.keySet().retainAll(pairs);
        return new Candidate(label, runs, shared, undefined);
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
        return new Candidate(label, runs.stream().filter(run -> first.test(run.repeat())).toList(), figures,
                undefined);
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
        return (int) runs.stream().filter(run -> run.outcome().filter(outcome::equals).isPresent()).count();
    }

    /** How many folds its data have; 1 where there are none. */
    public int folds() {
        return Math.max(1, runs.stream().mapToInt(Run::folds).max().orElse(0));
    }

    /**
     * How much the training parts of its runs overlap: n_test/n_train, of k folds 1/(k - 1); 0 without folds.
     *
     * @see gridrun.statistics.PairedT
     */
    double overlap() {
        return overlap(runs);
    }

    /** The same of a configuration's runs. */
    public static double overlap(List<Run> runs) {
        int folds = runs.stream().mapToInt(Run::folds).max().orElse(0);
        return folds == 0 ? 0 : 1.0 / (folds - 1);
    }

    /** Whether its runs have seeds of several purposes, each with each, so that some share what one of them draws. */
    public boolean isCrossed() {
        List<RunSeeds> seeds = values.keySet().stream().map(Repetition::seeds).distinct().toList();
        return seeds.stream().anyMatch(each -> !each.isOne()) && RunSeeds.of(0).byName().keySet().stream()
                .filter(purpose -> seeds.stream().map(each -> each.byName().get(purpose)).distinct().count() > 1)
                .count() > 1;
    }

    /** Of its runs those that diverged, from 0 to 1. */
    public double divergedShare() {
        return runs.isEmpty() ? 0 : (double) count(Outcome.DIVERGED) / runs.size();
    }
}
