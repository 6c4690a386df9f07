package gridrun.plot;

import gridrun.chart.Look;
import gridrun.observed.Layers;
import gridrun.observed.MeanCurve;
import gridrun.observed.MeanCurve.Single;
import gridrun.plot.Picture.Domain;
import gridrun.plot.Picture.Line;
import gridrun.plot.Picture.Panel;
import gridrun.report.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plots of what was observed of layers: from the input at the left to the output at the right. Else as {@link Plots}.
 */
public final class LayerPlots {

    private LayerPlots() {
    }

    /**
     * The layers of one run, a panel for each observation, a curve for each of some epochs from the first to the last.
     *
     * @param title such as the run's name
     */
    public static Plot run(String title, Layers layers) throws PlotsUnavailable {
        return Plots.draw(pictureOfRun(title, layers));
    }

    static Picture pictureOfRun(String title, Layers layers) {
        List<Panel> panels = new ArrayList<>();
        for (String observation : layers.observations()) {
            List<Line> lines = new ArrayList<>();
            int[] epochs = epochs(layers.lastEpoch());
            for (int epoch : epochs) {
                lines.add(new Line("epoch " + epoch, Look.ordered(lines.size(), epochs.length),
                        curve(observation, List.of(layers), run -> epoch, layers.names())));
            }
            panels.add(new Panel(observation, lines));
        }
        return Plots.picture(title, null, Domain.layers(layers.names()), null, panels);
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
     * @param configurations the runs' layers of each, best first
     */
    public static Plot firstEpoch(String title, List<Compared<Layers>> configurations) throws PlotsUnavailable {
        return Plots.draw(pictureOfSweep(title, "in the first epoch", configurations, Layers::firstEpoch));
    }

    /** The same in each run's last epoch. */
    public static Plot lastEpoch(String title, List<Compared<Layers>> configurations) throws PlotsUnavailable {
        return Plots.draw(pictureOfSweep(title, "in the last epoch", configurations, Layers::lastEpoch));
    }

    static Picture pictureOfSweep(String title, String when, List<Compared<Layers>> configurations,
            ToIntFunction<Layers> epoch) {
        List<Layers> all = configurations.stream().flatMap(each -> each.runs().stream()).toList();
        boolean byPlace = Layers.haveTheSamePlaces(all);
        List<String> names = byPlace ? Layers.places(all) : Layers.names(all);
        Comparison<Layers> comparison = Comparison.of(configurations, false);
        List<Panel> panels = new ArrayList<>();
        for (String observation : Layers.observations(all)) {
            panels.addAll(comparison.of(observation, each -> byPlace
                    ? byPlace(observation, each.runs(), epoch) : curve(observation, each.runs(), epoch, names)));
        }
        return Plots.picture(title, when + "; " + comparison.note(), Domain.layers(names), comparison.legend().head(),
                panels);
    }

    /** Layers are told by their place, for an LSTM and a GRU have no name in common. */
    private static MeanCurve byPlace(String observation, List<Layers> runs, ToIntFunction<Layers> epoch) {
        return MeanCurve.of(runs.stream()
                .map(run -> single(observation, run.in(epoch.applyAsInt(run)), run.names())).toList(), new double[0]);
    }

    /** A line runs over layers of which there is no such figure, but breaks at those that a network does not have. */
    private static MeanCurve curve(String observation, List<Layers> runs, ToIntFunction<Layers> epoch,
            List<String> names) {
        Set<String> had = runs.stream().flatMap(run -> run.names().stream()).collect(Collectors.toSet());
        int[] breaks = IntStream.range(0, names.size()).filter(i -> !had.contains(names.get(i))).toArray();
        return MeanCurve.of(
                runs.stream().map(run -> single(observation, run.in(epoch.applyAsInt(run)), names)).toList(),
                IntStream.of(breaks).asDoubleStream().toArray());
    }

    private static Single single(String observation, Map<String, Map<String, Double>> layers, List<String> names) {
        int[] places = IntStream.range(0, names.size())
                .filter(i -> layers.getOrDefault(names.get(i), Map.of()).containsKey(observation)).toArray();
        return new Single(IntStream.of(places).asDoubleStream().toArray(),
                IntStream.of(places).mapToDouble(i -> layers.get(names.get(i)).get(observation)).toArray());
    }
}
