package gridrun.plot;

import gridrun.chart.Look;
import gridrun.chart.Words;
import gridrun.effect.Effects;
import gridrun.metric.DataPart;
import gridrun.metric.MeanLoss;
import gridrun.metric.Metric;
import gridrun.metric.Metric.Basis;
import gridrun.metric.Vocabulary;
import gridrun.observed.Boundary;
import gridrun.observed.Confusion;
import gridrun.observed.Curves;
import gridrun.observed.Curves.Series;
import gridrun.observed.Fit;
import gridrun.observed.Histograms;
import gridrun.observed.MeanCurve;
import gridrun.observed.Profile;
import gridrun.observed.Tiles;
import gridrun.plot.Picture.Domain;
import gridrun.plot.Picture.Line;
import gridrun.plot.Picture.Panel;
import gridrun.report.Compared;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jfree.chart.text.TextUtils;

/**
 * Plots of what was observed, 800 units wide, and those of which a sweep has many 400; equal input gives equal bytes on
 * one machine.
 *
 * <p>They need Java's desktop module and one font of the system. Where these are missing every method throws {@link
 * PlotsUnavailable}, and the caller goes on without the plot.
 */
public final class Plots {

    /** Of how pictures are drawn. Whoever draws them in another way counts on: those of an earlier one are renewed. */
    public static final String VERSION = "11";

    /** A confusion matrix of more classes is no picture that one could read. */
    public static final int MOST_CLASSES = 100;

    static final String RATE = "learning_rate";

    /** Panels of a sweep: with one for each value of an axis there is not room for every metric. */
    private static final int MOST_PANELS = 4;

    private Plots() {
    }

    /**
     * The learning curves of one run: its loss and its accuracy (or other figure of merit), in training and validation,
     * and its learning rate where that changes.
     *
     * @param title such as the experiment and the run's name
     * @param keptEpoch the epoch whose weights are kept; it is marked, unless it is the last one or null
     */
    public static Plot run(String title, Curves curves, Integer keptEpoch) throws PlotsUnavailable {
        return draw(pictureOfRun(title, curves, keptEpoch)).small();
    }

    static Picture pictureOfRun(String title, Curves curves, Integer keptEpoch) {
        Integer marked = keptEpoch == null || keptEpoch >= curves.lastEpoch() ? null : keptEpoch;
        List<Panel> panels = new ArrayList<>();
        for (String metric : figures(curves.metrics().keySet())) {
            List<Line> lines = new ArrayList<>();
            add(lines, "training", 1, metric, curves);
            add(lines, "validation", 0, DataPart.VALIDATION.prefix() + metric, curves);
            panels.add(new Panel(metric, lines).marked(marked).overEpochs());
        }
        if (hasSchedule(curves)) {
            panels.add(new Panel(RATE,
                    List.of(new Line(Words.of(RATE), Look.of(2), MeanCurve.of(RATE, List.of(curves))))));
        }
        String note = marked == null ? null : "dashed: the epoch whose weights are kept, %d".formatted(marked);
        return picture(title, note, Domain.EPOCHS, null, panels);
    }

    private static void add(List<Line> lines, String label, int colour, String metric, Curves curves) {
        if (curves.metrics().containsKey(metric)) {
            lines.add(new Line(label, Look.of(colour), MeanCurve.of(metric, List.of(curves))));
        }
    }

    /**
     * The curves of a sweep: for each configuration the mean over its runs, in a band of one standard deviation where
     * there are few. The learning rates are shown where one changes.
     *
     * @param title such as the experiment's name
     * @param objective what is ranked; it is shown with the loss
     * @param configurations the runs' curves of each, best first
     */
    public static Plot sweep(String title, Objective objective, List<Compared<Curves>> configurations)
            throws PlotsUnavailable {
        return draw(pictureOfSweep(title, objective, configurations));
    }

    static Picture pictureOfSweep(String title, Objective objective, List<Compared<Curves>> configurations) {
        Set<String> metrics = new LinkedHashSet<>(List.of(objective.metric()));
        String validated = DataPart.VALIDATION.prefix() + MeanLoss.NAME;
        metrics.add(objective.metric().equals(validated) ? MeanLoss.NAME : validated);
        if (configurations.stream().flatMap(each -> each.runs().stream()).anyMatch(Plots::hasSchedule)) {
            metrics.add(RATE);
        }
        Comparison<Curves> comparison = Comparison.of(configurations, true);
        List<Panel> panels = new ArrayList<>();
        for (String metric : metrics) {
            Function<Compared<Curves>, MeanCurve> curve = each -> each.isDiverged()
                    ? MeanCurve.of(metric, each.runs()).diverged() : MeanCurve.of(metric, each.runs());
            List<Panel> more = panels.isEmpty() ? comparison.ranked(metric, curve) : comparison.of(metric, curve);
            if (panels.isEmpty() || panels.size() + more.size() <= MOST_PANELS) {
                panels.addAll(metric.equals(RATE) ? more : more.stream().map(Panel::overEpochs).toList());
            }
        }
        String ranked = configurations.stream().allMatch(each -> each.figure() == null) ? ""
                : "; triangles: %s, by which the table ranks".formatted(Words.of(objective.ranked()));
        return picture(title, comparison.note() + ranked, Domain.EPOCHS, comparison.legend().head(), panels);
    }

