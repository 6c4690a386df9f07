package gridrun.experiment;

import gridrun.config.Argument;
import gridrun.config.FlatNames;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Schema;
import gridrun.config.Tree;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A file while smoke settings and the command line change it.
 *
 * @param tree with every setting's name in full
 */
record ExperimentDraft(Tree.Mapping tree) {

    private static final String SWEEP = "sweep";
    private static final String PARAMETERS = "parameters";
    private static final String ZIP = "zip";
    private static final String CASES = "cases";
    private static final String EXCLUDE = "exclude";

    /** With the file's smoke settings. */
    ExperimentDraft withSmoke(Problems problems) {
        ExperimentDraft changed = this;
        if (tree.get("smoke") instanceof Tree.Mapping smoke) {
            changed = dissolved(smoke.entries().keySet());
            for (Map.Entry<String, Tree.Entry> setting : smoke.entries().entrySet()) {
                ExperimentDraft before = changed;
                changed = full(setting.getKey(), setting.getValue().keyOrigin(), problems)
                        .map(name -> before.set(name, setting.getValue(), problems)).orElse(before);
            }
        }
        return changed;
    }

    /** Without what the file varies, and its seeds: of a sweep what is ranked is left. */
    ExperimentDraft withoutSweep() {
        Tree.Entry metric = sweep().entries().get("metric");
        Tree.Mapping nothing = Tree.Mapping.empty(sweep().origin());
        return metric == null ? new ExperimentDraft(tree.without(SWEEP))
                : with(nothing.with("metric", metric.keyOrigin(), metric.value()));
    }

    /** With the overrides of the command line. */
    ExperimentDraft with(List<Argument> arguments, Problems problems) {
        ExperimentDraft changed = dissolved(arguments.stream()
                .flatMap(argument -> full(argument.key(), argument.keyOrigin(), new Problems()).stream()).toList());
        for (Argument argument : arguments) {
            changed = changed.with(argument, problems);
        }
        return changed;
    }

