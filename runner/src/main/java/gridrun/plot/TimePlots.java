package gridrun.plot;

import gridrun.observed.GradientsOverTime;
import gridrun.observed.GradientsOverTime.Point;
import gridrun.observed.MeanCurve;
import gridrun.observed.MeanCurve.Single;
import gridrun.plot.Picture.Domain;
import gridrun.plot.Picture.Line;
import gridrun.plot.Picture.Panel;
import gridrun.report.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Plots of how far back in time gradients reach: from a sequence's first step at the left to its last. Else as {@link
 * Plots}.
 */
public final class TimePlots {

    private static final String METRIC = "gradient_norm_over_time";

    private TimePlots() {
    }

    /**
     * The steps of one run, a panel for each recurrent layer, a curve for each of some epochs from the first to the
     * last.
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
        return Plots.draw(Plots.picture(title, note(panels), Domain.STEPS, panels));
    }

    /**
     * The steps of a sweep's configurations, a panel for the first epoch of each recurrent layer and one for the last.
     *
     * @param title such as the experiment's name
     * @param configurations what was observed of the runs of each, best first. Layers are compared by their place, for
     *     an LSTM and a GRU have no name in common
     */
    public static byte[] sweep(String title, List<Compared<GradientsOverTime>> configurations) throws PlotsUnavailable {
        int layers = configurations.stream().flatMap(each -> each.runs().stream())
                .mapToInt(run -> run.names().size()).max().orElse(0);
        List<Panel> panels = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            String place = layers == 1 ? "" : "layer %d, ".formatted(layer + 1);
            panels.add(panel(place + "first epoch", layer, configurations, GradientsOverTime::firstEpoch));
            panels.add(panel(place + "last epoch", layer, configurations, GradientsOverTime::lastEpoch));
        }
        String note = note(panels) + "; " + Plots.sweepNote(configurations);
        return Plots.draw(Plots.picture(title, note, Domain.STEPS, panels));
    }

    /** What is shown and how: a name of a layer leaves no room beside it. */
    private static String note(List<Panel> panels) {
        String norm = "norm of the gradient with respect to the hidden states";
        return panels.stream().allMatch(panel -> Scale.of(panel).isLog()) ? norm + ", log scale" : norm;
    }

    private static Panel panel(String label, int layer, List<Compared<GradientsOverTime>> configurations,
            ToIntFunction<GradientsOverTime> epoch) {
        return new Panel(METRIC, label, Plots.lines(configurations, each -> curve(layer, each.runs(), epoch)), null);
    }

    /** The mean over the runs of a recurrent layer, counted from 0. */
    private static MeanCurve curve(int layer, List<GradientsOverTime> runs, ToIntFunction<GradientsOverTime> epoch) {
        return MeanCurve.of(runs.stream().filter(run -> layer < run.names().size())
                .map(run -> run.of(run.names().get(layer), epoch.applyAsInt(run)))
                .map(points -> new Single(points.stream().mapToDouble(Point::step).toArray(),
                        points.stream().mapToDouble(Point::norm).toArray()))
                .toList(), new double[0]);
    }
}
