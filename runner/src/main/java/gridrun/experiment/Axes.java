package gridrun.experiment;

import gridrun.config.Flat;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a file gives as an axis: a list of values or a range. */
final class Axes {

    private final Keys keys;
    private final Problems problems;

    Axes(Keys keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    /** Whether a tree can only be meant as a range. */
    static boolean isRange(Tree tree) {
        return tree instanceof Tree.Mapping map && (map.get("min") != null || map.get("max") != null);
    }

    /** Reads an axis; empty where something is wrong. */
    Optional<Axis> read(String name, Origin keyOrigin, Tree tree) {
        String label = keys.label(name);
        int before = problems.count();
        List<Tree> values = tree instanceof Tree.Sequence list ? list.items() : range(label, tree);
        if (problems.count() == before && values.isEmpty()) {
            problems.add(tree.origin(), label + ": an empty axis; give it at least one value");
        }
        if (keys.settings().isList(name)) {
            checkLists(label, tree, values);
        }
        Set<String> seen = new HashSet<>();
        for (Tree value : values) {
            if (!seen.add(Flat.text(value))) {
                problems.add(value.origin(), label + ": the value " + Flat.text(value) + " stands in the axis twice");
            }
        }
        return problems.count() == before ? Optional.of(Axis.setting(name, label, keyOrigin, values)) : Optional.empty();
    }

    private void checkLists(String label, Tree axis, List<Tree> values) {
        if (values.stream().anyMatch(value -> !(value instanceof Tree.Sequence) && !value.isNull())) {
            String flat = Flat.text(new Tree.Sequence(values, axis.origin()));
            String each = Flat.text(new Tree.Sequence(values.stream()
                    .map(v -> v instanceof Tree.Scalar ? new Tree.Sequence(List.of(v), v.origin()) : v).toList(),
                    axis.origin()));
            problems.add(axis.origin(), label + " is itself a list, so its axis is a list of lists; write [" + flat
                    + "] for the one value " + flat + ", or " + each + " for " + values.size() + " values");
        }
    }

    private List<Tree> range(String label, Tree tree) {
        if (!isRange(tree)) {
            problems.add(tree.origin(), label + ": an axis is a list of values, as in [0.01, 0.1], or a range,"
                    + " as in {min: 0.001, max: 0.1, log: true, count: 5}");
            return List.of();
        }
        List<Tree> values = new ArrayList<>();
        Schema.bind(Range.class, tree, "sweep.parameters." + label, problems, Keys.SETTINGS).ifPresent(range -> {
            for (BigDecimal value : range.values()) {
                values.add(Tree.Scalar.plain(plain(value), tree.origin()));
            }
        });
        return values;
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() <= 0 ? stripped.toBigInteger().toString() : stripped.toString();
    }
}
