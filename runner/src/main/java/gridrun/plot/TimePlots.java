package gridrun.plot;

import gridrun.chart.Look;
import gridrun.observed.GradientsOverTime;
import gridrun.observed.GradientsOverTime.Direction;
import gridrun.observed.GradientsOverTime.Point;
import gridrun.observed.MeanCurve;
import gridrun.observed.MeanCurve.Single;
import gridrun.plot.Picture.Domain;
import gridrun.plot.Picture.Line;
import gridrun.plot.Picture.Panel;
import gridrun.report.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

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
        for (String name : gradients.names()) {
            List<Line> lines = new ArrayList<>();
            int[] epochs = LayerPlots.epochs(gradients.lastEpoch());
            for (int epoch : epochs) {
                lines.add(new Line("epoch " + epoch, Look.ordered(lines.size(), epochs.length),
                        curve(run -> name, List.of(gradients), run -> epoch)));
            }
            panels.add(new Panel(METRIC, lines).headed(name));
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
        Set<Direction> directions = configurations.stream().flatMap(each -> each.runs().stream())
                .flatMap(run -> run.directions().keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
        List<Panel> panels = new ArrayList<>();
        for (Direction direction : directions) {
            String place = place(direction, directions);
            panels.add(panel(place + "first epoch", direction, comparison, GradientsOverTime::firstEpoch));
            panels.add(panel(place + "last epoch", direction, comparison, GradientsOverTime::lastEpoch));
        }
        return Plots.picture(title, NORM + "; " + comparison.note(), Domain.STEPS, comparison.legend().head(), panels);
    }

    /** What tells a direction from the others; nothing where it is the only one. */
    private static String place(Direction direction, Set<Direction> all) {
        boolean isTwo = all.stream().filter(other -> other.layer() == direction.layer()).count() > 1;
        return (all.stream().allMatch(other -> other.layer() == 1) ? "" : "layer %d, ".formatted(direction.layer()))
                + (direction.isBackward() ? "backward, " : isTwo ? "forward, " : "");
    }

    private static Panel panel(String heading, Direction direction, Comparison<GradientsOverTime> comparison,
            ToIntFunction<GradientsOverTime> epoch) {
        return comparison.of(METRIC, each -> curve(run -> run.directions().get(direction), each.runs(), epoch)).get(0)
                .headed(heading);
    }

    /** @param name of the layer in a run; null where that has none */
    private static MeanCurve curve(Function<GradientsOverTime, String> name, List<GradientsOverTime> runs,
            ToIntFunction<GradientsOverTime> epoch) {
        return MeanCurve.of(runs.stream().filter(run -> name.apply(run) != null)
                .map(run -> run.of(name.apply(run), epoch.applyAsInt(run)))
                .map(points -> new Single(points.stream().mapToDouble(Point::step).toArray(),
                        points.stream().mapToDouble(Point::norm).toArray()))
                .toList(), new double[0]);
    }
}
