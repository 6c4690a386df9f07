package gridrun.report;

import gridrun.report.Chart.Domain;
import gridrun.report.Chart.Line;
import gridrun.report.Chart.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Plots of what was observed of layers: from the input at the left to the output at the right. Else as {@link Plots}. */
public final class LayerPlots {

    private LayerPlots() {
    }

    /**
     * The layers of one run, a panel for each observation, a curve for each of some epochs from the first to the last.
     *
     * @param title such as the run's name
     */
    public static byte[] run(String title, Layers layers) throws PlotsUnavailable {
        List<Panel> panels = new ArrayList<>();
        for (String observation : layers.observations()) {
            List<Line> lines = new ArrayList<>();
            for (int epoch : epochs(layers.lastEpoch())) {
                lines.add(new Line("epoch " + epoch, lines.size(),
                        curve(observation, List.of(layers), run -> epoch, layers.names())));
            }
            panels.add(new Panel(observation, lines, null));
        }
        return Plots.draw(title, null, Domain.layers(layers.names()), panels);
    }

    /** The epochs of a run that are shown, from the first to the last. */
    static int[] epochs(int last) {
        return IntStream.of(1, (int) Math.round(last / 4.0), (int) Math.round(last / 2.0), last)
                .filter(epoch -> epoch > 0).distinct().toArray();
    }

    /**
     * The layers of a sweep's configurations in their first epoch.
     *
     * @param title such as the experiment's name
     * @param configurations the runs' layers for each configuration's label, best first
     */
    public static byte[] firstEpoch(String title, Map<String, List<Layers>> configurations) throws PlotsUnavailable {
        return sweep(title, "in the first epoch", configurations, Layers::firstEpoch);
    }

    /** The same in each run's last epoch. */
    public static byte[] lastEpoch(String title, Map<String, List<Layers>> configurations) throws PlotsUnavailable {
        return sweep(title, "in the last epoch", configurations, Layers::lastEpoch);
    }

    private static byte[] sweep(String title, String when, Map<String, List<Layers>> configurations,
                                ToIntFunction<Layers> epoch) throws PlotsUnavailable {
        List<Layers> all = configurations.values().stream().flatMap(List::stream).toList();
        List<String> names = Layers.names(all);
        List<Panel> panels = new ArrayList<>();
        for (String observation : Layers.observations(all)) {
            List<Line> lines = new ArrayList<>();
            configurations.entrySet().stream().limit(Plots.MOST_CONFIGURATIONS).forEach(entry -> lines.add(new Line(
                    entry.getKey(), lines.size(), curve(observation, entry.getValue(), epoch, names))));
            panels.add(new Panel(observation, lines, null));
        }
        return Plots.draw(title, when + "; " + Plots.sweepNote(configurations.size()), Domain.layers(names), panels);
    }

    private static MeanCurve curve(String observation, List<Layers> runs, ToIntFunction<Layers> epoch,
                                   List<String> names) {
        List<Map<String, Map<String, Double>>> seeds = runs.stream().map(run -> run.in(epoch.applyAsInt(run))).toList();
        List<double[]> values = names.stream().map(name -> seeds.stream()
                .mapToDouble(seed -> seed.getOrDefault(name, Map.of()).getOrDefault(observation, Double.NaN))
                .toArray()).toList();
        return MeanCurve.of(IntStream.range(0, names.size()).asDoubleStream().toArray(), values);
    }
}
