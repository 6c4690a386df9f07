package gridrun.report;

import gridrun.comparison.Candidate;
import gridrun.comparison.Comparisons;
import gridrun.comparison.Race;
import gridrun.comparison.Resampling;
import gridrun.comparison.Selector;
import gridrun.comparison.Terms;
import gridrun.metric.Goal;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.Statistic;
import gridrun.store.Outcome;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The configurations of a sweep, best first.
 *
 * <p>A configuration's figures are those of its completed runs. One of which a run diverged never ranks above one of
 * which none did; among those, the fewer diverged the better. Ties stay in the order of the plan. In a race those that
 * were in it longer rank above the others, for the means of fewer seeds are of other data.
 *
 * @param objective what they are ranked by
 * @param rows one a configuration
 * @param race by which they got their seeds; empty where all got the same
 */
public record Ranking(Objective objective, List<Row> rows, Optional<Race> race) {

    /**
     * One configuration.
     *
     * @param rank from 1
     * @param runs its runs, in the order of the plan
     * @param figure the objective over its completed runs
     * @param overlap how much its runs' training parts have in common, which every interval asks
     */
    public record Row(int rank, List<Run> runs, Statistic figure, double overlap) {

        /** The configuration's identity. */
        public String configId() {
            return runs.get(0).configId();
        }

        /** The axes' short names with this configuration's values. */
        public Map<String, String> swept() {
            return runs.get(0).swept();
        }

        /** How many of its runs had this outcome. */
        public int count(Outcome outcome) {
            return (int) runs.stream().filter(run -> run.has(outcome)).count();
        }

        private double divergedShare() {
            return (double) count(Outcome.DIVERGED) / runs.size();
        }

        /**
         * Where the mean of a metric is; empty where it is of fewer than two runs.
         *
         * @param terms say with what confidence, and how it is found
         */
        public Optional<MeanInterval> interval(String metric, Terms terms) {
            return terms.interval(metric, values(runs, metric), overlap);
        }

        /** A metric over the completed runs. */
        public Statistic statistic(String metric) {
            return Ranking.statistic(runs, metric);
        }
    }

    /** Ranks runs, given in the order of the plan. */
    public static Ranking of(Objective objective, List<Run> runs) {
        Map<String, List<Run>> configurations = new LinkedHashMap<>();
        for (Run run : runs) {
            configurations.computeIfAbsent(run.configId(), id -> new ArrayList<>()).add(run);
        }
        List<Row> groups = configurations.values().stream()
                .map(group -> new Row(0, List.copyOf(group), statistic(group, objective.ranked().name()),
                        Resampling.overlap(group)))
                .toList();
        Optional<Race> race = objective.race(runs);
        List<Row> sorted = groups.stream().sorted(Comparator.<Row>comparingInt(row -> -race.map(
                each -> each.seedsOf(row.configId())).orElse(0)).thenComparing(order(objective))).toList();
        List<Row> ranked = new ArrayList<>();
        for (Row row : sorted) {
            ranked.add(new Row(ranked.size() + 1, row.runs(), row.figure(), row.overlap()));
        }
        return new Ranking(objective, List.copyOf(ranked), race);
    }

    private static Statistic statistic(List<Run> runs, String metric) {
        return Statistic.of(values(runs, metric));
    }

    private static double[] values(List<Run> runs, String metric) {
        double[] values = new double[runs.size()];
        int completed = 0;
        for (Run run : runs) { // of thousands, and for each column
            if (run.isCompleted()) {
                values[completed++] = run.summary().getOrDefault(metric, Double.NaN);
            }
        }
        return Arrays.copyOf(values, completed);
    }

    /**
     * Its configurations compared with the best, or with the baseline where one of them is that; of several that fit
     * it, with the one that ranks first. Empty where there are not two, or none has a value.
     */
    public Optional<Comparisons> comparisons() {
        if (rows.size() < 2 || winner() == null) {
            return Optional.empty();
        }
        List<String> labels = Labels.of(rows.stream().map(Row::swept).toList());
        List<Candidate> candidates = IntStream.range(0, rows.size()).mapToObj(i -> Candidate.of(labels.get(i),
                rows.get(i).runs(), objective.ranked().name(), objective.terms().pairing())).toList();
        if (race.isPresent()) {
            return Optional.of(Comparisons.of(candidates, race.get(), objective.goal(), objective.terms()));
        }
        OptionalInt baseline = baseline();
        return Optional.of(Comparisons.of(candidates, baseline.orElse(0), baseline.isPresent(), objective.goal(),
                objective.terms()));
    }

    private OptionalInt baseline() {
        Selector baseline = objective.terms().baseline();
        return baseline == null ? OptionalInt.empty() : IntStream.range(0, rows.size())
                .filter(i -> baseline.matches(rows.get(i).runs().get(0))).findFirst();
    }

    private static Comparator<Row> order(Objective objective) {
        Comparator<Row> byMean = Comparator.comparingDouble(row -> row.figure().mean());
        return Comparator.<Row, Boolean>comparing(row -> row.figure().isEmpty())
                .thenComparingDouble(Row::divergedShare)
                .thenComparing(objective.goal() == Goal.MAXIMIZE ? byMean.reversed() : byMean);
    }

    /** The best configuration, or null where none has a value. */
    public Row winner() {
        return rows.isEmpty() || rows.get(0).figure().isEmpty() ? null : rows.get(0);
    }
}
