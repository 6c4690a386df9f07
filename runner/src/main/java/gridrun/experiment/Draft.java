package gridrun.experiment;

import gridrun.config.Argument;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A file while smoke settings and the command line change it.
 *
 * @param tree with every setting's name in full
 */
record Draft(Tree.Mapping tree) {

    private static final String SWEEP = "sweep";
    private static final String PARAMETERS = "parameters";
    private static final String CASES = "cases";

    /** With the file's smoke settings. */
    Draft withSmoke(Problems problems) {
        Draft changed = this;
        if (tree.get("smoke") instanceof Tree.Mapping smoke) {
            for (Map.Entry<String, Tree.Entry> setting : smoke.entries().entrySet()) {
                Draft before = changed;
                changed = full(setting.getKey(), setting.getValue().keyOrigin(), problems)
                        .map(name -> before.set(name, setting.getValue(), problems)).orElse(before);
            }
        }
        return changed;
    }

    /** Without what the file varies, and its seeds: of a sweep what is ranked is left. */
    Draft withoutSweep() {
        Tree.Entry metric = sweep().entries().get("metric");
        Tree.Mapping nothing = Tree.Mapping.empty(sweep().origin());
        return metric == null ? new Draft(tree.without(SWEEP))
                : with(nothing.with("metric", metric.keyOrigin(), metric.value()));
    }

    /** With the overrides of the command line. */
    Draft with(List<Argument> arguments, Problems problems) {
        Draft changed = this;
        for (Argument argument : arguments) {
            changed = changed.with(argument, problems);
        }
        return changed;
    }

    private Draft with(Argument argument, Problems problems) {
        Origin origin = argument.keyOrigin();
        if (argument.key().equals(Cases.NAME)) {
            return with(CASES, cases -> Cases.chosen(cases, argument.values(), problems));
        }
        Optional<String> name = full(argument.key(), origin, problems);
        if (name.isEmpty()) {
            return this;
        }
        if (argument.isRemoval()) {
            Draft fixed = fixed(name.get());
            return fixed.replaced(Keys.SETTINGS.remove(fixed.tree, name.get()), name.get(), origin, problems);
        }
        return argument.values().size() > 1 ? several(name.get(), argument, problems)
                : set(name.get(), new Tree.Entry(origin, argument.values().get(0)), problems);
    }

    private static Optional<String> full(String key, Origin origin, Problems problems) {
        try {
            return Optional.of(Keys.override(key));
        } catch (IllegalArgumentException e) {
            problems.add(origin, e.getMessage());
            return Optional.empty();
        }
    }

    private Draft several(String name, Argument argument, Problems problems) {
        Tree values = new Tree.Sequence(argument.values(), argument.values().get(0).origin());
        Tree.Entry entry = new Tree.Entry(argument.keyOrigin(), values);
        if (Keys.canVary(name)) {
            return varied(name, entry);
        }
        if (!name.equals("sweep.seeds")) {
            problems.add(argument.keyOrigin(), "'" + argument.key() + "' cannot vary, so it takes one value; put a text"
                    + " with a comma in quotes");
        }
        return name.equals("sweep.seeds") ? put(name, entry, problems) : this;
    }

    private Draft set(String name, Tree.Entry entry, Problems problems) {
        if (Keys.SETTINGS.names().contains(name) && Keys.varies(name) && isAxis(name, entry.value())) {
            return varied(name, entry);
        }
        if (entry.value() instanceof Tree.Mapping map && Keys.SETTINGS.isPart(name, map)) {
            Draft changed = this;
            for (Map.Entry<String, Tree.Entry> part : map.entries().entrySet()) {
                changed = changed.set(name + "." + part.getKey(), part.getValue(), problems);
            }
            return changed;
        }
        return fixed(name).put(name, entry, problems);
    }

    /** Several values, in the form that a list of values has for this setting. */
    private static boolean isAxis(String name, Tree value) {
        if (value instanceof Tree.Sequence list) {
            return !Keys.SETTINGS.isList(name)
                    || !list.items().isEmpty() && list.items().stream().allMatch(Tree.Sequence.class::isInstance);
        }
        return !Keys.SETTINGS.isMap(name) && value instanceof Tree.Mapping map
                && (map.get("min") != null || map.get("max") != null);
    }

    /** With a setting that varies by itself, which no case sets. */
    private Draft varied(String name, Tree.Entry values) {
        return with(CASES, cases -> Cases.without(cases, name))
                .with(PARAMETERS, axes -> axes.with(name, values.keyOrigin(), values.value()));
    }

    /** With a setting that neither varies nor is set by a case. */
    private Draft fixed(String name) {
        return with(CASES, cases -> Cases.without(cases, name)).with(PARAMETERS, axes -> axes.without(name));
    }

    private Draft put(String name, Tree.Entry entry, Problems problems) {
        Tree.Mapping changed = Keys.SETTINGS.set(tree, name, entry.keyOrigin(), entry.value());
        return replaced(changed == null ? null : Keys.SETTINGS.fullNames(changed), name, entry.keyOrigin(), problems);
    }

    private Draft replaced(Tree.Mapping changed, String name, Origin origin, Problems problems) {
        if (changed == null) {
            problems.add(origin, "there is no " + name + " in this experiment");
            return this;
        }
        return new Draft(changed);
    }

    /** With the one case put over the file, where there is one only. */
    Draft settled(Problems problems) {
        if (!(sweep().get(CASES) instanceof Tree.Mapping cases) || cases.entries().size() != 1) {
            return this;
        }
        return Schema.bindWhatIsRight(Cases.class, cases, "sweep.cases", problems, Keys.SETTINGS)
                .filter(bound -> bound.bundles().size() == 1)
                .map(bound -> new Draft(bound.alone(with(sweep().without(CASES)).tree, problems))).orElse(this);
    }

    private Tree.Mapping sweep() {
        return tree.get(SWEEP) instanceof Tree.Mapping sweep ? sweep : Tree.Mapping.empty(Origin.DEFAULT);
    }

    private Draft with(Tree.Mapping sweep) {
        Tree.Entry entry = tree.entries().get(SWEEP);
        return new Draft(tree.with(SWEEP, entry == null ? Origin.DEFAULT : entry.keyOrigin(), sweep));
    }

    /** With a word of the sweep changed, or left out where nothing of it is left. */
    private Draft with(String word, UnaryOperator<Tree.Mapping> change) {
        Tree.Entry entry = sweep().entries().get(word);
        Tree.Mapping given = entry != null && entry.value() instanceof Tree.Mapping map ? map
                : Tree.Mapping.empty(sweep().origin());
        Tree.Mapping changed = change.apply(given);
        if (changed.equals(given)) {
            return this;
        }
        return with(changed.entries().isEmpty() ? sweep().without(word)
                : sweep().with(word, entry == null ? Origin.DEFAULT : entry.keyOrigin(), changed));
    }
}
