package gridrun.plot;

import gridrun.chart.Look;
import gridrun.chart.Ticks;
import gridrun.chart.Words;
import gridrun.plot.Picture.Domain;
import gridrun.plot.Picture.Line;
import gridrun.plot.Picture.Panel;
import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.LengthConstraintType;
import org.jfree.chart.block.RectangleConstraint;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/** Draws a {@link Picture} with JFreeChart. Only from here on is AWT touched. */
final class Chart {

    private static final int WIDTH = 800;
    /** Of one panel, and of two where the places have no names, with the axis. */
    private static final int HEIGHT = 480;
    private static final int HEIGHT_OF_PANEL = 205;
    private static final double STRENGTH_OF_SINGLES = 0.45;
    /** Of each axis: more are a fence. */
    private static final int MOST_ACROSS = 10;
    private static final int MOST_UP = 7;
    private static final RectangleInsets PADDING = new RectangleInsets(12, 14, 10, 18);
    private static final double DOMAIN_MARGIN = 0.01;
    /** On either side of the only place: no tick is there where no epoch is. */
    private static final double AROUND_SINGLE = 0.6;
    /** Half of the width of a band that has one place, as a share of the axis. */
    private static final double REACH_OF_BAR = 0.01;
    /** Before the first place. */
    private static final double MOST_BEFORE = 0.9;

    private Chart() {
    }

