package gridrun.plot;

import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.report.LegendTexts;
import gridrun.report.Ranking;
import gridrun.report.Ranking.Row;
import gridrun.statistics.MeanInterval;
import gridrun.store.Repeats;
import gridrun.store.Repetition;
import gridrun.store.Run;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * What a table ranks: a row a configuration, best first, with a dot for each run and the mean with its interval. Lines
 * through the runs of a seed that go side by side say that the spread is the seeds', which all configurations share.
 */
final class RankingPicture {

    private static final int MOST_ROWS = 30;
    private static final int ROW = 30;
    private static final int WIDEST_NAMES = 330;
    private static final int LONGEST_NAME = 40;
    private static final int BELOW = 64;
    private static final int MOST_TICKS = 7;
    private static final double MARGIN = 0.03;
    /** Of intervals beyond all runs, as a share of how far these are apart: those of two seeds would squeeze the rest. */
    private static final double REACH = 0.5;
    private static final double RADIUS = 4;
    private static final double HEIGHT_OF_INTERVAL = 12;
    private static final double HEIGHT_OF_MEAN = 20;
    private static final double STRENGTH_OF_INTERVAL = 0.3;
    private static final BasicStroke MEAN = new BasicStroke(2);

    private final Ranking ranking;
    private final List<Row> rows;
    private final LegendTexts names;
    private final List<Look> looks;
    private final Paper paper;
    private final int top;
    private final int left;
    private final boolean isLog;
    private final double low;
    private final double high;

