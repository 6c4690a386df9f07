package gridrun.experiment;

import gridrun.config.FlatNames;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Structure;
import gridrun.config.Tree;
import gridrun.data.DatasetSpec;
import gridrun.nn.Architecture;
import gridrun.nn.ModelSpec;
import gridrun.train.TrainSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** From the cells of a grid to runs, seeds within a cell and folds within a seed. */
final class Grid {

    private final String experiment;
    private final Tree.Mapping base;
    private final List<Axis> axes;
    private final List<Axis> outermost;
    private final List<Repeat> repeats;
    private final boolean single;
    private final MetricCheck metrics;
    private final Problems problems;
    private final Map<String, Map<Axis, Tree>> known = new HashMap<>();
    private final Map<Tree, Object> bound = new IdentityHashMap<>();
    private final Map<Object, Canonical> canonical = new HashMap<>();
    private final Map<Object, Architecture> traced = new HashMap<>();
    private final InputCheck inputs = new InputCheck();
    private final SizeCheck sizes = new SizeCheck();
    private final Map<Axis, AxisLabels> labels = new HashMap<>();
    private final CellProblems wrong = new CellProblems();
    private final List<Overruled> overruled;
    private boolean twinsReported;

    /**
     * @param base the file's tree, the axes at their base values
     * @param single whether the file is one run and no sweep
     * @param metrics checks those that the file names
     * @param overruled what of the cases does not hold
     */
    Grid(String experiment, Tree.Mapping base, List<Axis> axes, List<Repeat> repeats, boolean single,
            MetricCheck metrics, List<Overruled> overruled, Problems problems) {
        this.experiment = experiment;
        this.base = base;
        this.axes = axes;
        this.repeats = repeats;
        this.single = single;
        this.metrics = metrics;
        this.overruled = overruled;
        this.problems = problems;
        axes.forEach(axis -> labels.put(axis, new AxisLabels(axis.values())));
        // A case, and a choice between records, is set before the parameters of what was chosen.
        outermost = axes.stream().sorted(Comparator.comparingInt(Axis::depth)).toList();
    }

    /** All runs of some cells in order; those that cannot be are among the problems. */
    List<RunSpec> expand(List<Map<Axis, Tree>> cells) {
        List<RunSpec> runs = new ArrayList<>();
        for (Map<Axis, Tree> cell : cells) {
            if (wrong.isFull() || problems.isFull()) {
                break;
            }
            configure(cell).ifPresent(runs::addAll);
            if (runs.size() > Cells.MOST) {
                problems.add(MetricCheck.origin(base, "data.folds"),
                        "the sweep has more than %,d runs; leave out values, seeds or folds".formatted(Cells.MOST));
            }
        }
        wrong.report(problems);
        return runs;
    }

    private Optional<List<RunSpec>> configure(Map<Axis, Tree> cell) {
        Tree.Mapping tree = base;
        for (Axis axis : outermost) {
            tree = axis.change().in(tree, cell.get(axis), problems);
            if (tree == null) {
                return Optional.empty();
            }
        }
        Problems found = new Problems();
        Optional<DatasetSpec> data = required(DatasetSpec.class, tree, "data", found);
        Optional<ModelSpec> model = required(ModelSpec.class, tree, "model", found);
        Optional<TrainSpec> train = part(TrainSpec.class, tree, "train", found);
        Optional<Resolution> resolved = data.isEmpty() || model.isEmpty() || train.isEmpty() ? Optional.empty()
                : Resolution.of(data.get(), model.get(), train.get(), tree, metrics, traced, inputs,
                        sizes, found);
        wrong.add(cell, found);
        return resolved.map(r -> repeat(data.get().resolved(), r.model(), r.train(), cell));
    }

    /** What the file lacks is told of the file. */
    private <T> Optional<T> required(Class<T> type, Tree.Mapping tree, String name, Problems found) {
        return tree.get(name) == null && base.get(name) == null ? Optional.empty() : part(type, tree, name, found);
    }

    /** Most cells share most of their tree, so what was bound once is not bound again. */
    private <T> Optional<T> part(Class<T> type, Tree.Mapping tree, String name, Problems found) {
        Tree given = tree.get(name) == null ? Tree.Mapping.empty(tree.origin()) : tree.get(name);
        Object before = bound.get(given);
        if (before != null) {
            return Optional.of(type.cast(before));
        }
        Optional<T> part = Schema.bind(type, given, name, found, Keys.SETTINGS);
        part.ifPresent(fresh -> bound.put(given, fresh));
        return part;
    }

    private List<RunSpec> repeat(DatasetSpec data, ModelSpec model, TrainSpec train, Map<Axis, Tree> cell) {
        List<Canonical> parts = List.of(canonical("data", DatasetSpec.class, data),
                canonical("model", ModelSpec.class, model), canonical("train", TrainSpec.class, train));
        Map<String, String> params = Canonical.params(parts);
        Map<String, String> swept = new LinkedHashMap<>();
        cell.forEach((axis, value) -> swept.put(axis.label(), labels.get(axis).of(value instanceof Tree.Mapping
                ? FlatNames.text(value)
                : params.getOrDefault(axis.name(), FlatNames.text(value)))));
        String id = Identity.configuration(parts);
        Map<Axis, Tree> twin = known.putIfAbsent(id, cell);
        if (twin != null && !twinsReported) {
            twinsReported = true;
            reportTwins(twin, cell);
        }
        int[] folds = data.folds() == 0 ? new int[1] : IntStream.rangeClosed(1, data.folds()).toArray();
        return repeats.stream().flatMap(repeat -> IntStream.of(folds).mapToObj(fold -> new RunSpec(experiment,
                single ? experiment : RunSpec.name(swept, repeat, fold), repeat.seeds(), fold, data, model, train,
                Collections.unmodifiableMap(swept), params, id, parts))).toList();
    }

    /** Cells that are equal because something of them is wrong, or did not hold, are told as that. */
    private void reportTwins(Map<Axis, Tree> one, Map<Axis, Tree> other) {
        Set<Origin> varied = base.get("sweep") == null ? Set.of() : CellProblems.origins(base.get("sweep"));
        if (problems.inOrder().stream().anyMatch(problem -> varied.contains(problem.origin()))) {
            return;
        }
        String same = "'%s' and '%s' are the same configuration".formatted(CellProblems.written(one),
                CellProblems.written(other));
        Optional<Overruled> cause = overruled.stream().filter(each -> each.isOf(one) || each.isOf(other)).findFirst();
        problems.add(cause.map(Overruled::origin).orElse(other.get(axes.get(axes.size() - 1)).origin()),
                same + cause.map(reason -> ": " + reason).orElse(""));
    }

    /** Most cells share most of their parts, so what was written once is not written again. */
    private <T> Canonical canonical(String name, Class<T> type, T part) {
        return canonical.computeIfAbsent(Structure.of(part), structure -> Canonical.of(name, type, part));
    }
}
