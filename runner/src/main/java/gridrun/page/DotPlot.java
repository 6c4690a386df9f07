package gridrun.page;

import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;

import gridrun.chart.RankingChart;
import gridrun.chart.RankingChart.Line;
import gridrun.chart.TickLabels;
import gridrun.chart.Words;
import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.report.Objective;
import gridrun.report.Ranking;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;

/** A {@link RankingChart} in a page. */
final class DotPlot {

    private static final int ROW = 26;
    private static final int GAP = 14;
    private static final int WIDTH = 900;
    private static final int RIGHT = 24;
    private static final int BOTTOM = 44;
    private static final int LETTERS = 44;

    private final RankingChart chart;
    private final int top;
    private final int left;

    DotPlot(Ranking ranking) {
        this.chart = new RankingChart(ranking);
        this.top = chart.head() == null ? 8 : ROW;
        this.left = GAP + Svg.room(chart.lines().stream().mapToInt(line -> shortened(line.name()).length()).max()
                .orElse(0));
    }

    /** The heading of the part that it is in. */
    static String title(Objective objective) {
        return sentence(Words.of(objective.ranked()) + " by configuration");
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String shortened(String name) {
        return Labels.shortened(name, LETTERS);
    }

    DomContent content() {
        int bottom = top + chart.lines().size() * ROW;
        Svg svg = new Svg(WIDTH, bottom + BOTTOM, "%s of every run, by configuration".formatted(chart.axis()));
        if (chart.head() != null) {
            svg.words("name", 0, top - 8, "start", Labels.shortened(chart.head() + ":", Svg.letters(WIDTH)));
        }
        TickLabels labels = TickLabels.of(chart.ticks());
        for (double tick : chart.ticks()) {
            svg.line("grid", List.of(new double[] {x(tick), top}, new double[] {x(tick), bottom}));
            svg.words("number", x(tick), bottom + 16, "middle", labels.of(tick));
        }
        svg.words("name", (left + WIDTH - RIGHT) / 2.0, bottom + 36, "middle", chart.axis());
        for (int i = 0; i < chart.lines().size(); i++) {
            interval(svg, chart.lines().get(i), i);
        }
        chart.repeats().forEach(places -> svg.line("seed",
                places.stream().map(place -> new double[] {x(place.value()), y(place.line())}).toList()));
        for (int i = 0; i < chart.lines().size(); i++) {
            row(svg, chart.lines().get(i), i);
        }
        return figure(svg.content(), figcaption(sentence(chart.note()) + "."));
    }

    private double x(double value) {
        return left + (WIDTH - RIGHT - left) * chart.share(value);
    }

    private double y(double row) {
        return top + (row + 0.5) * ROW;
    }

    private static String colour(Line row) {
        return Palette.of(row.look() == null ? 0 : row.look().colour());
    }

    private void interval(Svg svg, Line row, int i) {
        row.interval().ifPresent(ends -> svg.bar("interval", x(ends.low()), x(ends.high()), y(i), colour(row)));
    }

    private void row(Svg svg, Line row, int i) {
        svg.words("label", left - GAP, y(i) + 4, "end", shortened(row.name()));
        row.runs().forEach(run -> svg.dot(x(run.value()), y(i + run.below()), colour(row), "%s, %s: %s".formatted(
                row.full(), run.repeat().told(), Figures.exact(run.value()))));
        svg.tick(x(row.mean()), y(i), ROW * 0.36);
    }
}
