package gridrun.cli;

import gridrun.execute.Results;
import gridrun.execute.TrainedRun;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run as a command line names it: by the first digits of its key, or by its experiment and what it has.
 *
 * @param sweep one that the run belongs to
 */
record RunChoice(Sweep sweep, Run run) {

    private static final int MOST_LISTED = 8;

    /** The words that say which values the run has: {@code seed=3}. */
    static boolean isCondition(String word) {
        return word.matches("[A-Za-z0-9_.]+=.*");
    }

    /**
     * Finds the run.
     *
     * @param name the first four or more digits of a run's key, or an experiment, of which it is the best run then
     * @param conditions {@code key=value}, as the run's name has them or by the settings' full names
     * @throws UsageException if there is no such run, or there are several
     */
    static RunChoice of(Store store, String name, List<String> conditions) {
        Map<String, RunChoice> found = new LinkedHashMap<>();
        if (name.matches("[0-9a-f]{4,64}")) {
            everything(store).forEach((key, choice) -> {
                if (key.startsWith(name)) {
                    found.put(key, choice);
                }
            });
        }
        if (!found.isEmpty()) {
            return single(name, matching(found, conditions));
        }
        Sweep sweep = store.sweeps(name).stream().findFirst().orElseThrow(() -> new UsageException(
                "no run has a key that begins with '%s', and there is no experiment of that name in %s; there are: %s"
                        .formatted(name, store.directory(), known(store))));
        store.runs(sweep.sweepId()).forEach(run -> found.put(run.runKey(), new RunChoice(sweep, run)));
        return conditions.isEmpty() ? best(name, found) : single(name, matching(found, conditions));
    }

    private static Map<String, RunChoice> everything(Store store) {
        Map<String, RunChoice> all = new LinkedHashMap<>();
        store.sweeps().forEach(sweep -> store.runs(sweep.sweepId())
                .forEach(run -> all.putIfAbsent(run.runKey(), new RunChoice(sweep, run))));
        return all;
    }

    private static String known(Store store) {
        List<String> names = store.experiments();
        return names.isEmpty() ? "none yet" : String.join(", ", names);
    }

    private static RunChoice best(String name, Map<String, RunChoice> runs) {
        return Results.best(runs.values().iterator().next().sweep(),
                        runs.values().stream().map(RunChoice::run).toList())
                .map(run -> runs.get(run.runKey()))
                .orElseThrow(() -> new UsageException("no run of '%s' has been completed yet".formatted(name)));
    }

    private static List<RunChoice> matching(Map<String, RunChoice> runs, List<String> conditions) {
        return runs.values().stream().filter(choice -> conditions.stream().allMatch(choice::has)).toList();
    }

    private static RunChoice single(String name, List<RunChoice> found) {
        if (found.isEmpty()) {
            throw new UsageException("no run of '%s' has these values; results %s lists what there is"
                    .formatted(name, name));
        }
        if (found.size() > 1) {
            List<String> lines = new ArrayList<>();
            found.stream().sorted(Comparator.comparing(choice -> choice.run.name())).limit(MOST_LISTED)
                    .forEach(choice -> lines.add("  " + choice.shown()));
            if (found.size() > MOST_LISTED) {
                lines.add("  …");
            }
            throw new UsageException("%d runs fit; say which, by its key or by its values:%n%s"
                    .formatted(found.size(), lines.stream().collect(Collectors.joining("\n"))));
        }
        return found.get(0);
    }

    /** The run for a person: its key's beginning, its experiment and its name. */
    String shown() {
        return TrainedRun.shortKey(run) + "  " + sweep.experiment()
                + (run.name().equals(sweep.experiment()) ? "" : "  " + run.name());
    }

    private boolean has(String condition) {
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