    /** What a sweep's table ranks: every run, and each configuration's mean with its interval. */
    public static Plot ranking(String title, Ranking ranking) throws PlotsUnavailable {
        probe();
        return RankingPicture.of(title, ranking);
    }

    /** Whether the learning rate changes in the course of a run. */
    private static boolean hasSchedule(Curves curves) {
        Series rate = curves.metrics().get(RATE);
        return rate != null && Arrays.stream(rate.values()).distinct().count() > 1;
    }

    /** The loss, one more usual metric, if there is one, better a share than an error, and what was asked for. */
    private static List<String> figures(Set<String> names) {
        List<Metric> metrics = names.stream().filter(name -> DataPart.of(name) == DataPart.TRAINING)
                .flatMap(name -> Vocabulary.named(name).stream()).toList();
        Stream<Metric> loss = metrics.stream().filter(metric -> metric.basis() == Basis.LOSS);
        Stream<Metric> second = metrics.stream().filter(metric -> metric.isUsual() && metric.basis() != Basis.LOSS)
                .sorted(Comparator.comparing(Metric::isError)).limit(1);
        Stream<Metric> asked = metrics.stream().filter(metric -> !metric.isUsual());
        return Stream.of(loss, second, asked).flatMap(each -> each).map(Metric::name).toList();
    }

    /** Confusion matrices side by side, up to {@value #MOST_CLASSES} classes. */
    public static Plot confusion(String title, List<Confusion> parts) throws PlotsUnavailable {
        probe();
        return ConfusionPicture.of(title, parts).small();
    }

    /** The regions of a classifier in the plane. */
    public static Plot boundary(String title, Boundary boundary) throws PlotsUnavailable {
        probe();
        return BoundaryPicture.of(title, boundary);
    }

    /** A fitted curve, or predicted against actual values. */
    public static Plot fit(String title, Fit fit) throws PlotsUnavailable {
        probe();
        return FitPicture.of(title, fit);
    }

    /** How activations and gradients are spread, layer by layer over the epochs. */
    public static Plot histograms(String title, Histograms histograms) throws PlotsUnavailable {
        probe();
        return HistogramsPicture.of(title, histograms);
    }

    /** Small images in groups. */
    public static Plot tiles(String title, Tiles tiles) throws PlotsUnavailable {
        probe();
        return TilesPicture.of(title, tiles);
    }

    /** Where the time of a run's steps went. */
    public static Plot profile(String title, Profile profile) throws PlotsUnavailable {
        probe();
        return ProfilePicture.of(title, profile);
    }

    /** What the axes of a sweep have to do with its results. */
    public static Plot effects(String title, Effects effects) throws PlotsUnavailable {
        probe();
        return EffectsPicture.of(title, effects);
    }

    /** Those of the panels that have something to show, with what is to be said of them. */
    static Picture picture(String title, String what, Domain domain, String legend, List<Panel> panels) {
        List<Panel> shown = panels.stream().filter(panel -> !panel.isEmpty()).toList();
        return new Picture(title, Remarks.note(what, panels), domain, legend, shown);
    }

    static Plot draw(Picture picture) throws PlotsUnavailable {
        probe();
        return Chart.of(picture);
    }

    /** Whether this Java can draw. */
    public static boolean areAvailable() {
        try {
            probe();
            return true;
        } catch (PlotsUnavailable e) {
            return false;
        }
    }

    private static void probe() throws PlotsUnavailable {
        try {
            // Else turned text is laid out by HarfBuzz, which JDK 25 takes a quarter of a second to load.
            TextUtils.setUseDrawRotatedStringWorkaround(false);
            Chart.probe();
        } catch (LinkageError | InternalError | RuntimeException e) {
            throw new PlotsUnavailable("no plots: this Java cannot draw text (%s); install fontconfig with a font, "
                    .formatted(e) + "such as fonts-dejavu-core, and a Java with its desktop module", e);
        }
    }
}
