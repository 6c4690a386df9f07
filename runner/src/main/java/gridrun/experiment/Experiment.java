package gridrun.experiment;

import gridrun.config.Argument;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Tree;
import gridrun.config.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An experiment file with its overrides, expanded into runs.
 *
 * @param name the experiment's, with {@code -smoke} for smoke runs
 * @param description what is asked; null for nothing
 * @param tracking the MLflow server's address, {@code none}, or null for the usual one
 * @param metric what is ranked
 * @param smoke whether the smoke settings are applied
 * @param sweepId the identity of the sweep; null for a single run
 * @param axes the full names of what varies
 * @param runs all runs in order
 */
public record Experiment(
        String name, String description, String tracking, Metric metric, boolean smoke, String sweepId,
        List<String> axes, List<RunSpec> runs) {

    /** Whether there is one run only, which belongs to no sweep. */
    public boolean isSingle() {
        return sweepId == null;
    }

    /**
     * Reads a file.
     *
     * @param overrides {@code key=value}, {@code key=a,b}, {@code ~key}, from the command line
     * @param smoke whether to apply the file's smoke settings
     * @return the experiment; empty where anything is wrong, all of which is then among the problems
     */
    public static Optional<Experiment> read(Path file, List<String> overrides, boolean smoke, Problems problems) {
        List<Argument> arguments = overrides.stream()
                .flatMap(argument -> Argument.parse(argument, problems).stream()).toList();
        return new YamlReader(problems).read(file).flatMap(tree -> resolve(tree, arguments, smoke, problems));
    }

    /** Reads a file's text, named as {@code source} in errors. */
    public static Optional<Experiment> parse(
            String source, String text, List<String> overrides, boolean smoke, Problems problems) {
        List<Argument> arguments = overrides.stream()
                .flatMap(argument -> Argument.parse(argument, problems).stream()).toList();
        return new YamlReader(problems).map(source, text).flatMap(tree -> resolve(tree, arguments, smoke, problems));
    }

    private static Optional<Experiment> resolve(
            Tree.Mapping tree, List<Argument> arguments, boolean smoke, Problems problems) {
        if (!smoke) {
            checkSmoke(tree, problems);
        }
        Draft draft = new Draft(tree, problems);
        if (smoke) {
            draft.applySmoke();
        }
        arguments.forEach(draft::apply);
        List<Axis> axes = draft.axes();
        Optional<ExperimentSpec> spec = Schema.bind(ExperimentSpec.class, draft.tree(), "", problems, Keys.SETTINGS);
        Tree sweep = draft.tree().get("sweep");
        Tree seedsTree = sweep instanceof Tree.Mapping map ? map.get("seeds") : null;
        long first = spec.map(ExperimentSpec::seed).orElse(0L);
        List<Long> seeds = Seeds.of(seedsTree, first, problems);
        boolean single = axes.isEmpty() && seeds.size() <= 1;
        String name = spec.map(ExperimentSpec::name).orElse("") + (smoke ? "-smoke" : "");
        Metric metric = spec.map(ExperimentSpec::sweep).map(SweepSpec::metric).orElse(null);
        Grid grid = new Grid(
                name, draft.tree(), axes, seeds.isEmpty() ? List.of(first) : seeds, single, metric, problems);
        if (grid.size() > Grid.MOST_RUNS) {
            problems.add(sweep == null ? draft.tree().origin() : sweep.origin(),
                    "the sweep has more than %,d runs; leave out values or seeds".formatted(Grid.MOST_RUNS));
            return Optional.empty();
        }
        List<RunSpec> runs = grid.expand();
        return problems.isEmpty() && spec.isPresent()
                ? Optional.of(of(spec.get(), name, axes, runs, smoke, single))
                : Optional.empty();
    }

    /** Smoke settings are checked even when they are not asked for, because all errors are shown at once. */
    private static void checkSmoke(Tree.Mapping tree, Problems problems) {
        Problems found = new Problems();
        Draft draft = new Draft(tree, found);
        draft.applySmoke();
        Schema.bind(ExperimentSpec.class, draft.tree(), "", found, Keys.SETTINGS);
        found.inOrder().forEach(problem -> problems.add(problem.origin(), problem.message()));
    }

    private static Experiment of(
            ExperimentSpec spec, String name, List<Axis> axes, List<RunSpec> runs, boolean smoke, boolean single) {
        List<String> names = axes.stream().map(Axis::name).toList();
        Tree.Mapping base = Grid.configuration(spec.data(), spec.model(), spec.train());
        for (String axis : names) {
            Tree.Mapping without = Keys.SETTINGS.remove(base, axis);
            base = without == null ? base : without;
        }
        Metric metric = spec.sweep() == null || spec.sweep().metric() == null
                ? Metric.usual(spec.data().signature())
                : spec.sweep().metric();
        return new Experiment(name, spec.description(), spec.tracking(), metric, smoke,
                single ? null : Identity.sweep(name, base, names, smoke), names, runs);
    }
}
