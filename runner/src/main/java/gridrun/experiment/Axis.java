package gridrun.experiment;

import gridrun.config.Origin;
import gridrun.config.Tree;
import java.util.List;

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

        /** The changed tree; null where the name leads nowhere in it. */
        Tree.Mapping in(Tree.Mapping tree, Tree value);
    }

    /** One setting that varies. */
    static Axis setting(String name, String label, Origin keyOrigin, List<Tree> values) {
        return new Axis(name, label, keyOrigin, values, (tree, value) -> Keys.SETTINGS.set(tree, name, keyOrigin, value));
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
