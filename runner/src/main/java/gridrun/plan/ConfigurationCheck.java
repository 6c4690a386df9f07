package gridrun.plan;

import gridrun.check.GradientCheck;
import gridrun.check.GradientVerdict;
import gridrun.data.DataLoader;
import gridrun.experiment.Experiment;
import gridrun.experiment.RunSpec;
import gridrun.graph.Penalty;
import gridrun.nn.Architecture;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/**
 * A gradient check of an experiment, one for all runs that have the same network, loss and penalties, and differ in how
 * they are trained.
 *
 * @param name what sets these runs apart from others, {@code activation=relu}; the experiment's name where nothing does
 * @param run the first of them, whose data and initial weights are taken
 */
public record ConfigurationCheck(String name, RunSpec run) {

    private record Network(Architecture architecture, Penalty penalty) {
    }

    /** The checks of an experiment, in the order of its plan. */
    public static List<ConfigurationCheck> of(Experiment experiment) {
        Map<Network, List<RunSpec>> networks = new LinkedHashMap<>();
        for (RunSpec run : experiment.runs()) {
            networks.computeIfAbsent(new Network(run.architecture(), run.train().penalty()), key -> new ArrayList<>())
                    .add(run);
        }
        return networks.values().stream()
                .map(runs -> new ConfigurationCheck(name(experiment, runs), runs.get(0))).toList();
    }

    /** The settings that are swept, but have one value in all these runs. */
    private static String name(Experiment experiment, List<RunSpec> runs) {
        Set<Map.Entry<String, String>> common = new LinkedHashSet<>(runs.get(0).swept().entrySet());
        runs.forEach(run -> common.retainAll(run.swept().entrySet()));
        return common.isEmpty() ? experiment.name()
                : common.stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
    }

    /**
     * Checks every parameter tensor on a few examples of the training part.
     *
     * @param progress is told often which share of the work is done, from 0 to 1
     */
    public List<GradientVerdict> verdicts(DataLoader loader, DoubleConsumer progress) throws IOException {
        return GradientCheck.onExamples(run.architecture(), run.train().penalty(),
                loader.load(run.data(), run.seeds(), run.fold()).train().data(), run.beginning()).run(progress);
    }
}
