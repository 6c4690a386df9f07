package gridrun.experiment;

import gridrun.comparison.Selector;
import gridrun.comparison.Terms;
import gridrun.config.Argument;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Tree;
import gridrun.data.DatasetSpec;
import gridrun.nn.ModelSpec;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.PairedTest;
import gridrun.train.TrainSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the tree of a file to its runs: what it extends, smoke settings, command line, expansion. */
final class ExperimentReader {

    private static final String OVERLAP = " takes %s for independent, but folds share most of what they are trained "
            + "on; write t, which is corrected for that";

    private final Request request;
    private final Problems problems;
    private final List<Argument> arguments;
    private Path file;
    private UserTags tags;
    private final List<Overruled> bySmoke = new ArrayList<>();
    private final List<Overruled> byArguments = new ArrayList<>();

    ExperimentReader(Request request, Problems problems) {
        this.request = request;
        this.problems = problems;
        arguments =
                request.overrides().stream().flatMap(argument -> Argument.parse(argument, problems).stream()).toList();
    }

    /** The experiment; empty where anything is wrong. */
    Optional<Experiment> resolve(Path file, Tree.Mapping tree) {
        this.file = file;
        return new Inheritance(problems).resolve(file, tree).flatMap(this::resolve);
    }

    private Optional<Experiment> resolve(Tree.Mapping tree) {
        if (!request.smoke()) {
            checkSmoke(tree);
        }
        if (request.sweep()) {
            checkSweep(tree);
        }
        ExperimentDraft draft = new ExperimentDraft(tree);
        if (request.smoke()) {
            bySmoke.addAll(Overruled.smoke(tree));
            draft = draft.withSmoke(problems);
        }
        if (!request.sweep()) {
            draft = draft.withoutSweep();
        }
        byArguments.addAll(Overruled.arguments(arguments, draft.tree()));
        draft = draft.with(arguments, problems);
        Covered covered = new Covered(draft.tree(), problems);
        if (request.smoke()) {
            covered.checkSmoke();
        }
        covered.check(arguments);
        draft = draft.settled(problems);
        TagKeys.check(draft.tree(), problems);
        tags = UserTags.of(draft.tree(), request.environment(), problems);
        return expand(draft, Schema.bind(ExperimentSpec.class, draft.tree(), "", problems, Keys.SETTINGS));
    }

    /** Expands even what could not be bound, to find the grid's errors too. */
    private Optional<Experiment> expand(ExperimentDraft draft, Optional<ExperimentSpec> spec) {
        SweepSpec sweep = SweepSpec.of(draft.tree(), problems);
        List<Dimension> dimensions = sweep.dimensions(problems);
        List<Axis> axes = Dimension.axes(dimensions);
        long repeats = sweep.seeds() == null ? 1 : sweep.seeds().size();
        if (Cells.count(dimensions) * repeats > Cells.MOST) {
            problems.add(draft.tree().get("sweep").origin(),
                    "the sweep has more than %,d runs; leave out values or seeds".formatted(Cells.MOST));
            return Optional.empty();
        }
        boolean single = axes.isEmpty() && repeats <= 1 && spec.map(each -> each.data().folds()).orElse(0) == 0;
        String name = spec.map(ExperimentSpec::name).orElse("") + (request.smoke() ? "-smoke" : "");
        MetricCheck metrics =
                new MetricCheck(sweep.metric(), sweep.metrics(), spec.map(ExperimentSpec::expect).orElse(List.of()));
        List<Map<Axis, Tree>> cells = sweep.cells(dimensions);
        Seed first = spec.map(ExperimentSpec::seed).orElse(new Seed.One(0));
        List<Repeat> seeds = sweep.seeds() == null ? List.of(Repeat.of(first)) : sweep.seeds().from(first);
        List<RunSpec> runs = new Grid(name, draft.tree(), axes, seeds, single, metrics,
                Stream.of(byArguments, bySmoke).flatMap(List::stream).toList(), problems).expand(cells);
        if (request.isPlain()) {
            checkSelectors(draft.tree(), spec, runs);
        }
        if (runs.stream().anyMatch(run -> run.fold() > 0)) {
            checkFolds(sweep, MetricCheck.origin(draft.tree(), "sweep.interval"),
                    MetricCheck.origin(draft.tree(), "sweep.paired_test"));
        }
        if (sweep.seeds() instanceof Race race) {
            Origin origin = MetricCheck.origin(draft.tree(), "sweep.seeds");
            race.check(sweep.terms(first, cells.size()), problems, origin);
            if (!runs.isEmpty()) {
                new UnitCheck(ranked(sweep, runs).quantity(), runs).checkRace(problems, origin);
            }
        }
        int excluded = (int) Cells.count(dimensions) - cells.size();
        return problems.isEmpty() && spec.isPresent()
                ? Optional.of(experiment(spec.get(), name, draft, axes, excluded, runs, single))
                : Optional.empty();
    }

