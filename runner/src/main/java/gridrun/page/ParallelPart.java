package gridrun.page;

import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;

import gridrun.chart.Bounds;
import gridrun.chart.TickLabels;
import gridrun.chart.Words;
import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.report.LegendTexts;
import gridrun.report.Ranking.Row;
import gridrun.report.Report;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Parallel coordinates (Inselberg, 1985) of a grid of more than two axes: an upright line an axis, the last for the
 * figure, and a line a configuration.
 */
final class ParallelPart {

    private static final int WIDTH = 900;
    private static final int MARGIN = 90;
    private static final int TOP = 40;
    private static final int BOTTOM = 340;
    private static final int LETTERS = 16;
    private static final int GAP = 12;
    private static final int MOST_ROWS = 300;

    private final List<Row> rows;
    private final List<String> axes;
    private final List<List<String>> values = new ArrayList<>();
    private final String metric;
    private final SvgAxis figures;

    private ParallelPart(Report report, List<String> axes) {
        this.rows = report.ranking().rows().stream().filter(row -> !row.figure().isEmpty()).limit(MOST_ROWS).toList();
        this.axes = axes;
        this.metric = Words.of(report.objective().ranked());
        axes.forEach(axis -> values.add(report.runs().stream().map(run -> run.swept().getOrDefault(axis, ""))
                .distinct().toList()));
        this.figures = SvgAxis.of(Bounds.of(report.objective().metric()), rows.stream()
                .mapToDouble(row -> row.figure().mean()).filter(Double::isFinite).toArray(), BOTTOM, TOP);
    }

    /** The drawing; empty where the sweep has not more than two axes. */
    static Optional<List<DomContent>> of(Report report) {
        Set<String> axes = new LinkedHashSet<>();
        report.ranking().rows().forEach(row -> axes.addAll(row.swept().keySet()));
        return axes.size() < 3 ? Optional.empty() : Optional.of(new ParallelPart(report, List.copyOf(axes)).content());
    }

    private List<DomContent> content() {
        Svg svg = new Svg(WIDTH, BOTTOM + 30, "%s of every configuration by its values".formatted(metric));
        // The best are drawn last, above the others.
        for (int i = rows.size() - 1; i >= 0; i--) {
            line(svg, i);
        }
        for (int a = 0; a < axes.size(); a++) {
            upright(svg, a);
            for (String value : values.get(a)) {
                svg.words("label over", x(a) + 6, y(a, value) - 3, "start",
                        Labels.shortened(LegendTexts.brief(value), LETTERS));
            }
        }
        upright(svg, axes.size());
        TickLabels labels = TickLabels.of(figures.ticks());
        for (double tick : figures.ticks()) {
            svg.words("number over", x(axes.size()) + 6, figures.x(tick) + 4, "start", labels.of(tick));
        }
        return List.of(figure(svg.content(), figcaption(
                "A line is a configuration, the stronger the better it ranks; point at one to read it.")));
    }

    private void line(Svg svg, int i) {
        Row row = rows.get(i);
        List<double[]> points = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            points.add(new double[] {x(a), y(a, row.swept().getOrDefault(axes.get(a), ""))});
        }
        points.add(new double[] {x(axes.size()), figures.x(row.figure().mean())});
        double worse = rows.size() == 1 ? 0 : (double) i / (rows.size() - 1);
        String label = Labels.of(List.of(row.swept())).get(0);
        svg.path(points, Palette.of(i == 0 ? 1 : 0), 0.15 + 0.75 * (1 - worse) * (1 - worse), "%d  %s: %s".formatted(
                row.rank(), label, Figures.significant(row.figure().mean(), 5)));
    }

    private void upright(Svg svg, int axis) {
        double x = x(axis);
        svg.line("grid", List.of(new double[] {x, TOP}, new double[] {x, BOTTOM}));
        boolean isWide = x + Svg.room(name(axis).length()) / 2.0 > WIDTH;
        svg.words("name", isWide ? WIDTH : x, TOP - 18, isWide ? "end" : "middle", name(axis));
    }

    /** What stands above an axis: as much as has room beside its neighbours, the last one's up to the edge. */
    private String name(int axis) {
        double room = x(1) - x(0) - GAP;
        return axis < axes.size() ? Labels.shortened(LegendTexts.words(axes.get(axis)), Svg.letters(room))
                : Labels.shortened(metric,
                        Svg.letters(room - Svg.room(name(axis - 1).length()) / 2.0 + WIDTH - x(axis)));
    }

    private double x(int axis) {
        return MARGIN + (double) axis * (WIDTH - 2 * MARGIN) / axes.size();
    }

    /** Values stand in the order of the plan, from the bottom up, evenly. */
    private double y(int axis, String value) {
        int all = values.get(axis).size();
        return BOTTOM - (values.get(axis).indexOf(value) + 0.5) * (BOTTOM - TOP) / all;
    }
}