    /** Draws a letter: whatever this Java lacks for it, it throws here. */
    static void probe() {
        try {
            Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            graphics.setFont(Theme.font(Font.PLAIN, 12));
            graphics.drawString("±", 0, 0);
            graphics.dispose();
        } catch (AWTError e) {
            // A program that is not headless, and whose display does not answer.
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The picture with the title above the panels and the legend below. */
    static Plot of(Picture picture) {
        List<Traced> panels = picture.panels().stream().map(Traced::of).toList();
        CombinedDomainXYPlot plots = new CombinedDomainXYPlot(axis(picture.domain(), panels));
        plots.setGap(14);
        plots.setOutlineVisible(false);
        double reach = REACH_OF_BAR * plots.getDomainAxis().getRange().getLength();
        panels.forEach(panel -> plots.add(plot(panel, picture.domain().isNamed(), reach)));
        JFreeChart chart = new JFreeChart(null, null, plots, false);
        chart.addSubtitle(Theme.title(picture.title(), Theme.TITLE));
        if (picture.note() != null) {
            chart.addSubtitle(Theme.title(picture.note(), Theme.TEXT_FONT));
        }
        chart.addSubtitle(Theme.legend(() -> legend(picture.panels())));
        if (picture.legend() != null) { // above what was added before it
            TextTitle head = Theme.title(picture.legend() + ":", Theme.TEXT_FONT);
            head.setPosition(RectangleEdge.BOTTOM);
            chart.addSubtitle(head);
        }
        int freePanels = picture.domain().isNamed() ? 1 : 2;
        return render(chart, HEIGHT + HEIGHT_OF_PANEL * Math.max(0, picture.panels().size() - freePanels));
    }

    private static ValueAxis axis(Domain domain, List<Traced> panels) {
        if (domain.isNamed()) {
            return new NameAxis(domain.label(), domain.names(), 1);
        }
        NumberAxis axis = new NumberAxis(domain.label());
        double[] places = panels.stream().flatMap(panel -> panel.traces().stream())
                .flatMapToDouble(trace -> DoubleStream.of(trace.x())).sorted().toArray();
        double first = places.length == 0 ? 1 : places[0];
        double last = places.length == 0 ? 1 : places[places.length - 1];
        double margin = first == last ? AROUND_SINGLE : DOMAIN_MARGIN * (last - first);
        axis.setRange(first - Math.min(margin, MOST_BEFORE), last + margin);
        axis.setTickUnit(Theme.ticksApart(first, last, Math.max(1, Ticks.step(first, last, MOST_ACROSS))));
        Theme.style(axis);
        return axis;
    }

    /**
     * A chart among those of an image.
     *
     * @param height without its titles and its legend
     */
    record Sheet(JFreeChart chart, int height) {

        /** With what titles, legend and padding take. */
        private int whole() {
            return height + titles(chart);
        }
    }

    /** Draws a chart as wide as all are; what its titles and its legend take is added to the height. */
    static Plot render(JFreeChart chart, int height) {
        return render(List.of(new Sheet(chart, height)));
    }

    /** Draws charts one below the other. */
    static Plot render(List<Sheet> sheets) {
        for (Sheet sheet : sheets) {
            sheet.chart.setBackgroundPaint(Color.WHITE);
            sheet.chart.setPadding(PADDING);
            sheet.chart.setAntiAlias(false); // but for data
            sheet.chart.setTextAntiAlias(true);
        }
        int whole = sheets.stream().mapToInt(Sheet::whole).sum();
        return new Plot(WIDTH, whole, graphics -> {
            int top = 0;
            for (Sheet sheet : sheets) {
                sheet.chart.draw(graphics, new Rectangle2D.Double(0, top, WIDTH, sheet.whole()));
                top += sheet.whole();
            }
        });
    }

    /** What titles, legend and padding take of the height. */
    private static int titles(JFreeChart chart) {
        Graphics2D graphics = Plot.measure();
        double inner = WIDTH - PADDING.getLeft() - PADDING.getRight();
        RectangleConstraint room = new RectangleConstraint(inner, new Range(0, inner), LengthConstraintType.RANGE,
                Short.MAX_VALUE, new Range(0, Short.MAX_VALUE), LengthConstraintType.RANGE);
        double height = PADDING.getTop() + PADDING.getBottom();
        for (int i = 0; i < chart.getSubtitleCount(); i++) {
            height += chart.getSubtitle(i).arrange(graphics, room).getHeight();
        }
        graphics.dispose();
        return (int) Math.ceil(height);
    }

    /** @param reach to each side, of a band that has one place */
    private static XYPlot plot(Traced traced, boolean points, double reach) {
        Panel panel = traced.panel();
        Scale scale = traced.scale();
        List<Trace> traces = traced.traces();
        boolean hasBand = traces.stream().anyMatch(Trace::hasBand);
        // Bands are drawn only where there are any: one without height takes as long as one that is seen.
        XYLineAndShapeRenderer renderer =
                hasBand ? new BandRenderer() : new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
        for (Trace trace : traces) {
            int series = data.getSeriesCount();
            data.addSeries(Integer.toString(series), points(trace, reach));
            style(renderer, series, panel.lines().get(trace.line()).look(), trace, points);
            renderer.setSeriesStroke(series, stroke(panel, traces, trace));
        }
        ValueAxis axis = scale.isLog() ? new ReadableLogAxis(Words.of(panel.metric()) + ", log scale", scale)
                : linear(Words.of(panel.metric()), scale);
        Theme.style(axis);
        XYPlot plot = new DataPlot(panel.heading(), data, null, axis, renderer);
        if (panel.mark() != null) {
            plot.addDomainMarker(new ValueMarker(panel.mark(), Color.GRAY, Theme.DASHES));
        }
        return plot;
    }

    /** Places with the ends of their bands; a band of one place gets a width, else nobody would see it. */
    private static double[][] points(Trace trace, double reach) {
        double[][] points = {trace.x(), trace.x(), trace.x(), trace.y(), trace.low(), trace.high()};
        if (!trace.isBar()) {
            return points;
        }
        double[] sides = {trace.x()[0] - reach, trace.x()[0] + reach};
        return IntStream.range(0, points.length)
                .mapToObj(i -> i < 3 ? sides : new double[] {points[i][0], points[i][0]}).toArray(double[][]::new);
    }

    /** A point alone is drawn as one, since a line has no length there. Runs alone are pale beside their mean. */
    private static void style(XYLineAndShapeRenderer renderer, int series, Look look, Trace trace, boolean points) {
        Color colour = trace.kind() == Trace.Kind.SINGLE ? Theme.shade(Theme.colour(look), STRENGTH_OF_SINGLES)
                : Theme.colour(look);
        boolean isSign = trace.kind() == Trace.Kind.END || trace.kind() == Trace.Kind.FIGURE;
        renderer.setSeriesPaint(series, colour);
        renderer.setSeriesFillPaint(series, Theme.band(colour));
        renderer.setSeriesShape(series, switch (trace.kind()) {
            case END -> Theme.CROSS;
            case FIGURE -> Theme.TRIANGLE;
            default -> look.isRest() ? Theme.SMALL_POINT : Theme.POINT;
        });
        renderer.setSeriesShapesVisible(series, isSign || !trace.isBar() && (points || trace.x().length == 1));
    }

    /** Lines that lie upon one another are dashed, so that the colours of all are seen, unless dashes say more. */
    private static BasicStroke stroke(Panel panel, List<Trace> traces, Trace trace) {
        Look look = panel.lines().get(trace.line()).look();
        if (trace.kind() != Trace.Kind.MEAN) {
            return Theme.THIN_LINE;
        }
        List<Trace> same = traces.stream().filter(trace::isUpon).toList();
        boolean isTurn = same.size() > 1 && !look.isRest()
                && panel.lines().stream().allMatch(line -> line.look().dash() == 0);
        return isTurn ? Theme.dashed(same.indexOf(trace), same.size()) : Theme.stroke(look);
    }

    private static NumberAxis linear(String label, Scale scale) {
        NumberAxis axis = new NumberAxis(label);
        axis.setRange(scale.low(), scale.high());
        axis.setTickUnit(Theme.ticks(scale.low(), scale.high(), MOST_UP));
        return axis;
    }

    /**
     * The lines of the first panel, which are those of all, without what is nowhere and of which nothing is to be said.
     */
    private static LegendItemCollection legend(List<Panel> panels) {
        LegendItemCollection items = new LegendItemCollection();
        List<Line> lines = panels.isEmpty() ? List.of() : panels.get(0).lines();
        for (int i = 0; i < lines.size(); i++) {
            Look look = lines.get(i).look();
            if (!look.isRest() || i == 0 || !lines.get(i - 1).look().isRest()) { // the rest is one entry
                LegendItem item = new LegendItem(Remarks.legend(i, panels), null, null, null,
                        new Line2D.Double(-14, 0, 14, 0), Theme.stroke(look), Theme.colour(look));
                items.add(item);
            }
        }
        return items;
    }
}
