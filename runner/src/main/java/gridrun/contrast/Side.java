package gridrun.contrast;

import gridrun.comparison.Terms;
import gridrun.report.Figures;
import gridrun.store.Run;
import gridrun.store.Sweep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the two that are compared.
 *
 * @param letter what tables call it: {@code A} or {@code B}
 * @param sweep one that its runs belong to
 * @param runs those of a sweep, of a configuration, or one alone
 */
public record Side(String letter, Sweep sweep, List<Run> runs) {

    private static final int DIGITS = 8;

    /** Its runs by their configurations, in the order of the plan. */
    List<List<Run>> configurations() {
        Map<String, List<Run>> groups = new LinkedHashMap<>();
        runs.forEach(run -> groups.computeIfAbsent(run.configId(), id -> new ArrayList<>()).add(run));
        return List.copyOf(groups.values());
    }

    /** Its only run, or null. */
    Run only() {
        return runs.size() == 1 ? runs.get(0) : null;
    }

    /** Whether it has as many seeds as a race took to tell configurations apart. */
    boolean isOfRace() {
        return runs.size() > 1 && Terms.of(sweep.facts()).race() != null;
    }

    /** What it is, for a person. */
    String shown() {
        List<List<Run>> configurations = configurations();
        String of = only() != null ? "run %s  %s".formatted(only().runKey().substring(0, DIGITS), only().name())
                : configurations.size() == 1 ? "configuration %s%s, %s".formatted(
                        runs.get(0).configId().substring(0, DIGITS), values(runs.get(0).swept()),
                        Figures.counted(runs.size(), "run"))
                        : "%s, %s".formatted(Figures.counted(configurations.size(), "configuration"),
                                Figures.counted(runs.size(), "run"));
        return "%s  %s %s: %s".formatted(letter, sweep.experiment(), sweep.sweepId().substring(0, DIGITS), of);
    }

    private static String values(Map<String, String> swept) {
        return swept.entrySet().stream().map(axis -> " " + axis.getKey() + "=" + axis.getValue())
                .collect(Collectors.joining());
    }
}
