package gridrun.contrast;

import gridrun.store.Run;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A setting in which two sides differ.
 *
 * @param name its full name
 * @param a what the one has, all its values; empty where it has no such setting
 * @param b what the other has
 */
public record Setting(String name, List<String> a, List<String> b) {

    /** All in which they differ, in the order in which runs have them. */
    static List<Setting> differing(Side a, Side b) {
        Set<String> names = new LinkedHashSet<>();
        List.of(a, b).forEach(side -> side.runs().forEach(run -> names.addAll(names(run))));
        List<Setting> differing = new ArrayList<>();
        for (String name : names) {
            Setting setting = new Setting(name, values(a, name), values(b, name));
            if (!setting.a.equals(setting.b)) {
                differing.add(setting);
            }
        }
        return differing;
    }

    /** Its settings, and what varies that is none, such as a case. */
    private static Set<String> names(Run run) {
        Set<String> names = new LinkedHashSet<>(run.params().keySet());
        run.swept().keySet().stream().filter(axis -> names.stream().noneMatch(param -> Axes.isOf(param, axis)))
                .toList().forEach(names::add);
        return names;
    }

    private static List<String> values(Side side, String name) {
        return side.runs().stream().map(run -> run.params().getOrDefault(name, run.swept().getOrDefault(name, "")))
                .distinct().filter(value -> !value.isEmpty()).toList();
    }
}
