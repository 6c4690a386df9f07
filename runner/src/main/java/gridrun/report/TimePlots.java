package gridrun.report;

import gridrun.report.Chart.Domain;
import gridrun.report.Chart.Line;
import gridrun.report.Chart.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Plots of how far back in time gradients reach: from a sequence's first step at the left to its last. Else as {@link Plots}. */
public final class TimePlots {

    private static final String METRIC = "gradient_norm_over_time";

    private TimePlots() {
    }

    /**
     * The steps of one run, a panel for each recurrent layer, a curve for each of some epochs from the first to the last.
     *
     * @param title such as the run's name
     */
    public static byte[] run(String title, GradientsOverTime gradients) throws PlotsUnavailable {
        List<Panel> panels = new ArrayList<>();
        List<String> names = gradients.names();
        for (int layer = 0; layer < names.size(); layer++) {
            List<Line> lines = new ArrayList<>();
            for (int epoch : LayerPlots.epochs(gradients.lastEpoch())) {
                lines.add(new Line("epoch " + epoch, lines.size(), curve(layer, List.of(gradients), run -> epoch)));
            }
            panels.add(new Panel(METRIC, names.get(layer), lines, null));
        }
        return Plots.draw(title, note(panels), Domain.STEPS, panels);
    }

    /**
     * The steps of a sweep's configurations, a panel for the first epoch of each recurrent layer and one for the last.
     *
     * @param title such as the experiment's name
     * @param configurations what was observed of the runs, for each configuration's label, best first. Layers are compared by
     *     their place, for an LSTM and a GRU have no name in common
     */
    public static byte[] sweep(String title, Map<String, List<GradientsOverTime>> configurations) throws PlotsUnavailable {
        int layers = configurations.values().stream().flatMap(List::stream).mapToInt(run -> run.names().size()).max().orElse(0);
        List<Panel> panels = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            String place = layers == 1 ? "" : "layer %d, ".formatted(layer + 1);
            panels.add(panel(place + "first epoch", layer, configurations, GradientsOverTime::firstEpoch));
            panels.add(panel(place + "last epoch", layer, configurations, GradientsOverTime::lastEpoch));
        }
        return Plots.draw(title, note(panels) + "; " + Plots.sweepNote(configurations.size()), Domain.STEPS, panels);
    }

    /** What is shown and how: a name of a layer leaves no room beside it. */
    private static String note(List<Panel> panels) {
        String norm = "norm of the gradient with respect to the hidden states";
        return panels.stream().allMatch(LogScale::serves) ? norm + ", log scale" : norm;
    }

    private static Panel panel(String label, int layer, Map<String, List<GradientsOverTime>> configurations,
                               ToIntFunction<GradientsOverTime> epoch) {
        List<Line> lines = new ArrayList<>();
        configurations.entrySet().stream().limit(Plots.MOST_CONFIGURATIONS)
                .forEach(entry -> lines.add(new Line(entry.getKey(), lines.size(), curve(layer, entry.getValue(), epoch))));
        return new Panel(METRIC, label, lines, null);
    }

    /** The mean over the runs of a recurrent layer, counted from 0. */
    private static MeanCurve curve(int layer, List<GradientsOverTime> runs, ToIntFunction<GradientsOverTime> epoch) {
        TreeMap<Integer, List<Double>> steps = new TreeMap<>();
        for (GradientsOverTime run : runs) {
            run.names().stream().skip(layer).limit(1).flatMap(name -> run.of(name, epoch.applyAsInt(run)).stream())
                    .forEach(point -> steps.computeIfAbsent(point.step(), step -> new ArrayList<>()).add(point.norm()));
        }
        return MeanCurve.of(steps.keySet().stream().mapToDouble(Integer::doubleValue).toArray(), steps.values().stream()
                .map(norms -> norms.stream().mapToDouble(Double::doubleValue).toArray()).toList());
    }
}
