package gridrun.experiment;

import gridrun.config.Argument;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Tree;
import gridrun.data.DatasetSpec;
import gridrun.nn.ModelSpec;
import gridrun.train.TrainSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** From the tree of a file to its runs: what it extends, smoke settings, command line, expansion. */
final class Reading {

    private final Request request;
    private final Problems problems;
    private final List<Argument> arguments;
    private UserTags tags;

    Reading(Request request, Problems problems) {
        this.request = request;
        this.problems = problems;
        arguments = request.overrides().stream().flatMap(argument -> Argument.parse(argument, problems).stream()).toList();
    }

    /** The experiment; empty where anything is wrong. */
    Optional<Experiment> resolve(Path file, Tree.Mapping tree) {
        return new Inheritance(problems).resolve(file, tree).flatMap(this::resolve);
    }

    private Optional<Experiment> resolve(Tree.Mapping tree) {
        if (!request.smoke()) {
            checkSmoke(tree);
        }
        Draft draft = new Draft(tree, problems);
        if (request.smoke()) {
            draft.applySmoke();
        }
        if (!request.sweep()) {
            draft.dropSweep();
        }
        arguments.forEach(draft::apply);
        TagKeys.check(draft.tree(), problems);
        tags = UserTags.of(draft.tree(), request.environment(), problems);
        Optional<ExperimentSpec> spec = Schema.bind(ExperimentSpec.class, draft.tree(), "", problems, Keys.SETTINGS);
        return expand(draft, spec);
    }

    /** Expands even what could not be bound, to find the grid's errors too. */
    private Optional<Experiment> expand(Draft draft, Optional<ExperimentSpec> spec) {
        List<Axis> axes = draft.axes();
        Tree sweep = draft.tree().get("sweep");
        long first = spec.map(ExperimentSpec::seed).orElse(0L);
        List<Long> seeds = Seeds.of(sweep instanceof Tree.Mapping map ? map.get("seeds") : null, first, problems);
        boolean single = axes.isEmpty() && seeds.size() <= 1;
        String name = spec.map(ExperimentSpec::name).orElse("") + (request.smoke() ? "-smoke" : "");
        MetricCheck metrics = new MetricCheck(spec.map(ExperimentSpec::sweep).map(SweepSpec::metric).orElse(null),
                spec.map(ExperimentSpec::expect).orElse(List.of()));
        Grid grid = new Grid(
                name, draft.tree(), axes, seeds.isEmpty() ? List.of(first) : seeds, single, metrics, problems);
        if (grid.size() > Grid.MOST_RUNS) {
            problems.add(sweep == null ? draft.tree().origin() : sweep.origin(),
                    "the sweep has more than %,d runs; leave out values or seeds".formatted(Grid.MOST_RUNS));
            return Optional.empty();
        }
        List<RunSpec> runs = grid.expand();
        return problems.isEmpty() && spec.isPresent()
                ? Optional.of(experiment(spec.get(), name, draft, axes, runs, single))
                : Optional.empty();
    }

    /** Smoke settings are checked even when they are not asked for, because all errors are shown at once. */
    private void checkSmoke(Tree.Mapping tree) {
        Problems found = new Problems();
        Draft draft = new Draft(tree, found);
        draft.applySmoke();
        Schema.bind(ExperimentSpec.class, draft.tree(), "", found, Keys.SETTINGS);
        found.inOrder().forEach(problem -> problems.add(problem.origin(), problem.message()));
    }

    private Experiment experiment(ExperimentSpec spec, String name, Draft draft, List<Axis> axes, List<RunSpec> runs,
                                  boolean single) {
        List<String> names = axes.stream().map(Axis::name).toList();
        Tree.Mapping base = Canonical.tree(List.of(Canonical.of("data", DatasetSpec.class, spec.data()),
                Canonical.of("model", ModelSpec.class, spec.model()),
                Canonical.of("train", TrainSpec.class, spec.train())));
        for (String axis : names) {
            Tree.Mapping without = Keys.SETTINGS.remove(base, axis);
            base = without == null ? base : without;
        }
        Metric metric = spec.sweep() == null || spec.sweep().metric() == null
                ? Metric.usual(runs.get(0).data().signature())
                : spec.sweep().metric();
        return new Experiment(name, spec.description(), tags, spec.tracking(), metric, request.smoke(),
                single ? null : Identity.sweep(name, base, names, request.smoke()), names, runs,
                spec.expect().stream().filter(each -> each.smoke() || !request.smoke()).toList(), ResolvedFile.of(draft, name, request.smoke()));
    }
}
