package gridrun.experiment;

import gridrun.config.Argument;
import gridrun.config.Flat;
import gridrun.config.Kind;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Spelling;
import gridrun.config.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cases of a sweep: one axis of named bundles of settings, each put over the file as a file is over one that it extends.
 */
final class Cases {

    /** The axis's name. */
    static final String NAME = "case";

    private static final String SETTING = "sweep.cases";
    static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]*";

    /** A case: where it is named, and its settings by full names. */
    private record Bundle(Origin keyOrigin, Map<String, Tree.Entry> settings) {
    }

    private final Map<String, Bundle> bundles = new LinkedHashMap<>();
    private final Problems problems;

    /** Reads what a file's sweep says, if anything. */
    Cases(Tree sweep, Keys keys, Problems problems) {
        this.problems = problems;
        Tree given = sweep instanceof Tree.Mapping map ? map.get("cases") : null;
        if (given instanceof Tree.Mapping map) {
            map.entries().forEach((name, entry) -> read(name, entry, keys));
        } else if (given != null && !given.isNull()) {
            problems.add(given.origin(), SETTING + ": expected a map from names to settings");
        }
    }

    private void read(String name, Tree.Entry entry, Keys keys) {
        Bundle bundle = new Bundle(entry.keyOrigin(), new LinkedHashMap<>());
        if (!name.matches(WORD)) {
            problems.add(entry.keyOrigin(), SETTING + ": '" + name + "' is not a name: letters, digits, '.', '_' or '-'");
        } else if (entry.value() instanceof Tree.Mapping map) {
            map.entries().forEach((key, value) -> keys.axis(key, value.keyOrigin())
                    .ifPresent(full -> flatten(full, value, bundle)));
            bundles.put(name, bundle);
        } else if (entry.value().isNull()) {
            bundles.put(name, bundle);
        } else {
            problems.add(entry.value().origin(), SETTING + "." + name + ": expected a map of settings");
        }
    }

    private static void flatten(String name, Tree.Entry entry, Bundle into) {
        if (entry.value() instanceof Tree.Mapping map && Keys.SETTINGS.isPart(name, map)) {
            map.entries().forEach((key, part) -> flatten(name + "." + key, part, into));
        } else {
            into.settings().put(name, entry);
        }
    }

    void clear() {
        bundles.clear();
    }

    /** Leaves a setting to whoever overrides it. */
    void release(String setting) {
        bundles.values().forEach(bundle -> bundle.settings().keySet()
                .removeIf(name -> name.equals(setting) || name.startsWith(setting + ".")));
    }

    /** Keeps those cases only that an argument names. */
    void choose(Argument argument) {
        Set<String> chosen = new LinkedHashSet<>();
        for (Tree value : argument.values()) {
            String name = Flat.text(value);
            if (!bundles.containsKey(name)) {
                problems.add(value.origin(), "there is no case '" + name + "'" + Spelling.nearest(name, bundles.keySet())
                        .map(near -> "; did you mean '" + near + "'?").orElse(bundles.isEmpty() ? "" : "; there are "
                                + String.join(", ", bundles.keySet())));
            }
            chosen.add(name);
        }
        bundles.keySet().retainAll(chosen);
    }

    /** The axis; empty where fewer than two cases are left. */
    Optional<Axis> axis() {
        if (bundles.size() < 2) {
            return Optional.empty();
        }
        List<Tree> names = new ArrayList<>();
        bundles.forEach((name, bundle) -> names.add(new Tree.Scalar(Kind.TEXT, name, bundle.keyOrigin())));
        return Optional.of(new Axis(NAME, NAME, names.get(0).origin(), names,
                (tree, name) -> in(tree, bundles.get(Flat.text(name)))));
    }

    /** The file with the one case that is left; as it is where there are none or several. */
    Tree.Mapping alone(Tree.Mapping tree) {
        if (bundles.size() != 1) {
            return tree;
        }
        Tree.Mapping changed = in(tree, bundles.values().iterator().next());
        return changed == null ? tree : changed;
    }

    private Tree.Mapping in(Tree.Mapping tree, Bundle bundle) {
        Tree.Mapping changed = tree;
        for (Map.Entry<String, Tree.Entry> setting : bundle.settings().entrySet()) {
            Tree.Mapping next = in(changed, setting.getKey(), setting.getValue());
            if (next == null) {
                problems.add(setting.getValue().keyOrigin(), "there is no " + setting.getKey() + " in this experiment");
                return null;
            }
            changed = next;
        }
        return changed;
    }

    private static Tree.Mapping in(Tree.Mapping tree, String name, Tree.Entry entry) {
        if (entry.value().isNull()) {
            return Keys.SETTINGS.remove(tree, name);
        }
        if (!(entry.value() instanceof Tree.Mapping)) {
            return Keys.SETTINGS.set(tree, name, entry.keyOrigin(), entry.value());
        }
        Tree nested = entry.value();
        String[] path = name.split("\\.");
        for (int i = path.length - 1; i >= 0; i--) {
            nested = Tree.Mapping.empty(nested.origin()).with(path[i], entry.keyOrigin(), nested);
        }
        return Keys.SETTINGS.merge(tree, (Tree.Mapping) nested);
    }

    /** The cases as a file writes them. */
    Tree.Mapping tree(Origin origin) {
        Tree.Mapping tree = Tree.Mapping.empty(origin);
        for (Map.Entry<String, Bundle> bundle : bundles.entrySet()) {
            Origin place = bundle.getValue().keyOrigin();
            tree = tree.with(bundle.getKey(), place, new Tree.Mapping(bundle.getValue().settings(), place));
        }
        return tree;
    }
}
