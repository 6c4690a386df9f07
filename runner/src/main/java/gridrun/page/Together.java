package gridrun.page;

import gridrun.store.Repetition;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The runs of several sweeps as those of one. A configuration that several have is one, with the runs of all, so that
 * it is not compared with itself. Where two sweeps have different runs of it for the same seed, and fold, its data have
 * changed between them, and each has its own.
 */
final class Together {

    private static final String EXPERIMENT = "experiment";

    /** What a configuration is called, by the sweeps that have it. */
    private final Map<String, Set<String>> experiments = new HashMap<>();
    private final Map<String, Map<String, String>> swept = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    private Together(Map<String, List<Run>> sweeps) {
        Map<String, Map<Repetition, String>> keys = new HashMap<>();
        sweeps.forEach((name, runs) -> runs.forEach(run -> {
            if (!keys.computeIfAbsent(run.configId(), id -> new HashMap<>())
                    .computeIfAbsent(run.repeat(), repeat -> run.runKey()).equals(run.runKey())) {
                changed.add(run.configId());
            }
        }));
        sweeps.forEach((name, runs) -> runs.forEach(run -> {
            experiments.computeIfAbsent(id(name, run), id -> new TreeSet<>()).add(name);
            run.swept().forEach(swept.computeIfAbsent(id(name, run), id -> new LinkedHashMap<>())::putIfAbsent);
        }));
    }

    /**
     * The runs, each once.
     *
     * @param sweeps the runs of each, by a name that no other one has
     */
    static List<Run> of(Map<String, List<Run>> sweeps) {
        Together all = new Together(sweeps);
        List<Run> runs = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        sweeps.forEach((name, own) -> own.stream().filter(run -> taken.add(all.id(name, run) + " " + run.runKey()))
                .forEach(run -> runs.add(all.run(name, run))));
        return runs;
    }

    private String id(String name, Run run) {
        return changed.contains(run.configId()) ? name + " " + run.configId() : run.configId();
    }

    private Run run(String name, Run run) {
        String id = id(name, run);
        Map<String, String> values = new LinkedHashMap<>();
        values.put(EXPERIMENT, String.join(" and ", experiments.get(id)));
        values.putAll(swept.get(id));
        return new Run(run.runKey(), run.name(), id, run.seed(), run.repeat(), values, run.params(), run.superseded(),
                run.state(), run.outcome(), run.error(), run.startMs(), run.endMs(), run.facts(), run.tags(),
                run.datasets(), run.artifacts(), run.summary());
    }
}
