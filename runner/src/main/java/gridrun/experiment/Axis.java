package gridrun.experiment;

import gridrun.config.FlatNames;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Tree;
import java.util.List;
import java.util.Optional;

/**
 * One thing that varies: a setting, or the case.
 *
 * @param name in full, {@code train.learning_rate}
 * @param label short where that is unique, {@code learning_rate}
 * @param keyOrigin where it is named
 * @param values what it takes in turn
 * @param change how a value changes the file
 */
record Axis(String name, String label, Origin keyOrigin, List<Tree> values, Change change) {

    /** Puts a value into the file's tree. */
    @FunctionalInterface
    interface Change {

        /** The changed tree; null where a name leads nowhere in it, which is then among the problems. */
        Tree.Mapping in(Tree.Mapping tree, Tree value, Problems problems);
    }

    /** One setting that varies; empty where the values cannot be meant. */
    static Optional<Axis> of(Varied setting, List<Tree> values, Problems problems) {
        boolean flat = values.stream().anyMatch(value -> !(value instanceof Tree.Sequence) && !value.isNull());
        if (flat && Keys.SETTINGS.isList(setting.name())) {
            problems.add(setting.origin(), readings(setting, values));
            return Optional.empty();
        }
        return Optional.of(new Axis(setting.name(), setting.label(), setting.origin(), values,
                (tree, value, found) -> put(setting, tree, value, found)));
    }

    /** Finds what its values say of a setting that is an axis as well: that one's values are put over them. */
    void checkParts(List<Axis> axes, Problems problems) {
        axes.stream().filter(other -> other.name.startsWith(name + ".")).forEach(other -> values.stream()
                .filter(value -> Keys.SETTINGS.without(name, value, other.name) != value)
                .forEach(value -> problems.add(value.origin(),
                        "%s says %s, which is an axis as well, whose values would replace this one; leave one out"
                                .formatted(label, other.label))));
    }

    private static Tree.Mapping put(Varied setting, Tree.Mapping tree, Tree value, Problems problems) {
        Tree.Mapping changed = Keys.SETTINGS.set(tree, setting.name(), setting.origin(), value);
        if (changed == null) {
            problems.add(setting.origin(), Keys.absent(tree, setting.name()));
        }
        return changed;
    }

    private static String readings(Varied setting, List<Tree> values) {
        String one = FlatNames.text(new Tree.Sequence(values, setting.origin()));
        String each = FlatNames.text(new Tree.Sequence(values.stream()
                .map(v -> v instanceof Tree.Scalar ? new Tree.Sequence(List.of(v), v.origin()) : v).toList(),
                setting.origin()));
        return setting.label() + " is itself a list, so its axis is a list of lists; write [" + one
                + "] for the one value " + one + ", or " + each + " for " + values.size() + " values";
    }

    /** An axis is its name: a grid has no second one of it, and what it takes need not be compared. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Axis axis && axis.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    int depth() {
        return (int) name.chars().filter(c -> c == '.').count();
    }
}