    private RankingPicture(String title, Ranking ranking) {
        this.ranking = ranking;
        this.rows = ranking.rows().stream().filter(row -> !row.figure().isEmpty()).limit(MOST_ROWS).toList();
        List<Map<String, String>> swept = rows.stream().map(Row::swept).toList();
        this.names = LegendTexts.of(Labels.of(swept), swept);
        this.looks = rows.size() <= Comparison.MOST_LINES ? Looks.of(swept) : List.of();
        double[] runs = rows.stream().flatMap(row -> row.runs().stream()).flatMap(run -> value(run).stream())
                .mapToDouble(value -> value).toArray();
        this.isLog = DoubleStream.of(runs).allMatch(value -> value > 0)
                && LogScale.serves(ranking.objective().metric(), runs);
        double[] ends = rows.stream().flatMap(row -> interval(row).stream())
                .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high())).toArray();
        double lowest = DoubleStream.of(runs).min().orElse(0);
        double highest = DoubleStream.of(runs).max().orElse(1);
        double reach = isLog ? 0 : highest > lowest ? REACH * (highest - lowest) : Double.POSITIVE_INFINITY;
        double least = Math.max(lowest - reach, Math.min(lowest, DoubleStream.of(ends).min().orElse(lowest)));
        double most = Math.min(highest + reach, Math.max(highest, DoubleStream.of(ends).max().orElse(highest)));
        double span = most > least ? most - least : Math.max(Math.abs(most), Double.MIN_NORMAL);
        double factor = isLog ? StrictMath.pow(most / least, MARGIN) : 1;
        this.low = isLog ? least / factor : least - MARGIN * span;
        this.high = isLog ? most * factor : most + MARGIN * span;
        this.paper = new Paper(title, note(DoubleStream.of(ends).anyMatch(end -> end < low || end > high)));
        this.top = paper.top() + (names.head() == null ? 4 : Paper.LINE);
        this.left = Paper.MARGIN + Math.min(WIDEST_NAMES, names.entries().stream()
                .mapToInt(name -> paper.width(shortened(name), Theme.TICK)).max().orElse(0)) + 12;
    }

    static Plot of(String title, Ranking ranking) {
        RankingPicture picture = new RankingPicture(title, ranking);
        return picture.paper.plot(picture.bottom() + BELOW, picture::draw);
    }

    private String note(boolean cutsIntervals) {
        String what = "best first; a dot is a run";
        if (rows.stream().anyMatch(row -> row.figure().n() > 1)) {
            Repeats repeats = Repeats.of(rows.stream().flatMap(row -> row.runs().stream()).toList());
            what += ", a thin line joins the runs of a %s, a bar is the mean's %s interval".formatted(repeats.one(),
                    ranking.objective().terms().percent());
            what += cutsIntervals ? "; some reach beyond the edge" : "";
        }
        int more = ranking.rows().size() - rows.size();
        return more == 0 ? what : what + "; the table has %s more".formatted(Figures.counted(more, "configuration"));
    }

    private static String shortened(String name) {
        return Labels.shortened(name, LONGEST_NAME);
    }

    private Optional<Double> value(Run run) {
        return Optional.ofNullable(run.summary().get(ranking.objective().ranked().name()))
                .filter(value -> run.isCompleted() && Double.isFinite(value));
    }

    private Optional<MeanInterval> interval(Row row) {
        return row.interval(ranking.objective().ranked().name(), ranking.objective().terms());
    }

    private int bottom() {
        return top + rows.size() * ROW;
    }

    private double x(double value) {
        double inside = Math.max(low, Math.min(high, value)); // on a logarithmic axis an interval may reach beyond
        double share =
                isLog ? StrictMath.log(inside / low) / StrictMath.log(high / low) : (inside - low) / (high - low);
        return left + (Paper.WIDTH - Paper.MARGIN - left) * share;
    }

    private double y(int row) {
        return top + (row + 0.5) * ROW;
    }

    private void draw(Graphics2D graphics) {
        if (names.head() != null) {
            Paper.words(graphics, names.head() + ":", Theme.TEXT_FONT, Paper.MARGIN, top - 7);
        }
        axis(graphics);
        repeats(graphics);
        for (int i = 0; i < rows.size(); i++) {
            row(graphics, i);
        }
    }

    private void axis(Graphics2D graphics) {
        List<Double> ticks = isLog ? LogScale.ticks(low, high)
                : DoubleStream.of(Ticks.of(low, high, MOST_TICKS)).boxed().toList();
        for (double tick : ticks) {
            line(graphics, Theme.THIN_LINE, Theme.GRID, x(tick), top, x(tick), bottom());
            paper.centred(graphics, Figures.label(tick), Theme.TICK, (int) Math.rint(x(tick)), bottom() + 20);
        }
        line(graphics, Theme.THIN_LINE, Color.GRAY, left, bottom(), Paper.WIDTH - Paper.MARGIN, bottom());
        paper.centred(graphics, Words.of(ranking.objective().ranked()) + (isLog ? ", log scale" : ""), Theme.NAME,
                (left + Paper.WIDTH - Paper.MARGIN) / 2, bottom() + 44);
    }

    private static void line(Graphics2D graphics, BasicStroke stroke, Color colour, double fromX, double fromY,
            double toX, double toY) {
        graphics.setStroke(stroke);
        graphics.setColor(colour);
        graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    /** From one configuration to the next, through the runs of a seed, and fold. */
    private void repeats(Graphics2D graphics) {
        Map<Repetition, Path2D> paths = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            for (Run run : rows.get(i).runs()) {
                if (value(run).isPresent()) {
                    double x = x(value(run).get());
                    Path2D path = paths.computeIfAbsent(run.repeat(), repeat -> new Path2D.Double());
                    if (path.getCurrentPoint() == null) {
                        path.moveTo(x, y(i));
                    } else {
                        path.lineTo(x, y(i));
                    }
                }
            }
        }
        graphics.setStroke(Theme.THIN_LINE);
        graphics.setColor(Theme.REST);
        paths.values().forEach(graphics::draw);
    }

    private void row(Graphics2D graphics, int i) {
        Row row = rows.get(i);
        Color colour = looks.isEmpty() ? Theme.colour(0) : Theme.colour(looks.get(i));
        paper.ending(graphics, shortened(names.entries().get(i)), Theme.TICK, left - 12, (int) y(i) + 5);
        interval(row).ifPresent(ends -> {
            graphics.setColor(Theme.shade(colour, STRENGTH_OF_INTERVAL));
            graphics.fill(new Rectangle2D.Double(x(ends.low()), y(i) - HEIGHT_OF_INTERVAL / 2,
                    x(ends.high()) - x(ends.low()), HEIGHT_OF_INTERVAL));
        });
        graphics.setColor(colour);
        for (Run run : row.runs()) {
            value(run).ifPresent(value -> graphics.fill(
                    new Ellipse2D.Double(x(value) - RADIUS, y(i) - RADIUS, 2 * RADIUS, 2 * RADIUS)));
        }
        double mean = x(row.figure().mean());
        line(graphics, MEAN, Theme.TEXT, mean, y(i) - HEIGHT_OF_MEAN / 2, mean, y(i) + HEIGHT_OF_MEAN / 2);
    }
}