    private ExperimentDraft with(Argument argument, Problems problems) {
        Origin origin = argument.keyOrigin();
        if (argument.key().equals(Cases.NAME)) {
            return with(CASES, cases -> Cases.chosen(cases, argument.values(), problems));
        }
        Optional<String> name = full(argument.key(), origin, problems);
        if (name.isEmpty()) {
            return this;
        }
        if (argument.isRemoval()) {
            ExperimentDraft fixed = alone(name.get()).fixed(name.get());
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

    private ExperimentDraft several(String name, Argument argument, Problems problems) {
        Tree values = new Tree.Sequence(argument.values(), argument.values().get(0).origin());
        Tree.Entry entry = new Tree.Entry(argument.keyOrigin(), values);
        if (Keys.canVary(name)) {
            return overridden(name, argument.values(), draft -> draft.varied(name, entry), problems);
        }
        if (!name.equals("sweep.seeds")) {
            problems.add(argument.keyOrigin(), "'" + argument.key() + "' cannot vary, so it takes one value; put a text"
                    + " with a comma in quotes");
        }
        return name.equals("sweep.seeds") ? put(name, entry, problems) : this;
    }

    private ExperimentDraft set(String name, Tree.Entry entry, Problems problems) {
        if (Keys.SETTINGS.names().contains(name) && Keys.varies(name) && isAxis(name, entry.value())) {
            List<Tree> values = entry.value() instanceof Tree.Sequence list ? list.items() : List.of();
            return overridden(name, values, draft -> draft.varied(name, entry), problems);
        }
        if (entry.value() instanceof Tree.Mapping map && Keys.SETTINGS.isPart(name, map)) {
            ExperimentDraft changed = this;
            for (Map.Entry<String, Tree.Entry> part : map.entries().entrySet()) {
                changed = changed.set(name + "." + part.getKey(), part.getValue(), problems);
            }
            return changed;
        }
        return overridden(name, List.of(entry.value()),
                draft -> draft.fixed(name).put(name, entry, problems), problems);
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

    /** With those rows of a zip that have some values of a setting; where none has, changed, the setting in no zip. */
    private ExperimentDraft overridden(String name, List<Tree> values, UnaryOperator<ExperimentDraft> change,
            Problems problems) {
        Optional<Tree.Mapping> group = zipped(name);
        List<Tree> known = group.map(zip -> Zip.known(zip, name, values)).orElse(List.of());
        if (known.isEmpty()) {
            return change.apply(alone(name));
        }
        if (known.size() == values.size()) {
            return narrowed(group.get(), Zip.narrowed(group.get(), name, values), problems);
        }
        Tree stranger = values.stream().filter(value -> !known.contains(value)).findFirst().orElseThrow();
        List<String> others = group.get().entries().keySet().stream().filter(other -> !other.equals(name))
                .map(Keys::label).toList();
        String partners = String.join(", ", others);
        problems.add(stranger.origin(), ("%s varies in lockstep with %s, and the zip has no row with %s; give values of"
                + " the zip alone, others alone, or override %s too")
                .formatted(Keys.label(name), partners, FlatNames.text(stranger), partners));
        return this;
    }

    private ExperimentDraft narrowed(Tree.Mapping group, Tree.Mapping narrowed, Problems problems) {
        List<String> outermost = narrowed.entries().keySet().stream()
                .sorted(Comparator.comparingInt(String::length)).toList();
        boolean single = narrowed.entries().values().stream()
                .allMatch(column -> ((Tree.Sequence) column.value()).items().size() == 1);
        ExperimentDraft changed = replaced(group, single ? Tree.Mapping.empty(group.origin()) : narrowed);
        for (String name : single ? outermost : List.<String>of()) {
            Tree.Entry column = narrowed.entries().get(name);
            Tree value = ((Tree.Sequence) column.value()).items().get(0);
            changed = changed.fixed(name).put(name, new Tree.Entry(column.keyOrigin(), value), problems);
        }
        return changed;
    }

    /** Without the zips of which every setting is overridden. */
    private ExperimentDraft dissolved(Collection<String> names) {
        ExperimentDraft changed = this;
        for (Tree.Mapping group : Zip.groups(sweep().get(ZIP))) {
            if (names.containsAll(group.entries().keySet())) {
                changed = changed.replaced(group, Tree.Mapping.empty(group.origin()));
            }
        }
        return changed;
    }

    /** With a setting in no zip. */
    private ExperimentDraft alone(String name) {
        return zipped(name).map(group -> replaced(group, Zip.without(group, name))).orElse(this);
    }

    private Optional<Tree.Mapping> zipped(String name) {
        return Zip.groups(sweep().get(ZIP)).stream().filter(group -> group.get(name) != null).findFirst();
    }

    private ExperimentDraft replaced(Tree.Mapping group, Tree.Mapping by) {
        Origin origin = sweep().entries().get(ZIP).keyOrigin();
        return with(Zip.replaced(sweep().get(ZIP), group, by).map(zip -> sweep().with(ZIP, origin, zip))
                .orElse(sweep().without(ZIP)));
    }

    /** With a setting that varies by itself, which no case sets. */
    private ExperimentDraft varied(String name, Tree.Entry values) {
        return with(CASES, cases -> Cases.without(cases, name))
                .with(PARAMETERS, axes -> axes.with(name, values.keyOrigin(), values.value()));
    }

    /** With a setting that neither varies nor is set by a case. */
    private ExperimentDraft fixed(String name) {
        return with(CASES, cases -> Cases.without(cases, name)).with(PARAMETERS, axes -> axes.without(name));
    }

    private ExperimentDraft put(String name, Tree.Entry entry, Problems problems) {
        Tree.Mapping changed = Keys.SETTINGS.set(tree, name, entry.keyOrigin(), entry.value());
        return replaced(changed == null ? null : Keys.SETTINGS.fullNames(changed), name, entry.keyOrigin(), problems);
    }

    private ExperimentDraft replaced(Tree.Mapping changed, String name, Origin origin, Problems problems) {
        if (changed == null) {
            problems.add(origin, Keys.absent(tree, name));
            return this;
        }
        return new ExperimentDraft(changed);
    }

    /** With the one case put over the file, where there is one only, and exclusions of what still varies. */
    ExperimentDraft settled(Problems problems) {
        if (!(sweep().get(CASES) instanceof Tree.Mapping cases) || cases.entries().size() != 1) {
            return excluding(Optional.empty(), problems);
        }
        return Schema.bindWhatIsRight(Cases.class, cases, "sweep.cases", problems, Keys.SETTINGS)
                .filter(bound -> bound.bundles().size() == 1)
                .map(bound -> new ExperimentDraft(bound.alone(with(sweep().without(CASES)).tree, problems)))
                .orElse(this)
                .excluding(cases.entries().keySet().stream().<Tree>map(Tree.Scalar::text).findFirst(), problems);
    }

    /** @param chosen the case that is put over the file */
    private ExperimentDraft excluding(Optional<Tree> chosen, Problems problems) {
        if (!(sweep().get(EXCLUDE) instanceof Tree.Sequence exclude)) {
            return this;
        }
        List<Dimension> dimensions = SweepSpec.of(tree, new Problems()).dimensions(new Problems());
        if (Cells.count(dimensions) > Cells.MOST) {
            return this;
        }
        if (exclude.origin().source().equals(Origin.COMMAND_LINE)) {
            SweepSpec.of(tree, problems).check(problems);
            return this;
        }
        Optional<Tree.Sequence> left = Exclude.left(exclude, Dimension.axes(dimensions), Cells.of(dimensions),
                axis -> axis.equals(Cases.NAME) ? chosen : Keys.SETTINGS.get(tree, axis));
        if (left.isEmpty()) {
            problems.add(exclude.origin(), "sweep.exclude leaves out all that varies; ~sweep.exclude takes it in");
        }
        return with(left.filter(list -> !list.items().isEmpty())
                .map(list -> sweep().with(EXCLUDE, sweep().entries().get(EXCLUDE).keyOrigin(), list))
                .orElse(sweep().without(EXCLUDE)));
    }

    private Tree.Mapping sweep() {
        return tree.get(SWEEP) instanceof Tree.Mapping sweep ? sweep : Tree.Mapping.empty(Origin.DEFAULT);
    }

    private ExperimentDraft with(Tree.Mapping sweep) {
        Tree.Entry entry = tree.entries().get(SWEEP);
        return new ExperimentDraft(tree.with(SWEEP, entry == null ? Origin.DEFAULT : entry.keyOrigin(), sweep));
    }

    /** With a word of the sweep changed, or left out where nothing of it is left. */
    private ExperimentDraft with(String word, UnaryOperator<Tree.Mapping> change) {
        Tree.Entry entry = sweep().entries().get(word);
        Tree.Mapping given = entry != null && entry.value() instanceof Tree.Mapping map ? map
                : Tree.Mapping.empty(sweep().origin());
        Tree.Mapping changed = change.apply(given);
        if (changed == given) {
            return this;
        }
        return with(changed.entries().isEmpty() ? sweep().without(word)
                : sweep().with(word, entry == null ? Origin.DEFAULT : entry.keyOrigin(), changed));
    }
}
