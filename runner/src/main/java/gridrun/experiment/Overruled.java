package gridrun.experiment;

import gridrun.config.Argument;
import gridrun.config.FlatNames;
import gridrun.config.Origin;
import gridrun.config.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A setting of cases that smoke settings or the command line stand above.
 *
 * @param by what stands above it, as it was written
 * @param origin where that stands
 * @param setting short where that is unique
 * @param cases those that say something of it
 */
record Overruled(String by, Origin origin, String setting, List<String> cases) {

    /** What the smoke settings stand above. */
    static List<Overruled> smoke(Tree.Mapping file) {
        List<Overruled> found = new ArrayList<>();
        if (file.get("smoke") instanceof Tree.Mapping smoke) {
            smoke.entries().forEach(
                    (key, entry) -> add("the smoke setting " + Keys.label(key), key, entry.keyOrigin(), file, found));
        }
        return found;
    }

    /** What the arguments of the command line stand above. */
    static List<Overruled> arguments(List<Argument> arguments, Tree.Mapping file) {
        List<Overruled> found = new ArrayList<>();
        arguments.forEach(argument -> add(written(argument), argument.key(), argument.keyOrigin(), file, found));
        return found;
    }

    private static void add(String by, String key, Origin origin, Tree.Mapping file, List<Overruled> found) {
        if (!(file.get("sweep") instanceof Tree.Mapping sweep) || !(sweep.get("cases") instanceof Tree.Mapping cases)) {
            return;
        }
        try {
            String name = Keys.override(key);
            List<String> saying = Cases.saying(cases, name);
            if (!saying.isEmpty()) {
                found.add(new Overruled(by, origin, Keys.label(name), saying));
            }
        } catch (IllegalArgumentException e) {
            // A name that there is not, which is told where it is applied.
        }
    }

    static String written(Argument argument) {
        return argument.isRemoval() ? "~" + argument.key() : argument.key() + "="
                + argument.values().stream().map(FlatNames::text).collect(Collectors.joining(","));
    }

    /** Whether a cell is of one of the cases. */
    boolean isOf(Map<Axis, Tree> cell) {
        return cell.entrySet().stream().anyMatch(entry -> entry.getKey().name().equals(Cases.NAME)
                && cases.contains(FlatNames.text(entry.getValue())));
    }

    @Override
    public String toString() {
        return "%s stands above what %s of %s".formatted(by, cases.size() == 1
                ? "case " + cases.get(0) + " says" : "the cases " + String.join(", ", cases) + " say", setting);
    }
}