    /** Folds need what is corrected for their overlap. */
    private void checkFolds(SweepSpec sweep, Origin interval, Origin test) {
        if (sweep.interval() == MeanInterval.Method.BOOTSTRAP) {
            problems.add(interval, "sweep.interval: the bootstrap" + OVERLAP.formatted("runs"));
        }
        if (sweep.pairedTest() != PairedTest.Choice.T) {
            problems.add(test, "sweep.paired_test: the " + sweep.pairedTest().test().title()
                    + OVERLAP.formatted("pairs"));
        }
    }

    /** What a file compares is there; the command line may leave some of it out. */
    private void checkSelectors(Tree.Mapping tree, Optional<ExperimentSpec> spec, List<RunSpec> runs) {
        if (spec.isEmpty() || runs.isEmpty() || !problems.isEmpty()) {
            return;
        }
        if (spec.get().sweep() != null && spec.get().sweep().seeds() instanceof Race
                && runs.stream().map(RunSpec::configId).distinct().count() == 1) {
            problems.add(MetricCheck.origin(tree, "sweep.seeds"), "sweep.seeds: a race takes two configurations at "
                    + "least, and here is one; vary something, or give seeds a number");
        }
        SweepSpec sweep = SweepSpec.of(tree, new Problems());
        if (sweep.baseline() != null) {
            check(sweep.baseline().selector(), "sweep.baseline", MetricCheck.origin(tree, "sweep.baseline"), runs);
        }
        UnitCheck units = new UnitCheck(ranked(sweep, runs).quantity(), runs);
        List<Expectation> expectations = spec.get().expect();
        for (int i = 0; i < expectations.size(); i++) {
            Claim claim = expectations.get(i).claim();
            if (claim != null) {
                Origin origin = tree.get("expect") instanceof Tree.Sequence list ? list.items().get(i).origin()
                        : tree.origin();
                check(claim.one(), "expect", origin, runs);
                check(claim.other(), "expect", origin, runs);
                units.check(claim, problems, origin);
            }
        }
    }

    private void check(Selector selector, String setting, Origin origin, List<RunSpec> runs) {
        if (runs.stream().noneMatch(run -> selector.matches(run.swept(), run.params()))) {
            Map<String, Set<String>> varies = new LinkedHashMap<>();
            runs.forEach(run -> run.swept().forEach((axis, value) -> varies
                    .computeIfAbsent(axis, name -> new LinkedHashSet<>()).add(value)));
            problems.add(origin, "%s: no configuration has %s; what varies is %s".formatted(setting, selector,
                    varies.isEmpty() ? "nothing" : varies.entrySet().stream()
                            .map(axis -> axis.getKey() + " (" + String.join(", ", axis.getValue()) + ")")
                            .collect(Collectors.joining(", "))));
        }
    }

    /** Smoke settings are checked even when they are not asked for, because all errors are shown at once. */
    private void checkSmoke(Tree.Mapping tree) {
        Problems found = new Problems();
        ExperimentDraft draft = new ExperimentDraft(tree).withSmoke(found);
        new Covered(draft.tree(), found).checkSmoke();
        Schema.bind(ExperimentSpec.class, draft.tree(), "", found, Keys.SETTINGS);
        problems.addAll(found);
    }

    /** What a file varies is checked as it stands there, even where the command line varies something else. */
    private void checkSweep(Tree.Mapping tree) {
        Problems found = new Problems();
        SweepSpec.of(tree, found).check(found);
        problems.addAll(found);
    }

    /** What a file's sweep names, or what is usual for its data. */
    private static RankedMetric ranked(SweepSpec sweep, List<RunSpec> runs) {
        return sweep != null && sweep.metric() != null ? sweep.metric()
                : RankedMetric.usual(runs.get(0).data().signature());
    }

    private Experiment experiment(ExperimentSpec spec, String name, ExperimentDraft draft, List<Axis> axes,
            int excluded,
            List<RunSpec> runs, boolean single) {
        List<String> names = axes.stream().map(Axis::name).toList();
        Tree.Mapping base = Canonical.tree(List.of(Canonical.of("data", DatasetSpec.class, spec.data()),
                Canonical.of("model", ModelSpec.class, spec.model()),
                Canonical.of("train", TrainSpec.class, spec.train())));
        for (String axis : names) {
            Tree.Mapping without = Keys.SETTINGS.remove(base, axis);
            base = without == null ? base : without;
        }
        RankedMetric metric = ranked(spec.sweep(), runs);
        return new Experiment(file, name, spec.title(), spec.description(), tags, spec.checkpoint(), spec.plots(),
                spec.tracking(),
                metric, spec.sweep() == null ? Terms.USUAL : spec.sweep().terms(spec.seed(),
                        (int) runs.stream().map(RunSpec::configId).distinct().count()),
                request.smoke(),
                single ? null : Identity.sweep(name, base, names, request.smoke()), names, excluded,
                byArguments.stream().map(Overruled::toString).toList(), runs,
                spec.expect().stream().filter(each -> each.smoke() || !request.smoke()).toList(),
                ResolvedFile.of(draft, name, request.smoke()));
    }
}
