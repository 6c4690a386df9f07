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
import java.util.stream.Collectors;

/**
 * The runs of several sweeps as those of one. A configuration that several have is one, with the runs of all, so that
 * it is not compared with itself. Where two sweeps have different runs of it for the same seed, and fold, its data have
 * changed between them, and each has its own; a third one's belongs to that with which it has no such run.
 */
final class Together {

    private static final String EXPERIMENT = "experiment";

    /** What sweeps have of a configuration without contradiction. */
    private static final class Shared {

        private final Map<Repetition, String> keys = new HashMap<>();
        private final Set<String> experiments = new TreeSet<>();
        private final Map<String, String> swept = new LinkedHashMap<>();

        private boolean agreesWith(List<Run> runs) {
            return runs.stream().allMatch(run -> keys.getOrDefault(run.repeat(), run.runKey()).equals(run.runKey()));
        }

        private void add(String experiment, List<Run> runs) {
            experiments.add(experiment);
            for (Run run : runs) {
                keys.put(run.repeat(), run.runKey());
                run.swept().forEach(swept::putIfAbsent);
            }
        }

        private String names() {
            return String.join(" and ", experiments);
        }
    }

    /** By configuration; more than one where data have changed. */
    private final Map<String, List<Shared>> shared = new HashMap<>();

    private Together(Map<String, List<Run>> sweeps) {
        sweeps.forEach((experiment, all) -> all.stream().collect(Collectors.groupingBy(Run::configId))
                .forEach((id, runs) -> {
                    List<Shared> others = shared.computeIfAbsent(id, none -> new ArrayList<>());
                    others.stream().filter(other -> other.agreesWith(runs)).findFirst().orElseGet(() -> {
                        others.add(new Shared());
                        return others.get(others.size() - 1);
                    }).add(experiment, runs);
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
        sweeps.forEach((experiment, own) -> own.forEach(run -> runs.add(all.run(experiment, run))));
        Set<String> taken = new HashSet<>();
        return runs.stream().filter(run -> taken.add(run.configId() + " " + run.runKey())).toList();
    }

    private Run run(String experiment, Run run) {
        List<Shared> others = shared.get(run.configId());
        Shared own = others.stream().filter(each -> each.experiments.contains(experiment)).findFirst().orElseThrow();
        String id = others.size() == 1 ? run.configId() : own.names() + " " + run.configId();
        Map<String, String> values = new LinkedHashMap<>();
        values.put(EXPERIMENT, own.names());
        values.putAll(own.swept);
        return new Run(run.runKey(), run.name(), id, run.seed(), run.repeat(), values, run.params(), run.superseded(),
                run.state(), run.outcome(), run.error(), run.startMs(), run.endMs(), run.facts(), run.tags(),
                run.datasets(), run.artifacts(), run.summary());
    }
}
