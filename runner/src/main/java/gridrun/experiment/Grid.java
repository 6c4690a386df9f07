package gridrun.experiment;

import gridrun.config.Flat;
import gridrun.config.Origin;
import gridrun.config.Problem;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Tree;
import gridrun.data.DatasetSpec;
import gridrun.nn.ModelSpec;
import gridrun.train.TrainSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The product of the axes: the first varies slowest, seeds innermost. */
final class Grid {

    /** More runs than this are taken for a mistake. */
    static final int MOST_RUNS = 100_000;

    private static final long FAR_TOO_MANY = 1L << 40;

    private final String experiment;
    private final Tree.Mapping base;
    private final List<Axis> axes;
    private final List<Axis> outermost;
    private final List<Long> seeds;
    private final boolean single;
    private final Metric metric;
    private final Problems problems;
    private final Map<String, String> known = new HashMap<>();
    private final Map<Tree, Part<?>> bound = new IdentityHashMap<>();
    private boolean twinsReported;

    /** A bound part of a configuration and its canonical tree. */
    private record Part<T>(T value, Tree tree) {
    }

    /**
     * @param base the file's tree, the axes at their base values
     * @param single whether the file is one run and no sweep
     * @param metric what is ranked, or null where the file says nothing
     */
    Grid(String experiment, Tree.Mapping base, List<Axis> axes, List<Long> seeds, boolean single, Metric metric,
         Problems problems) {
        this.experiment = experiment;
        this.base = base;
        this.axes = axes;
        this.seeds = seeds;
        this.single = single;
        this.metric = metric;
        this.problems = problems;
        // A choice between records is set before the parameters of what was chosen.
        outermost = axes.stream().sorted(Comparator.comparingInt(Axis::depth)).toList();
    }

    /** The number of runs, or more than {@link #MOST_RUNS} where they are too many. */
    long size() {
        long size = seeds.size();
        for (Axis axis : axes) {
            size = Math.min(FAR_TOO_MANY, size * axis.values().size());
        }
        return size;
    }

    /** All runs in order; those that cannot be are among the problems. */
    List<RunSpec> expand() {
        List<RunSpec> runs = new ArrayList<>();
        int[] at = new int[axes.size()];
        do {
            Map<Axis, Tree> cell = new LinkedHashMap<>();
            for (int i = 0; i < at.length; i++) {
                cell.put(axes.get(i), axes.get(i).values().get(at[i]));
            }
            configure(cell).ifPresent(runs::addAll);
        } while (advance(at));
        return runs;
    }

    private boolean advance(int[] at) {
        for (int i = at.length - 1; i >= 0; i--) {
            if (++at[i] < axes.get(i).values().size()) {
                return true;
            }
            at[i] = 0;
        }
        return false;
    }

    private Optional<List<RunSpec>> configure(Map<Axis, Tree> cell) {
        Tree.Mapping tree = base;
        for (Axis axis : outermost) {
            Tree.Mapping changed = Keys.SETTINGS.set(tree, axis.name(), axis.keyOrigin(), cell.get(axis));
            if (changed == null) {
                problems.add(axis.keyOrigin(), "there is no " + axis.name() + " in this experiment");
                return Optional.empty();
            }
            tree = changed;
        }
        Problems found = new Problems();
        Optional<Part<DatasetSpec>> data = part(DatasetSpec.class, tree, "data", found);
        Optional<Part<ModelSpec>> model = part(ModelSpec.class, tree, "model", found);
        Optional<Part<TrainSpec>> train = part(TrainSpec.class, tree, "train", found);
        if (data.isEmpty() || model.isEmpty() || train.isEmpty()) {
            report(found, cell);
            return Optional.empty();
        }
        Optional<Resolution> resolved =
                Resolution.of(data.get(), model.get(), train.get(), tree, metric, found);
        report(found, cell);
        return resolved.map(r -> repeat(data.get(), r.model(), r.train(), cell));
    }

    /** Most cells share most of their tree, so what was bound once is not bound again. */
    private <T> Optional<Part<T>> part(Class<T> type, Tree.Mapping tree, String name, Problems found) {
        Tree given = tree.get(name) == null ? Tree.Mapping.empty(tree.origin()) : tree.get(name);
        Part<?> before = bound.get(given);
        if (before != null) {
            return Optional.of(new Part<>(type.cast(before.value()), before.tree()));
        }
        Optional<Part<T>> part = Schema.bind(type, given, name, found, Keys.SETTINGS)
                .map(value -> new Part<>(value, Schema.write(type, value)));
        part.ifPresent(fresh -> bound.put(given, fresh));
        return part;
    }

    private List<RunSpec> repeat(Part<DatasetSpec> data, Part<ModelSpec> model, Part<TrainSpec> train,
            Map<Axis, Tree> cell) {
        Tree.Mapping configuration = configuration(data.tree(), model.tree(), train.tree());
        Map<String, String> params = Collections.unmodifiableMap(Flat.of(configuration));
        Map<String, String> swept = new LinkedHashMap<>();
        cell.forEach((axis, value) -> swept.put(axis.label(), value instanceof Tree.Mapping
                ? Flat.text(value)
                : params.getOrDefault(axis.name(), Flat.text(value))));
        String id = Identity.configuration(configuration);
        String twin = known.putIfAbsent(id, written(cell));
        if (twin != null && !twinsReported) {
            twinsReported = true;
            Axis last = axes.get(axes.size() - 1);
            problems.add(cell.get(last).origin(),
                    "'" + twin + "' and '" + written(cell) + "' are the same configuration");
        }
        return seeds.stream().map(seed -> new RunSpec(experiment, single ? experiment : RunSpec.name(swept, seed), seed,
                data.value(), model.value(), train.value(), Collections.unmodifiableMap(swept), params, id,
                configuration)).toList();
    }

    /** A cell as its file writes it. */
    private static String written(Map<Axis, Tree> cell) {
        return cell.entrySet().stream()
                .map(entry -> entry.getKey().label() + "=" + Flat.text(entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    /** The canonical tree of what a run's numbers depend on beside the seed. */
    static Tree.Mapping configuration(DatasetSpec data, ModelSpec model, TrainSpec train) {
        return configuration(Schema.write(DatasetSpec.class, data), Schema.write(ModelSpec.class, model),
                Schema.write(TrainSpec.class, train));
    }

    private static Tree.Mapping configuration(Tree data, Tree model, Tree train) {
        return Tree.Mapping.empty(Origin.DEFAULT)
                .with("data", Origin.DEFAULT, data)
                .with("model", Origin.DEFAULT, model)
                .with("train", Origin.DEFAULT, train);
    }

    /** Errors stand at the axis value that causes them; where that is not plain, the cell is named. */
    private void report(Problems found, Map<Axis, Tree> cell) {
        Set<Origin> values = new HashSet<>();
        cell.values().forEach(value -> collect(value, values));
        for (Problem problem : found.inOrder()) {
            if (problems.has(problem) || values.contains(problem.origin()) || cell.isEmpty()) {
                problems.add(problem.origin(), problem.message());
            } else {
                problems.add(problem.origin(), problem.message() + " (with " + written(cell) + ")");
            }
        }
    }

    private static void collect(Tree tree, Set<Origin> origins) {
        origins.add(tree.origin());
        if (tree instanceof Tree.Sequence list) {
            list.items().forEach(item -> collect(item, origins));
        } else if (tree instanceof Tree.Mapping map) {
            map.entries().values().forEach(entry -> {
                origins.add(entry.keyOrigin());
                collect(entry.value(), origins);
            });
        }
    }
}
