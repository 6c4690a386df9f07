package gridrun.contrast;

import gridrun.comparison.Selector;
import gridrun.store.Run;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What varies in one of two sweeps, or in both. Configurations that have the same of it are counterparts. What is one
 * value on each side, and another one, is what the sides were chosen by, and tells none of their configurations apart.
 *
 * @param names short names
 */
record Axes(Set<String> names) {

    static Axes of(Side a, Side b) {
        return new Axes(Stream.of(a, b).flatMap(side -> side.runs().stream())
                .flatMap(run -> run.swept().keySet().stream()).distinct()
                .filter(axis -> !isChosen(axis, a, b)).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static boolean isChosen(String axis, Side a, Side b) {
        Axes one = new Axes(Set.of(axis));
        Set<Map<String, String>> mine = a.runs().stream().map(one::of).collect(Collectors.toSet());
        Set<Map<String, String>> theirs = b.runs().stream().map(one::of).collect(Collectors.toSet());
        return mine.size() == 1 && theirs.size() == 1 && !mine.equals(theirs);
    }

    /** Whether a setting is an axis, or part of what an axis sets. */
    static boolean isOf(String param, String axis) {
        return Selector.isNamed(param, axis) || param.startsWith(axis + ".") || param.contains("." + axis + ".");
    }

    /** A run's values as a label has them. */
    Map<String, String> swept(Run run) {
        Map<String, String> swept = new LinkedHashMap<>(run.swept());
        swept.keySet().retainAll(names);
        return swept;
    }

    /** A run's values, with every digit; what varies in the other sweep alone is a setting here. */
    Map<String, String> of(Run run) {
        Map<String, String> values = new TreeMap<>();
        for (String axis : names) {
            Map<String, String> params = run.params().entrySet().stream().filter(param -> isOf(param.getKey(), axis))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            if (params.isEmpty()) {
                values.put(axis, run.swept().getOrDefault(axis, ""));
            } else {
                values.putAll(params);
            }
        }
        return values;
    }
}
