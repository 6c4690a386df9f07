package gridrun.report;

import gridrun.report.Chart.Domain;
import gridrun.report.Chart.Line;
import gridrun.report.Chart.Mark;
import gridrun.report.Chart.Panel;
import gridrun.report.Curves.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jfree.chart.text.TextUtils;

/**
 * Plots as PNG images, 1600 by 1000 pixels; equal input gives equal bytes on one machine.
 *
 * <p>They need Java's desktop module and one font of the system. Where these are missing every method throws {@link
 * PlotsUnavailable}, and the caller goes on without the plot.
 */
public final class Plots {

    /** More configurations than can be told apart by colour; the first are drawn. */
    static final int MOST_CONFIGURATIONS = 8;

    /** A confusion matrix of more classes is no picture that one could read. */
    public static final int MOST_CLASSES = 100;

    private static final String RATE = "learning_rate";

    private Plots() {
    }

    /**
     * The learning curves of one run: its loss and its accuracy (or other figure of merit), in training and validation, and
     * its learning rate where that changes.
     *
     * @param title such as the run's name
     * @param keptEpoch the epoch whose weights are kept; it is marked, unless it is null
     */
    public static byte[] run(String title, Curves curves, Integer keptEpoch) throws PlotsUnavailable {
        List<Panel> panels = new ArrayList<>();
        for (String metric : figures(curves.metrics().keySet())) {
            List<Line> lines = new ArrayList<>();
            add(lines, "training", 1, metric, List.of(curves));
            add(lines, "validation", 0, "val_" + metric, List.of(curves));
            String label = panels.isEmpty() ? "weights of epoch " + keptEpoch : null;
            panels.add(new Panel(metric, lines, keptEpoch == null ? null : new Mark(keptEpoch, label)));
        }
        if (hasSchedule(curves)) {
            List<Line> lines = new ArrayList<>();
            add(lines, RATE, 2, RATE, List.of(curves));
            panels.add(new Panel(RATE, lines, null));
        }
        return draw(title, null, Domain.EPOCHS, panels);
    }

    /**
     * The curves of a sweep: for each configuration the mean over its seeds, in a band of one standard deviation. The learning
     * rates are shown where one changes.
     *
     * @param title such as the experiment's name
     * @param objective what is ranked; it is shown with the loss
     * @param configurations the runs' curves for each configuration's label, best first
     */
    public static byte[] sweep(String title, Objective objective, Map<String, List<Curves>> configurations)
            throws PlotsUnavailable {
        Set<String> metrics = new LinkedHashSet<>(List.of(objective.metric()));
        metrics.add(objective.metric().equals("val_loss") ? "loss" : "val_loss");
        if (configurations.values().stream().flatMap(List::stream).anyMatch(Plots::hasSchedule)) {
            metrics.add(RATE);
        }
        List<Panel> panels = new ArrayList<>();
        for (String metric : metrics) {
            List<Line> lines = new ArrayList<>();
            configurations.entrySet().stream().limit(MOST_CONFIGURATIONS)
                    .forEach(entry -> add(lines, entry.getKey(), lines.size(), metric, entry.getValue()));
            panels.add(new Panel(metric, lines, null));
        }
        return draw(title, sweepNote(configurations.size()), Domain.EPOCHS, panels);
    }

    /** Whether the learning rate changes in the course of a run. */
    private static boolean hasSchedule(Curves curves) {
        Series rate = curves.metrics().get(RATE);
        return rate != null && Arrays.stream(rate.values()).distinct().count() > 1;
    }

    /** What the curves of so many configurations show. */
    static String sweepNote(int configurations) {
        return configurations <= MOST_CONFIGURATIONS ? "mean ± standard deviation over the seeds"
                : "the best %d of %d; mean ± standard deviation over the seeds"
                        .formatted(MOST_CONFIGURATIONS, configurations);
    }

    /** The loss and one more figure, if there is one. */
    private static List<String> figures(Set<String> metrics) {
        return Stream.concat(
                Stream.of("loss").filter(metrics::contains),
                Stream.of("accuracy", "r2", "rmse").filter(metrics::contains).limit(1)).toList();
    }

    private static void add(List<Line> lines, String label, int colour, String metric, List<Curves> runs) {
        lines.add(new Line(label, colour, MeanCurve.of(metric, runs)));
    }

    /** Confusion matrices side by side, up to {@value #MOST_CLASSES} classes. */
    public static byte[] confusion(String title, List<Confusion> parts) throws PlotsUnavailable {
        probe();
        return ConfusionPicture.png(title, parts);
    }

    /** The regions of a classifier in the plane, 960 by 840 pixels. */
    public static byte[] boundary(String title, Boundary boundary) throws PlotsUnavailable {
        probe();
        return BoundaryPicture.png(title, boundary);
    }

    /** Where the time of a run's steps went. */
    static byte[] profile(Profile profile) throws PlotsUnavailable {
        probe();
        return ProfilePicture.png(profile);
    }

    /** Draws those of the panels that have something to show. */
    static byte[] draw(String title, String note, Domain domain, List<Panel> panels) throws PlotsUnavailable {
        probe();
        return Chart.png(title, note, domain, panels.stream().filter(panel -> !panel.isEmpty()).toList());
    }

    private static void probe() throws PlotsUnavailable {
        try {
            System.setProperty("java.awt.headless", "true");
            // Else turned text is laid out by HarfBuzz, which JDK 25 takes a quarter of a second to load.
            TextUtils.setUseDrawRotatedStringWorkaround(false);
            Chart.probe();
        } catch (LinkageError | InternalError | RuntimeException e) {
            throw new PlotsUnavailable("no plots: this Java cannot draw text (%s); install fontconfig with a font, "
                    .formatted(e) + "such as fonts-dejavu-core, and a Java with its desktop module", e);
        }
    }
}
