package gridrun.plan;

import gridrun.checkpoint.Checkpoints;
import gridrun.report.Figures;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Trained;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What becomes of earlier work: which runs are trained though runs like them have their results, and why, and which
 * begin where others ended.
 */
public final class Reuse {

    private static final int MOST_SETTINGS = 3;
    /** Of a job: the data, the engine, and the metrics that were asked for. */
    private static final Pattern VERSION = Pattern.compile("(.*?) (\\d+)((?: [a-z]\\w*)*)");

    private final Store store;
    private final Map<String, Trained> byCell = new HashMap<>();
    private final Map<String, Trained> byName = new HashMap<>();

    private Reuse(Store store, String experiment) {
        this.store = store;
        for (Trained run : store.trained(experiment)) {
            String repeat = repeat(run.seed(), run.fold());
            byCell.put(run.configId() + repeat, run);
            byName.put(run.name() + repeat, run);
        }
    }

    /**
     * What is to be said in the plan of the runs that are to be trained, a line each; nothing where all is new.
     *
     * @param fresh whether they begin at their beginning in any case
     */
    public static List<String> of(Store store, String experiment, List<Job> toDo, boolean fresh) {
        if (toDo.isEmpty()) {
            return List.of();
        }
        Reuse reuse = new Reuse(store, experiment);
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Job job : toDo) {
            String reason = reuse.reason(job);
            if (reason != null) {
                counts.merge(reason, 1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        counts.forEach((reason, count) -> lines.add(Figures.counted(count, "run") + " again: " + reason));
        Checkpoints checkpoints = new Checkpoints(store.directory());
        if (!fresh && checkpoints.areThere()) {
            lines.addAll(beginnings(checkpoints, toDo));
        }
        return lines;
    }

    private static List<String> beginnings(Checkpoints checkpoints, List<Job> toDo) {
        List<String> lines = new ArrayList<>();
        Map<Checkpoints.Beginning, Integer> beginnings = new LinkedHashMap<>();
        toDo.forEach(job -> beginnings.merge(checkpoints.beginning(job.identity()), 1, Integer::sum));
        beginnings.forEach((beginning, count) -> {
            if (beginning.words() != null) {
                lines.add(Figures.counted(count, "run") + " " + beginning.words());
            }
        });
        return lines;
    }

    /** Why a run is trained though one like it has its result; null where there is none. */
    private String reason(Job job) {
        String repeat = repeat(job.spec().seed(), job.spec().fold());
        Trained same = byCell.get(job.spec().configId() + repeat);
        if (same != null && !same.runKey().equals(job.runKey())) {
            return ofVersion(same.version(), job.version());
        }
        Trained other = byName.get(job.spec().name() + repeat);
        return same != null || other == null ? null : ofSettings(store.params(other.runKey()), job);
    }

    private static String repeat(long seed, int fold) {
        return " seed " + seed + " fold " + fold;
    }

    private static String ofVersion(String before, String now) {
        Matcher then = VERSION.matcher(before == null ? "" : before);
        Matcher today = VERSION.matcher(now);
        if (!today.matches() || !then.matches() || !then.group(1).equals(today.group(1))) {
            return "the data have changed";
        }
        return then.group(2).equals(today.group(2)) ? "other metrics are measured"
                : "this version of Gridrun computes other numbers (numerics %s, was %s)"
                        .formatted(today.group(2), then.group(2));
    }

    private static String ofSettings(Map<String, String> before, Job job) {
        Map<String, String> now = job.spec().params();
        List<String> changes = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        names.removeIf(name -> name.equals(Run.SEED) || name.startsWith(Run.seedOf("")));
        for (String name : names) {
            if (!Objects.equals(before.get(name), now.get(name))) {
                changes.add("%s is %s, was %s".formatted(name, now.getOrDefault(name, "not set"),
                        before.getOrDefault(name, "not set")));
            }
        }
        if (changes.isEmpty()) {
            return null;
        }
        return changes.size() <= MOST_SETTINGS ? String.join("; ", changes)
                : "%s and %d more settings".formatted(changes.get(0), changes.size() - 1);
    }
}
