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
            if (bundle.getValue().value() instanceof Tree.Mapping settings) {
                Map<String, Tree.Entry> left = new LinkedHashMap<>(settings.entries());
                if (left.keySet().removeIf(name -> name.equals(setting) || name.startsWith(setting + "."))) {
                    changed = changed.with(bundle.getKey(), bundle.getValue().keyOrigin(),
                            new Tree.Mapping(left, settings.origin()));
                }
            }
        }
        return changed;
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
                problems.add(setting.getKey().origin(),
                        "there is no " + setting.getKey().name() + " in this experiment");
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
        if (!(value instanceof Tree.Mapping)) {
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
