package gridrun.cli;

import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A sweep as a command line names it: an experiment, or the first digits of the identity of a sweep, a configuration or
 * a run.
 *
 * @param sweep the newest one that fits
 * @param runs those that are meant: all of the sweep's, or those of the configuration, the run or the values that
 *     were named
 * @param whole whether these are all that the sweep had when they were read
 * @param others sweeps that fit as well, the newest first
 */
record SweepChoice(Sweep sweep, List<Run> runs, boolean whole, List<Sweep> others) {

    /** What names an identity: at least so many of its digits. */
    private static final String DIGITS = "[0-9a-f]{4,64}";
    private static final int MOST_LISTED = 8;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /**
     * Finds it.
     *
     * @param name an experiment, or the beginning of an identity
     * @param conditions {@code key=value} that the runs have
     * @param when the times at which it was planned; null for any
     * @throws UsageException if there is none, or what was named means several things
     */
    static SweepChoice of(Store store, String name, List<String> conditions, When when) {
        return of(store, store::runs, name, conditions, when);
    }

    /**
     * The same.
     *
     * @param read the runs of a sweep, with as much of them as is needed
     */
    static SweepChoice of(Store store, Function<String, List<Run>> read, String name, List<String> conditions,
            When when) {
        List<Sweep> all = store.sweeps().stream().filter(sweep -> when == null || when.has(sweep)).toList();
        if (all.stream().noneMatch(sweep -> sweep.experiment().equals(name))) {
            requireTime(store.sweeps(name));
        }
        List<Sweep> named = all.stream().filter(sweep -> sweep.experiment().equals(name)).toList();
        Optional<SweepChoice> found = newest(read, named, null, conditions);
        if (found.isEmpty() && named.isEmpty() && name.matches(DIGITS)) {
            found = byIdentity(read, all, name, conditions);
        }
        return found.orElseThrow(() -> unknown(store, name, conditions, named));
    }

    private static Optional<SweepChoice> byIdentity(Function<String, List<Run>> read, List<Sweep> all, String digits,
            List<String> conditions) {
        List<Sweep> sweeps = all.stream().filter(sweep -> sweep.sweepId().startsWith(digits)).toList();
        if (!sweeps.isEmpty()) {
            requireOne(digits, sweeps.stream().map(SweepChoice::shown).toList());
            return newest(read, sweeps, null, conditions);
        }
        // By identity, with the newest sweep that has it: what several sweeps share is one thing.
        Map<String, String> runs = new LinkedHashMap<>();
        Map<String, String> configurations = new LinkedHashMap<>();
        for (Sweep sweep : all) {
            for (Run run : read.apply(sweep.sweepId())) {
                if (run.runKey().startsWith(digits)) {
                    runs.putIfAbsent(run.runKey(), "run %s  %s  %s  %s".formatted(
                            run.runKey().substring(0, 12), date(sweep), sweep.experiment(), run.name()));
                } else if (run.configId().startsWith(digits)) {
                    configurations.putIfAbsent(run.configId(), "configuration %s  %s  %s".formatted(
                            run.configId().substring(0, 12), date(sweep), sweep.experiment()));
                }
            }
        }
        List<String> fitting = new ArrayList<>(runs.values());
        fitting.addAll(configurations.values());
        requireOne(digits, fitting);
        return newest(read, all, runs.isEmpty() ? run -> run.configId().startsWith(digits)
                : run -> run.runKey().startsWith(digits), conditions);
    }

    private static void requireOne(String digits, List<String> fitting) {
        if (fitting.size() > 1) {
            throw new UsageException("'%s' begins several identities; write more digits:%n%s".formatted(digits,
                    listed(fitting)));
        }
    }

    /** The newest sweep that has such runs; null stands for all runs. */
    private static Optional<SweepChoice> newest(Function<String, List<Run>> read, List<Sweep> sweeps,
            Predicate<Run> which, List<String> conditions) {
        if (which == null && conditions.isEmpty()) {
            return sweeps.stream().findFirst().map(sweep -> new SweepChoice(
                    sweep, read.apply(sweep.sweepId()), true, sweeps.subList(1, sweeps.size())));
        }
        Sweep newest = null;
        List<Run> runs = List.of();
        boolean whole = false;
        List<Sweep> others = new ArrayList<>();
        for (Sweep sweep : sweeps) {
            List<Run> all = read.apply(sweep.sweepId());
            List<Run> fitting = all.stream()
                    .filter(run -> which == null || which.test(run)).filter(run -> RunChoice.has(run, conditions))
                    .toList();
            if (!fitting.isEmpty() && newest == null) {
                newest = sweep;
                runs = fitting;
                whole = fitting.size() == all.size();
            } else if (!fitting.isEmpty()) {
                others.add(sweep);
            }
        }
        return newest == null ? Optional.empty()
                : Optional.of(new SweepChoice(newest, runs, whole, List.copyOf(others)));
    }

    /** The sweeps of a name that there are, of which none is of the time that was asked for. */
    private static void requireTime(List<Sweep> sweeps) {
        if (!sweeps.isEmpty()) {
            throw new UsageException("--when: '%s' was not planned then, but:%n%s".formatted(sweeps.get(0).experiment(),
                    listed(sweeps.stream().map(SweepChoice::shown).toList())));
        }
    }

    private static String listed(Collection<String> lines) {
        return lines.stream().limit(MOST_LISTED).map(line -> "  " + line).collect(Collectors.joining("\n"))
                + (lines.size() > MOST_LISTED ? "\n  …" : "");
    }

    private static UsageException unknown(Store store, String name, List<String> conditions, List<Sweep> named) {
        if (!named.isEmpty()) {
            return new UsageException("no run of '%s' has %s; results %s lists what there is"
                    .formatted(name, String.join(" ", conditions), name));
        }
        List<String> names = store.experiments();
        return new UsageException(
                "nothing is known about '%s' in %s: it is no experiment's name, and no identity of a sweep, "
                        .formatted(name, store.directory())
                        + "a configuration or a run begins with it (four digits at least); there are: "
                        + (names.isEmpty() ? "none yet" : String.join(", ", names)));
    }

    /** A sweep for a person: its identity's beginning, when it was planned last, and its name. */
    static String shown(Sweep sweep) {
        return "%s  %s  %s".formatted(sweep.sweepId().substring(0, 8), date(sweep), sweep.experiment());
    }

    /** When a sweep was planned last, in the local time. */
    static String date(Sweep sweep) {
        return DATE.format(Instant.ofEpochMilli(sweep.plannedMs()).atZone(ZoneId.systemDefault()));
    }
}
