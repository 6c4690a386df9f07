package gridrun.plot;

import gridrun.chart.RankingChart;
import gridrun.chart.RankingChart.Dot;
import gridrun.chart.RankingChart.Line;
import gridrun.chart.RankingChart.Place;
import gridrun.chart.TickLabels;
import gridrun.report.Labels;
import gridrun.report.Ranking;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A {@link RankingChart} on paper. */
final class RankingPicture {

    private static final int ROW = 30;
    private static final int WIDEST_NAMES = 330;
    private static final int LONGEST_NAME = 40;
    private static final int BELOW = 64;
    private static final double RADIUS = 4;
    private static final double HEIGHT_OF_INTERVAL = 12;
    private static final double HEIGHT_OF_MEAN = 20;
    private static final double STRENGTH_OF_INTERVAL = 0.3;
    /** Of the lines through the runs of a seed: seen on paper and on bars. */
    private static final Color JOINS = new Color(0x999999);
    private static final BasicStroke MEAN = new BasicStroke(2);

    private final RankingChart chart;
    private final Paper paper;
    private final int top;
    private final int left;

    private RankingPicture(String title, RankingChart chart) {
        this.chart = chart;
        this.paper = new Paper(title, chart.note());
        this.top = paper.top() + (chart.head() == null ? 4 : Paper.LINE);
        this.left = Paper.MARGIN + Math.min(WIDEST_NAMES, chart.lines().stream()
                .mapToInt(line -> paper.width(shortened(line.name()), Theme.TICK)).max().orElse(0)) + 12;
    }

    static Plot of(String title, Ranking ranking) {
        RankingPicture picture = new RankingPicture(title, new RankingChart(ranking));
        return picture.paper.plot(picture.bottom() + BELOW, picture::draw);
    }

    private static String shortened(String name) {
        return Labels.shortened(name, LONGEST_NAME);
    }

    private int bottom() {
        return top + chart.lines().size() * ROW;
    }

    private double x(double value) {
        return left + (Paper.WIDTH - Paper.MARGIN - left) * chart.share(value);
    }

    private double y(double row) {
        return top + (row + 0.5) * ROW;
    }

    private void draw(Graphics2D graphics) {
        if (chart.head() != null) {
            Paper.words(graphics, chart.head() + ":", Theme.TEXT_FONT, Paper.MARGIN, top - 7);
        }
        axis(graphics);
        for (int i = 0; i < chart.lines().size(); i++) {
            interval(graphics, chart.lines().get(i), y(i));
        }
        repeats(graphics);
        for (int i = 0; i < chart.lines().size(); i++) {
            row(graphics, chart.lines().get(i), y(i));
        }
    }

    private void axis(Graphics2D graphics) {
        TickLabels labels = TickLabels.of(chart.ticks());
        for (double tick : chart.ticks()) {
            line(graphics, Theme.THIN_LINE, Theme.GRID, x(tick), top, x(tick), bottom());
            paper.centred(graphics, labels.of(tick), Theme.TICK, (int) Math.rint(x(tick)), bottom() + 20);
        }
        line(graphics, Theme.THIN_LINE, Color.GRAY, left, bottom(), Paper.WIDTH - Paper.MARGIN, bottom());
        paper.centred(graphics, chart.axis(), Theme.NAME, (left + Paper.WIDTH - Paper.MARGIN) / 2, bottom() + 44);
    }

    private static void line(Graphics2D graphics, BasicStroke stroke, Color colour, double fromX, double fromY,
            double toX, double toY) {
        graphics.setStroke(stroke);
        graphics.setColor(colour);
        graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    private void repeats(Graphics2D graphics) {
        graphics.setStroke(Theme.THIN_LINE);
        graphics.setColor(JOINS);
        Plot.smooth(graphics, true);
        chart.repeats().forEach(places -> {
            Path2D path = new Path2D.Double();
            path.moveTo(x(places.get(0).value()), y(places.get(0).line()));
            for (Place place : places.subList(1, places.size())) {
                path.lineTo(x(place.value()), y(place.line()));
            }
            graphics.draw(path);
        });
        Plot.smooth(graphics, false);
    }

    private static Color colour(Line row) {
        return row.look() == null ? Theme.colour(0) : Theme.colour(row.look());
    }

    private void interval(Graphics2D graphics, Line row, double y) {
        row.interval().ifPresent(ends -> {
            graphics.setColor(Theme.shade(colour(row), STRENGTH_OF_INTERVAL));
            graphics.fill(new Rectangle2D.Double(x(ends.low()), y - HEIGHT_OF_INTERVAL / 2,
                    x(ends.high()) - x(ends.low()), HEIGHT_OF_INTERVAL));
        });
    }

    private void row(Graphics2D graphics, Line row, double y) {
        paper.ending(graphics, shortened(row.name()), Theme.TICK, left - 12, (int) y + 5);
        graphics.setColor(colour(row));
        Plot.smooth(graphics, true);
        for (Dot run : row.runs()) {
            graphics.fill(new Ellipse2D.Double(x(run.value()) - RADIUS, y + run.below() * ROW - RADIUS, 2 * RADIUS,
                    2 * RADIUS));
        }
        Plot.smooth(graphics, false);
        double mean = x(row.mean());
        line(graphics, MEAN, Theme.TEXT, mean, y - HEIGHT_OF_MEAN / 2, mean, y + HEIGHT_OF_MEAN / 2);
    }
}
