package gridrun.effect;

import gridrun.random.RunSeeds;
import gridrun.report.Objective;
import gridrun.store.Repetition;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the spread of a configuration's runs comes from, if the purposes of random numbers have seeds of their own:
 * the components of variance of crossed random factors, estimated from mean squares (Searle, Casella and McCulloch,
 * Variance components, 1992), with these pooled over the configurations. The highest interaction is what is left.
 *
 * @param objective what is analysed
 * @param configurations over how many the mean squares are
 * @param sources each purpose and each interaction
 */
public record Components(Objective objective, int configurations, List<Source> sources) {

    /**
     * One source of variance.
     *
     * @param name the purposes, {@code split x init}
     * @param seeds how many it is estimated from in a configuration
     * @param variance of a run by this source; not below 0
     * @param share of all sources' variance, from 0 to 1
     */
    public record Source(String name, int seeds, double variance, double share) {
    }

    /** The components; empty where no purpose has several seeds of its own, or a run has no figure. */
    public static Optional<Components> of(Objective objective, List<Run> runs) {
        List<Factor> purposes = purposes(runs);
        if (purposes.isEmpty()) {
            return Optional.empty();
        }
        Collection<List<Run>> configurations = runs.stream()
                .collect(Collectors.groupingBy(Run::configId, LinkedHashMap::new, Collectors.toList())).values();
        Map<String, double[]> squares = new LinkedHashMap<>();
        Map<String, Integer> degrees = new LinkedHashMap<>();
        for (List<Run> configuration : configurations) {
            double[] values = values(objective.ranked().name(), configuration, purposes);
            if (Arrays.stream(values).anyMatch(value -> !Double.isFinite(value))) {
                return Optional.empty();
            }
            Layout layout = new Layout(purposes, List.of(Repetition.of(0, 0)), values);
            for (Interaction.Term term : new Interaction(layout).terms(purposes.size())) {
                squares.computeIfAbsent(term.name(), name -> new double[1])[0] += term.squares();
                degrees.put(term.name(), term.degrees());
            }
        }
        Map<Set<String>, Double> meanSquares = new LinkedHashMap<>();
        squares.forEach((name, sum) -> meanSquares.put(Set.of(name.split(" x ")),
                sum[0] / degrees.get(name) / configurations.size()));
        return Optional.of(new Components(objective, configurations.size(),
                sources(List.copyOf(squares.keySet()), meanSquares, purposes)));
    }

    /** The expected mean squares, solved from the highest interaction down. */
    private static List<Source> sources(List<String> names, Map<Set<String>, Double> meanSquares,
            List<Factor> purposes) {
        double[] variances = new double[names.size()];
        for (int i = 0; i < variances.length; i++) {
            Set<String> own = Set.of(names.get(i).split(" x "));
            double sum = 0;
            for (Map.Entry<Set<String>, Double> other : meanSquares.entrySet()) {
                if (other.getKey().containsAll(own)) {
                    sum += ((other.getKey().size() - own.size()) % 2 == 0 ? 1 : -1) * other.getValue();
                }
            }
            variances[i] = Math.max(0, sum / repeats(own, purposes));
        }
        double total = Layout.sum(variances);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < variances.length; i++) {
            Set<String> own = Set.of(names.get(i).split(" x "));
            int seeds = purposes.stream().filter(purpose -> own.contains(purpose.name()))
                    .mapToInt(purpose -> purpose.levels().size()).reduce(1, (a, b) -> a * b);
            sources.add(new Source(names.get(i), seeds, variances[i], total == 0 ? 0 : variances[i] / total));
        }
        return List.copyOf(sources);
    }

    /** How many runs of a configuration share what the purposes have drawn. */
    private static int repeats(Set<String> own, List<Factor> purposes) {
        return purposes.stream().filter(purpose -> !own.contains(purpose.name()))
                .mapToInt(purpose -> purpose.levels().size()).reduce(1, (a, b) -> a * b);
    }

    private static List<Factor> purposes(List<Run> runs) {
        List<RunSeeds> seeds = runs.stream().map(run -> run.repeat().seeds()).distinct().toList();
        if (seeds.stream().allMatch(RunSeeds::isOne)) {
            return List.of();
        }
        List<Factor> purposes = new ArrayList<>();
        for (String purpose : seeds.get(0).byName().keySet()) {
            List<String> levels = seeds.stream().map(each -> level(each, purpose)).distinct().toList();
            if (levels.size() > 1) {
                purposes.add(new Factor(List.of(purpose), levels));
            }
        }
        return purposes;
    }

    private static String level(RunSeeds seeds, String purpose) {
        return Long.toString(seeds.byName().get(purpose));
    }

    /** A configuration's figures, the mean over the folds where there are any; not a number where one is missing. */
    private static double[] values(String figure, List<Run> runs, List<Factor> purposes) {
        int cells = purposes.stream().mapToInt(purpose -> purpose.levels().size()).reduce(1, (a, b) -> a * b);
        double[] values = new double[cells];
        int[] counts = new int[cells];
        for (Run run : runs) {
            RunSeeds seeds = run.repeat().seeds();
            int cell = 0;
            for (Factor purpose : purposes) {
                cell = cell * purpose.levels().size() + purpose.levels().indexOf(level(seeds, purpose.name()));
            }
            values[cell] += run.isCompleted() ? run.summary().getOrDefault(figure, Double.NaN) : Double.NaN;
            counts[cell]++;
        }
        int each = Math.max(1, runs.get(0).folds());
        for (int cell = 0; cell < cells; cell++) {
            values[cell] = counts[cell] == each ? values[cell] / each : Double.NaN;
        }
        return values;
    }
}
