package gridrun.effect;

import gridrun.report.Figures;
import gridrun.store.Repeats;
import gridrun.store.Repetition;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The figures of a full grid: one for every combination of levels and every repeat of it: a seed, and fold.
 *
 * @param factors the slowest first
 * @param seeds those that all configurations have
 * @param values by combination, in each by seed: {@code values[cell * seeds + seed]}
 */
record Layout(List<Factor> factors, List<Repetition> seeds, double[] values) {

    /** Results that are no full grid. The message says what is missing. */
    static final class Incomplete extends Exception {

        private static final long serialVersionUID = 1;

        Incomplete(String message) {
            super(message);
        }
    }

    /**
     * Lays out the results of a sweep.
     *
     * @param figure such as {@code best.val_accuracy}
     * @param runs in the order of the plan
     * @throws Incomplete where a combination or a figure is missing
     */
    static Layout of(String figure, List<Run> runs) throws Incomplete {
        List<Map<String, String>> configurations = Factor.configurations(runs);
        List<Factor> factors = Factor.of(configurations);
        long cells = factors.stream().mapToLong(factor -> factor.levels().size()).reduce(1, Math::multiplyExact);
        if (cells != configurations.size()) {
            throw new Incomplete("the grid has %s of %s combinations".formatted(
                    Figures.grouped(configurations.size()), Figures.grouped(cells)));
        }
        checkFigures(figure, runs);
        Map<String, Set<Repetition>> seedsOf = runs.stream().collect(Collectors.groupingBy(Run::configId,
                Collectors.mapping(Run::repeat, Collectors.toSet())));
        Set<Repetition> shared = new HashSet<>(runs.stream().map(Run::repeat).toList());
        seedsOf.values().forEach(shared::retainAll);
        List<Repetition> seeds = runs.stream().map(Run::repeat).distinct().filter(shared::contains).toList();
        if (seeds.isEmpty()) {
            throw new Incomplete("no %s is common to all configurations".formatted(Repeats.of(runs).one()));
        }
        return new Layout(factors, seeds, values(figure, runs, factors, seeds, (int) cells));
    }

    private static void checkFigures(String figure, List<Run> runs) throws Incomplete {
        Map<String, Long> without = runs.stream()
                .filter(run -> !run.isCompleted() || !Double.isFinite(run.summary().getOrDefault(figure, Double.NaN)))
                .collect(Collectors.groupingBy(Run::status, TreeMap::new, Collectors.counting()));
        if (!without.isEmpty()) {
            List<String> parts = new ArrayList<>();
            without.forEach((status, count) -> parts.add(Figures.grouped(count) + " " + status));
            throw new Incomplete("of %s not all have %s: %s".formatted(Figures.counted(runs.size(), "run"), figure,
                    String.join(", ", parts)));
        }
    }

    private static double[] values(String figure, List<Run> runs, List<Factor> factors, List<Repetition> seeds,
            int cells) {
        Map<Repetition, Integer> places = new HashMap<>();
        seeds.forEach(seed -> places.put(seed, places.size()));
        double[] values = new double[cells * seeds.size()];
        for (Run run : runs) {
            int cell = 0;
            for (Factor factor : factors) {
                cell = cell * factor.levels().size() + factor.levelOf(run);
            }
            if (places.containsKey(run.repeat())) {
                values[cell * seeds.size() + places.get(run.repeat())] = run.summary().get(figure);
            }
        }
        return values;
    }

    int cells() {
        return values.length / seeds.size();
    }

    /** The level of a factor in a combination. */
    int level(int cell, int factor) {
        int rest = cell;
        for (int i = factors.size() - 1; i > factor; i--) {
            rest /= factors.get(i).levels().size();
        }
        return rest % factors.get(factor).levels().size();
    }

    /** The mean of all. */
    double mean() {
        return sum(values) / values.length;
    }

    /** Each combination's mean over the seeds. */
    double[] meansOfCells() {
        double[] means = new double[cells()];
        for (int cell = 0; cell < means.length; cell++) {
            means[cell] = sum(Arrays.copyOfRange(values, cell * seeds.size(), (cell + 1) * seeds.size()))
                    / seeds.size();
        }
        return means;
    }

    /**
     * Each seed's mean over the combinations that have a level.
     *
     * @param factor its place; -1 for all combinations
     */
    double[] meansOfSeeds(int factor, int level) {
        double[] means = new double[seeds.size()];
        int count = 0;
        for (int cell = 0; cell < cells(); cell++) {
            if (factor < 0 || level(cell, factor) == level) {
                count++;
                for (int seed = 0; seed < means.length; seed++) {
                    means[seed] += values[cell * means.length + seed];
                }
            }
        }
        for (int seed = 0; seed < means.length; seed++) {
            means[seed] /= count;
        }
        return means;
    }

    /** The sum of squares of what is left of each figure without its combination's mean and its seed's. */
    double residual() {
        double[] ofCells = meansOfCells();
        double[] ofSeeds = meansOfSeeds(-1, 0);
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double left = values[i] - ofCells[i / ofSeeds.length] - ofSeeds[i % ofSeeds.length] + mean;
            sum += left * left;
        }
        return sum;
    }

    /** In order, so that it is the same on every JDK. */
    static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
