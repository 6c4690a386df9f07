package gridrun.effect;

import gridrun.store.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An axis of a sweep, or several that vary together, such as those of a zip.
 *
 * @param axes their short names
 * @param levels the values, of several axes the combinations, in the order of the plan
 */
public record Factor(List<String> axes, List<String> levels) {

    /** The axes' names: {@code activation, init}. */
    public String name() {
        return String.join(", ", axes);
    }

    /** The factors of a sweep's configurations. What has one value alone is none. */
    static List<Factor> of(List<Map<String, String>> configurations) {
        List<List<String>> groups = new ArrayList<>();
        configurations.stream().flatMap(swept -> swept.keySet().stream()).distinct()
                .filter(axis -> levels(configurations, List.of(axis)).size() > 1)
                .forEach(axis -> groups.add(List.of(axis)));
        for (int i = 0; i < groups.size(); i++) {
            for (int j = i + 1; j < groups.size(); j++) {
                List<String> both = new ArrayList<>(groups.get(i));
                both.addAll(groups.get(j));
                if (isOne(configurations, groups.get(i), groups.get(j), both)) {
                    groups.set(i, both);
                    groups.remove(j);
                    j = i;
                }
            }
        }
        return groups.stream().map(axes -> new Factor(axes, levels(configurations, axes))).toList();
    }

    /** Whether the values of one decide on those of the other. */
    private static boolean isOne(List<Map<String, String>> configurations, List<String> some, List<String> others,
            List<String> both) {
        int most = Math.max(levels(configurations, some).size(), levels(configurations, others).size());
        return levels(configurations, both).size() == most;
    }

    private static List<String> levels(List<Map<String, String>> configurations, List<String> axes) {
        return configurations.stream().map(swept -> level(swept, axes)).distinct().toList();
    }

    private static String level(Map<String, String> swept, List<String> axes) {
        return axes.stream().map(axis -> swept.getOrDefault(axis, "")).collect(Collectors.joining(", "));
    }

    /** The level that a run has, from 0. */
    int levelOf(Run run) {
        return levels.indexOf(level(run.swept(), axes));
    }

    /** The configurations of some runs. */
    static List<Map<String, String>> configurations(List<Run> runs) {
        Map<String, Map<String, String>> byId = new LinkedHashMap<>();
        runs.forEach(run -> byId.putIfAbsent(run.configId(), run.swept()));
        return List.copyOf(byId.values());
    }
}
