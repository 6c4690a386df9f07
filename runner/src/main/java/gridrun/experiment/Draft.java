package gridrun.experiment;

import gridrun.config.Argument;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file while smoke settings and the command line change it: the tree, and the axes by their full names. */
final class Draft {

    private final Keys keys;
    private final Problems problems;
    private final Map<String, Tree.Entry> axes = new LinkedHashMap<>();
    private final Cases cases;
    private Tree.Mapping tree;

    Draft(Tree.Mapping tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
        keys = new Keys(problems);
        Tree sweep = tree.get("sweep");
        Tree parameters = sweep instanceof Tree.Mapping map ? map.get("parameters") : null;
        if (parameters instanceof Tree.Mapping map) {
            map.entries().forEach((key, entry) ->
                    keys.axis(key, entry.keyOrigin()).ifPresent(name -> addAxis(name, entry)));
        } else if (parameters != null && !parameters.isNull()) {
            problems.add(parameters.origin(), "sweep.parameters: expected a map from settings to their values");
        }
        cases = new Cases(sweep, keys, problems);
    }

    private void addAxis(String name, Tree.Entry entry) {
        if (axes.putIfAbsent(name, entry) != null) {
            problems.add(entry.keyOrigin(), "the axis " + name + " stands here for the second time");
        }
    }

    /** The file, with the only case where there is one only. */
    Tree.Mapping tree() {
        return cases.alone(tree);
    }

    Cases cases() {
        return cases;
    }

    /** The axes as they were given, by full names. */
    Map<String, Tree.Entry> given() {
        return axes;
    }

    /** The axes that can be read. */
    List<Axis> axes() {
        Axes reader = new Axes(keys, problems);
        List<Axis> all = new ArrayList<>();
        axes.forEach((name, entry) -> reader.read(name, entry.keyOrigin(), entry.value()).ifPresent(all::add));
        cases.axis().ifPresent(all::add);
        return all;
    }

    /** Applies the file's smoke settings. */
    void applySmoke() {
        Tree smoke = tree.get("smoke");
        if (smoke instanceof Tree.Mapping map) {
            map.entries().forEach((key, entry) -> keys.override(key, entry.keyOrigin())
                    .ifPresent(name -> set(name, entry.keyOrigin(), entry.value())));
        } else if (smoke != null && !smoke.isNull()) {
            problems.add(smoke.origin(), "smoke: expected a map from settings to values");
        }
    }

    /** Leaves out what the file varies, and its seeds. */
    void dropSweep() {
        axes.clear();
        cases.clear();
        for (String name : List.of("sweep.parameters", "sweep.cases", "sweep.seeds")) {
            tree = Keys.SETTINGS.remove(tree, name);
        }
    }

    /** Applies one override of the command line. */
    void apply(Argument argument) {
        if (argument.key().equals(Cases.NAME)) {
            cases.choose(argument);
            return;
        }
        keys.override(argument.key(), argument.keyOrigin()).ifPresent(name -> {
            if (argument.isRemoval()) {
                remove(name, argument.keyOrigin());
            } else if (argument.values().size() == 1) {
                set(name, argument.keyOrigin(), argument.values().get(0));
            } else {
                several(name, argument);
            }
        });
    }

    private void several(String name, Argument argument) {
        Tree.Sequence values = new Tree.Sequence(argument.values(), argument.values().get(0).origin());
        if (name.equals("sweep.seeds")) {
            put(name, argument.keyOrigin(), values);
        } else if (Keys.canVary(name)) {
            cases.release(name);
            axes.put(name, new Tree.Entry(argument.keyOrigin(), values));
        } else {
            problems.add(argument.keyOrigin(), "'" + argument.key() + "' cannot vary, so it takes one value; put a text"
                    + " with a comma in quotes");
        }
    }

    private void set(String name, Origin keyOrigin, Tree value) {
        if (Keys.SETTINGS.names().contains(name) && Keys.varies(name) && isAxis(name, value)) {
            cases.release(name);
            axes.put(name, new Tree.Entry(keyOrigin, value));
        } else if (value instanceof Tree.Mapping map && Keys.SETTINGS.isPart(name, value)) {
            map.entries().forEach((key, entry) -> set(name + "." + key, entry.keyOrigin(), entry.value()));
        } else {
            axes.remove(name);
            cases.release(name);
            put(name, keyOrigin, value);
        }
    }

    /** Several values, in the form that a list of values has for this setting. */
    private static boolean isAxis(String name, Tree value) {
        if (value instanceof Tree.Sequence list) {
            return !Keys.SETTINGS.isList(name)
                    || !list.items().isEmpty() && list.items().stream().allMatch(Tree.Sequence.class::isInstance);
        }
        return !Keys.SETTINGS.isMap(name) && Axes.isRange(value);
    }

    private void remove(String name, Origin origin) {
        axes.remove(name);
        cases.release(name);
        replace(Keys.SETTINGS.remove(tree, name), name, origin);
    }

    private void put(String name, Origin origin, Tree value) {
        replace(Keys.SETTINGS.set(tree, name, origin, value), name, origin);
    }

    private void replace(Tree.Mapping changed, String name, Origin origin) {
        if (changed == null) {
            problems.add(origin, "there is no " + name + " in this experiment");
        } else {
            tree = changed;
        }
    }
}
