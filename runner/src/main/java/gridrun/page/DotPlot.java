package gridrun.page;

import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;

import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.report.Ranking;
import gridrun.report.Ranking.Row;
import gridrun.store.Repeats;
import gridrun.store.Repetition;
import gridrun.store.Run;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What a table ranks as a picture: a dot a run, a line through the runs of a seed, and the mean with its interval.
 *
 * <p>Lines that run side by side say that the spread is the seeds', which all configurations share.
 */
final class DotPlot {

    private static final int MOST_ROWS = 30;
    private static final int ROW = 26;
    private static final int LEFT = 330;
    private static final int WIDTH = 900;
    private static final int RIGHT = 24;
    private static final int TOP = 8;
    private static final int BOTTOM = 44;
    private static final int LETTERS = 44;

    private final Ranking ranking;
    private final String metric;
    private final List<Row> rows;
    private final List<String> labels;
    private final SvgAxis axis;

    DotPlot(Ranking ranking) {
        this.ranking = ranking;
        this.metric = ranking.objective().ranked().name();
        this.rows = ranking.rows().stream().filter(row -> !row.figure().isEmpty()).limit(MOST_ROWS).toList();
        this.labels = Labels.of(ranking.rows().stream().map(Row::swept).toList());
        this.axis = SvgAxis.of(rows.stream().flatMapToDouble(row -> DoubleStream.concat(
                row.runs().stream().filter(run -> run.isCompleted() && run.hasValue(metric))
                        .mapToDouble(run -> run.summary().get(metric)),
                row.interval(metric, ranking.objective().terms()).stream()
                        .flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high()))))
                .toArray(),
                LEFT, WIDTH - RIGHT);
    }

    DomContent content() {
        int height = TOP + rows.size() * ROW + BOTTOM;
        Svg svg = new Svg(WIDTH, height, "%s of every run, by configuration".formatted(metric));
        axis.draw(svg, TOP, TOP + rows.size() * ROW, metric);
        seeds(svg);
        for (int i = 0; i < rows.size(); i++) {
            row(svg, i);
        }
        int left = ranking.rows().size() - rows.size();
        String interval = rows.stream().anyMatch(row -> row.figure().n() > 1)
                ? "A dot is a run, a thin line joins the runs of a %s, a bar is the mean's %s interval."
                        .formatted(repeats().one(), ranking.objective().terms().percent())
                : "A dot is a run.";
        return figure(svg.content(), figcaption(left == 0 ? interval
                : "%s The table has %s more.".formatted(interval, Figures.counted(left, "configuration"))));
    }

    private Repeats repeats() {
        return Repeats.of(rows.stream().flatMap(row -> row.runs().stream()).toList());
    }

    private double y(int row) {
        return TOP + (row + 0.5) * ROW;
    }

    /** Thin lines from one configuration to the next, through the runs of a seed, and fold. */
    private void seeds(Svg svg) {
        Map<Repetition, List<double[]>> byRepeat = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            for (Run run : rows.get(i).runs()) {
                Optional<Double> x = x(run);
                if (x.isPresent()) {
                    byRepeat.computeIfAbsent(run.repeat(), repeat -> new ArrayList<>())
                            .add(new double[] {x.get(), y(i)});
                }
            }
        }
        byRepeat.values().forEach(points -> svg.line("seed", points));
    }

    private void row(Svg svg, int i) {
        Row row = rows.get(i);
        String label = labels.get(ranking.rows().indexOf(row));
        svg.words("label", LEFT - 14, y(i) + 4, "end", Labels.shortened(row.rank() + "  " + label, LETTERS));
        row.interval(metric, ranking.objective().terms())
                .ifPresent(interval -> svg.bar("interval", axis.x(interval.low()),
                        axis.x(interval.high()), y(i), Palette.of(i)));
        for (Run run : row.runs()) {
            x(run).ifPresent(x -> svg.dot(x, y(i), Palette.of(i), "%s, %s: %s".formatted(label, run.repeat().told(),
                    Figures.exact(run.summary().get(metric)))));
        }
        svg.tick(axis.x(row.figure().mean()), y(i), ROW * 0.36);
    }

    private Optional<Double> x(Run run) {
        return Optional.ofNullable(run.summary().get(metric)).filter(value -> run.isCompleted())
                .filter(Double::isFinite).map(axis::x);
    }
}
