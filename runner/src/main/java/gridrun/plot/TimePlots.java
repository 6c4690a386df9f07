package gridrun.plot;

import gridrun.chart.Look;
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
    private static final String NORM = "gradients with respect to the hidden states";

    private TimePlots() {
    }

    /**
     * The steps of one run, a panel for each recurrent layer, a curve for each of some epochs from the first to the
     * last.
     *
     * @param title such as the run's name
     */
    public static Plot run(String title, GradientsOverTime gradients) throws PlotsUnavailable {
        return Plots.draw(pictureOfRun(title, gradients));
    }

    static Picture pictureOfRun(String title, GradientsOverTime gradients) {
        List<Panel> panels = new ArrayList<>();
        List<String> names = gradients.names();
        for (int layer = 0; layer < names.size(); layer++) {
            List<Line> lines = new ArrayList<>();
            int[] epochs = LayerPlots.epochs(gradients.lastEpoch());
            for (int epoch : epochs) {
                lines.add(new Line("epoch " + epoch, Look.ordered(lines.size(), epochs.length),
                        curve(layer, List.of(gradients), run -> epoch)));
            }
            panels.add(new Panel(METRIC, lines).headed(names.get(layer)));
        }
        return Plots.picture(title, NORM, Domain.STEPS, null, panels);
    }

    /**
     * The steps of a sweep's configurations, a panel for the first epoch of each recurrent layer and one for the last.
     *
     * @param title such as the experiment's name
     * @param configurations what was observed of the runs of each, best first. Layers are compared by their place, for
     *     an LSTM and a GRU have no name in common
     */
    public static Plot sweep(String title, List<Compared<GradientsOverTime>> configurations) throws PlotsUnavailable {
        return Plots.draw(pictureOfSweep(title, configurations));
    }

    static Picture pictureOfSweep(String title, List<Compared<GradientsOverTime>> configurations) {
        Comparison<GradientsOverTime> comparison = Comparison.of(configurations, false);
        int layers = configurations.stream().flatMap(each -> each.runs().stream())
                .mapToInt(run -> run.names().size()).max().orElse(0);
        List<Panel> panels = new ArrayList<>();
        for (int layer = 0; layer < layers; layer++) {
            String place = layers == 1 ? "" : "layer %d, ".formatted(layer + 1);
            panels.add(panel(place + "first epoch", layer, comparison, GradientsOverTime::firstEpoch));
            panels.add(panel(place + "last epoch", layer, comparison, GradientsOverTime::lastEpoch));
        }
        return Plots.picture(title, NORM + "; " + comparison.note(), Domain.STEPS, comparison.legend().head(), panels);
    }

    private static Panel panel(String heading, int layer, Comparison<GradientsOverTime> comparison,
            ToIntFunction<GradientsOverTime> epoch) {
        return comparison.of(METRIC, each -> curve(layer, each.runs(), epoch)).get(0).headed(heading);
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
