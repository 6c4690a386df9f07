package gridrun.cli;

import gridrun.result.StoredResults;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.trained.TrainedRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run as a command line names it: by the first digits of its key, or by its experiment and what it has.
 *
 * @param sweep one that the run belongs to
 * @param why it was chosen among others; null where it alone was meant
 */
record RunChoice(Sweep sweep, Run run, String why) {

    private static final int MOST_LISTED = 8;

    /** The words that say which values the run has: {@code seed=3}. */
    static boolean isCondition(String word) {
        return word.matches("[A-Za-z0-9_.]+=.*");
    }

    /**
     * Finds the run: the only one that fits, or of a whole sweep or configuration the one that
     * {@linkplain StoredResults#typical stands for} its best.
     *
     * @param name an experiment, or the first four or more digits of the identity of a run, a configuration or a sweep
     * @param conditions {@code key=value}, as the run's name has them or by the settings' full names
     * @param when the times at which its sweep was planned; null for any
     * @throws UsageException if there is no such run, or there are several
     */
    static RunChoice of(Store store, String name, List<String> conditions, When when) {
        SweepChoice choice = SweepChoice.of(store, name, conditions, when);
        List<Run> runs = choice.runs();
        if (runs.size() > 1 && runs.stream().anyMatch(run -> !run.superseded())) {
            runs = runs.stream().filter(run -> !run.superseded()).toList();
        }
        if (runs.size() == 1) {
            return new RunChoice(choice.sweep(), runs.get(0), null);
        }
        if (!conditions.isEmpty() && runs.stream().map(Run::configId).distinct().count() > 1) {
            throw several(choice.sweep(), runs);
        }
        List<Run> meant = runs;
        StoredResults.Typical typical = StoredResults.typical(choice.sweep(), runs)
                .orElseThrow(() -> none(name, conditions, meant));
        return new RunChoice(choice.sweep(), typical.run(), typical.why());
    }

    /** Says which runs were meant, and what became of them. */
    private static UsageException none(String name, List<String> conditions, List<Run> runs) {
        Map<String, Long> became = runs.stream()
                .collect(Collectors.groupingBy(Run::status, TreeMap::new, Collectors.counting()));
        String which = conditions.isEmpty() ? "" : " with " + String.join(" ", conditions);
        String lack = runs.stream().anyMatch(Run::isCompleted) ? "has a value of the ranked figure" : "was completed";
        if (runs.size() == 1) {
            return new UsageException("the run of '%s'%s %s: %s".formatted(name, which, runs.get(0).isCompleted()
                    ? "has no value of the ranked figure" : "was not completed", runs.get(0).status()));
        }
        return new UsageException("none of the %,d runs of '%s'%s %s: %s".formatted(runs.size(), name, which, lack,
                became.entrySet().stream().map(status -> "%,d %s".formatted(status.getValue(), status.getKey()))
                        .collect(Collectors.joining(", "))));
    }

    private static UsageException several(Sweep sweep, List<Run> runs) {
        List<String> lines = new ArrayList<>();
        runs.stream().sorted(Comparator.comparing(Run::name)).limit(MOST_LISTED)
                .forEach(run -> lines.add("  " + new RunChoice(sweep, run, null).shown()));
        if (runs.size() > MOST_LISTED) {
            lines.add("  …");
        }
        return new UsageException("%d runs fit; say which, by its key or by its values:%n%s"
                .formatted(runs.size(), String.join("\n", lines)));
    }

    /** The run for a person: its key's beginning, its experiment and its name. */
    String shown() {
        return TrainedRun.shortKey(run) + "  " + sweep.experiment()
                + (run.name().equals(sweep.experiment()) ? "" : "  " + run.name());
    }

    /** The same, and why it was chosen where that was not said. */
    String told() {
        return shown() + (why == null ? "" : ": " + why);
    }

    /** Says which run was chosen, where that was not said. */
    void tell(Terminal terminal) {
        if (why != null) {
            terminal.err().println(told());
        }
    }

    /** Whether a run has all these values. */
    static boolean has(Run run, List<String> conditions) {
        return conditions.stream().allMatch(condition -> has(run, condition));
    }

    private static boolean has(Run run, String condition) {
        String key = condition.substring(0, condition.indexOf('='));
        String wanted = condition.substring(key.length() + 1);
        return run.params().entrySet().stream()
                .filter(entry -> entry.getKey().equals(key) || entry.getKey().endsWith("." + key))
                .anyMatch(entry -> isSame(entry.getValue(), wanted))
                || run.swept().containsKey(key) && isSame(run.swept().get(key), wanted);
    }

    private static boolean isSame(String value, String wanted) {
        if (value.replace(" ", "").equals(wanted.replace(" ", ""))) {
            return true;
        }
        try {
            return Double.parseDouble(value) == Double.parseDouble(wanted);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
