package gridrun.experiment;

import gridrun.component.Bare;
import gridrun.config.FlatNames;
import gridrun.config.Problems;
import gridrun.config.ScalarKind;
import gridrun.config.Spelling;
import gridrun.config.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One axis, {@code case}, of named bundles of settings, each put over the file as a file is over one that it extends.
 *
 * @param bundles the settings by the cases' names
 */
@Bare
record Cases(Map<CaseName, Map<Varied, Tree>> bundles) implements Construct {

    /** The axis's name. */
    static final String NAME = "case";

    /** The cases of a file without what they say of a setting; themselves where they say nothing. */
    static Tree.Mapping without(Tree.Mapping cases, String setting) {
        Tree.Mapping changed = cases;
        for (Map.Entry<String, Tree.Entry> bundle : cases.entries().entrySet()) {
            Tree left = left(bundle.getValue().value(), setting);
            if (left != bundle.getValue().value()) {
                changed = changed.with(bundle.getKey(), bundle.getValue().keyOrigin(), left);
            }
        }
        return changed;
    }

    /** The cases of a file that say something of a setting. */
    static List<String> saying(Tree.Mapping cases, String setting) {
        return cases.entries().entrySet().stream()
                .filter(bundle -> left(bundle.getValue().value(), setting) != bundle.getValue().value())
                .map(Map.Entry::getKey).toList();
    }

    private static Tree left(Tree bundle, String setting) {
        if (!(bundle instanceof Tree.Mapping settings)) {
            return bundle;
        }
        Tree.Mapping left = settings;
        for (Map.Entry<String, Tree.Entry> entry : settings.entries().entrySet()) {
            String name = entry.getKey();
            Tree value = entry.getValue().value();
            if (name.equals(setting) || name.startsWith(setting + ".")) {
                left = left.without(name);
            } else if (setting.startsWith(name + ".")) {
                Tree rest = Keys.SETTINGS.without(name, value, setting);
                left = rest == value ? left : left.with(name, entry.getValue().keyOrigin(), rest);
            }
        }
        return left;
    }

    /** Finds what the cases set although an axis does, whose values are put over theirs. */
    void check(List<Axis> axes, Problems problems) {
        bundles.forEach((name, bundle) -> bundle.forEach((setting, value) -> axes.stream()
                .filter(axis -> !axis.name().equals(NAME)).forEach(axis -> lost(setting, value, axis)
                        .ifPresent(reason -> problems.add(setting.origin(),
                                "sweep.cases." + name.name() + ": " + reason)))));
    }

    private static Optional<String> lost(Varied setting, Tree value, Axis axis) {
        if (setting.name().startsWith(axis.name() + ".")) {
            return Optional.of("%s belongs to %s, which is an axis, whose values would replace it; say it in these"
                    .formatted(setting.label(), axis.label()));
        }
        boolean said = setting.name().equals(axis.name()) || axis.name().startsWith(setting.name() + ".")
                && Keys.SETTINGS.without(setting.name(), value, axis.name()) != value;
        return said ? Optional.of("%s is an axis as well, whose values would replace this one; leave one of them out"
                .formatted(axis.label())) : Optional.empty();
    }

    /** Those cases of a file only that are named. */
    static Tree.Mapping chosen(Tree.Mapping cases, List<Tree> names, Problems problems) {
        Map<String, Tree.Entry> chosen = new LinkedHashMap<>(cases.entries());
        for (Tree value : names) {
            String name = FlatNames.text(value);
            if (cases.get(name) == null) {
                problems.add(value.origin(), "there is no case '" + name + "'" + Spelling.nearest(name, chosen.keySet())
                        .map(near -> "; did you mean '" + near + "'?").orElse(chosen.isEmpty() ? "" : "; there are "
                                + String.join(", ", chosen.keySet())));
            }
        }
        chosen.keySet().retainAll(names.stream().map(FlatNames::text).toList());
        return new Tree.Mapping(chosen, cases.origin());
    }

    @Override
    public List<Dimension> dimensions(Problems problems) {
        if (bundles.isEmpty()) {
            return List.of();
        }
        Map<String, Map<Varied, Tree>> byName = new LinkedHashMap<>();
        bundles.forEach((name, bundle) -> byName.put(name.name(), bundle));
        List<Tree> names = bundles.keySet().stream()
                .<Tree>map(name -> new Tree.Scalar(ScalarKind.TEXT, name.name(), name.origin())).toList();
        return List.of(new Dimension(List.of(new Axis(NAME, NAME, names.get(0).origin(), names,
                (tree, name, found) -> over(tree, byName.get(FlatNames.text(name)), found)))));
    }

    /** The file with the one case that there is. */
    Tree.Mapping alone(Tree.Mapping file, Problems problems) {
        Tree.Mapping changed = over(file, bundles.values().iterator().next(), problems);
        return changed == null ? file : changed;
    }

    private static Tree.Mapping over(Tree.Mapping file, Map<Varied, Tree> bundle, Problems problems) {
        Tree.Mapping changed = file;
        for (Map.Entry<Varied, Tree> setting : bundle.entrySet()) {
            Tree.Mapping next = over(changed, setting.getKey(), setting.getValue());
            if (next == null) {
                problems.add(setting.getKey().origin(), Keys.absent(changed, setting.getKey().name()));
                return null;
            }
            changed = next;
        }
        return changed;
    }

    private static Tree.Mapping over(Tree.Mapping file, Varied setting, Tree value) {
        if (value.isNull()) {
            return Keys.SETTINGS.remove(file, setting.name());
        }
        if (!(value instanceof Tree.Mapping) || Keys.isInList(setting.name())) {
            return Keys.SETTINGS.set(file, setting.name(), setting.origin(), value);
        }
        Tree nested = value;
        String[] path = setting.name().split("\\.");
        for (int i = path.length - 1; i >= 0; i--) {
            nested = Tree.Mapping.empty(nested.origin()).with(path[i], setting.origin(), nested);
        }
        return Keys.SETTINGS.merge(file, (Tree.Mapping) nested);
    }
}
