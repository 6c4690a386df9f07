package gridrun.experiment;

import gridrun.config.Argument;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Tree;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds what smoke settings and the command line set although values of an axis, which are put over it, say it.
 *
 * <p>A list is put over another as a whole, so that nothing within the other holds.
 */
final class Covered {

    private final Tree.Mapping file;
    private final List<Axis> axes;
    private final Problems problems;

    /** @param file as smoke settings and the command line leave it */
    Covered(Tree.Mapping file, Problems problems) {
        this.file = file;
        this.axes = Dimension.axes(SweepSpec.of(file, new Problems()).dimensions(new Problems()));
        this.problems = problems;
    }

    void checkSmoke() {
        if (file.get("smoke") instanceof Tree.Mapping smoke) {
            smoke.entries()
                    .forEach((key, entry) -> check("the smoke setting " + Keys.label(key), key, entry.keyOrigin(),
                            entry.value()));
        }
    }

    void check(List<Argument> arguments) {
        arguments.forEach(argument -> check(Overruled.written(argument), argument.key(), argument.keyOrigin(),
                argument.isRemoval() ? file : argument.values().get(0)));
    }

    private void check(String by, String key, Origin origin, Tree value) {
        try {
            names(Keys.override(key), value).forEach(name -> check(by, origin, name));
        } catch (IllegalArgumentException e) {
            // A name that there is not, which is told where it is applied.
        }
    }

    /** A map that gives some settings of a setting gives each of them. */
    private static Stream<String> names(String name, Tree value) {
        return value instanceof Tree.Mapping map && Keys.SETTINGS.isPart(name, map)
                ? map.entries().entrySet().stream()
                        .flatMap(part -> names(name + "." + part.getKey(), part.getValue().value()))
                : Stream.of(name);
    }

    private void check(String by, Origin origin, String name) {
        if (axes.stream().anyMatch(axis -> axis.name().equals(name))) {
            return;
        }
        axes.stream().filter(axis -> axis.values().stream().anyMatch(value -> covers(axis.name(), value, name)))
                .forEach(axis -> problems.add(origin, ("%s has no effect: %s is an axis, whose values say it and are"
                        + " put over this one; say it in these, or leave the axis out").formatted(by, axis.label())));
        if (Keys.isInList(name)) {
            cases(name).forEach(it -> problems.add(origin, "%s has no effect in case %s, whose %s is put over this one;"
                    .formatted(by, it, Keys.label(list(name))) + " change it there"));
        }
    }

    private static boolean covers(String axis, Tree value, String name) {
        String list = list(name);
        return list.equals(axis) || (list + ".").startsWith(axis + ".") && Keys.SETTINGS.says(axis, value, list)
                || name.startsWith(axis + ".") && Keys.SETTINGS.says(axis, value, name);
    }

    /** The outermost list that a setting is in; the setting itself where it is in none. */
    private static String list(String name) {
        return name.replaceFirst("\\.[0-9]+(\\..*)?$", "");
    }

    /** The cases that give the list which a setting is in. */
    private List<String> cases(String name) {
        return file.get("sweep") instanceof Tree.Mapping sweep && sweep.get("cases") instanceof Tree.Mapping cases
                ? cases.entries().keySet().stream().filter(it -> cases.get(it) instanceof Tree.Mapping said
                        && said.entries().keySet().stream().anyMatch(key -> covers(key, said.get(key), name))).toList()
                : List.of();
    }
}
