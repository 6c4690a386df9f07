package gridrun.contrast;

import gridrun.comparison.Selector;
import gridrun.store.Run;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What varies in one of two sweeps, or in both. Configurations that have the same of it are counterparts.
 *
 * @param names short names
 */
record Axes(Set<String> names) {

    static Axes of(Side a, Side b) {
        return new Axes(Stream.of(a, b).flatMap(side -> side.runs().stream())
                .flatMap(run -> run.swept().keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Whether a setting is an axis, or part of what an axis sets. */
    static boolean isOf(String param, String axis) {
        return Selector.isNamed(param, axis) || param.startsWith(axis + ".") || param.contains("." + axis + ".");
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
