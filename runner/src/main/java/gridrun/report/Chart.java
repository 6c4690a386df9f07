package gridrun.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/** Curves over epochs, time steps or layers, in panels one below the other, drawn by JFreeChart. Only from here on is AWT touched. */
final class Chart {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 500;
    private static final int HEIGHT_OF_PANEL = 170;
    private static final int SCALE = 2;
    private static final int MOST_HORIZONTAL_NAMES = 10;

    private Chart() {
    }

    /**
     * A curve with its band.
     *
     * @param label what the legend says
     * @param colour its place in the palette
     */
    record Line(String label, int colour, MeanCurve curve) {
    }

    /**
     * A mark at an epoch.
     *
     * @param label beside the mark; null for none
     */
    record Mark(int epoch, String label) {
    }

    /**
     * What the curves go over.
     *
     * @param label names the horizontal axis
     * @param names of the places 0, 1, …; null where the places are numbers
     */
    record Domain(String label, List<String> names) {

        static final Domain EPOCHS = new Domain("epoch", null);
        static final Domain STEPS = new Domain("time step", null);

        static Domain layers(List<String> names) {
            return new Domain("layer, from the input to the output", names);
        }

        private boolean isNamed() {
            return names != null;
        }
    }

    /**
     * One plot among those that share the horizontal axis.
     *
     * @param metric what is shown; it decides on the scale
     * @param label names the vertical axis; null for the metric and its scale
     * @param mark an epoch to be marked, or null
     */
    record Panel(String metric, String label, List<Line> lines, Mark mark) {

        /** A panel that is labelled by its metric. */
        Panel(String metric, List<Line> lines, Mark mark) {
            this(metric, null, lines, mark);
        }

        private String axis(boolean log) {
            return label != null ? label : log ? metric + " (log scale)" : metric;
        }

        boolean isEmpty() {
            return lines.stream().allMatch(line -> line.curve().isEmpty());
        }

        private boolean lacks(int line) {
            return line >= lines.size() || lines.get(line).curve().isEmpty();
        }

        private double lastEpoch() {
            return lines.stream().flatMapToDouble(line -> DoubleStream.of(line.curve().x())).max().orElse(0);
        }
    }

    /** Draws a letter: whatever this Java lacks for it, it throws here. */
    static void probe() {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        graphics.setFont(Theme.font(Font.PLAIN, 12));
        graphics.drawString("±", 0, 0);
        graphics.dispose();
    }

    /**
     * The picture, with the title above the panels and the legend of the first below.
     *
     * @param note a line below the title; null for none
     */
    static byte[] png(String title, String note, Domain domain, List<Panel> panels) {
        CombinedDomainXYPlot plots = new CombinedDomainXYPlot(domain.isNamed() ? names(domain) : numbers(domain));
        plots.setGap(14);
        plots.setOutlineVisible(false);
        panels.forEach(panel -> plots.add(plot(panel, domain.isNamed())));
        if (!panels.isEmpty()) {
            plots.setFixedLegendItems(legend(panels));
        }
        JFreeChart chart = new JFreeChart(null, null, plots, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 14, 10, 18));
        chart.addSubtitle(Theme.title(title, Font.BOLD, 15));
        if (note != null) {
            chart.addSubtitle(Theme.title(note, Font.PLAIN, 12));
        }
        chart.addSubtitle(Theme.legend(plots));
        return render(chart, HEIGHT + HEIGHT_OF_PANEL * Math.max(0, panels.size() - (domain.isNamed() ? 1 : 2)));
    }

    private static NumberAxis numbers(Domain domain) {
        NumberAxis axis = new NumberAxis(domain.label());
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        axis.setAutoRangeIncludesZero(false);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        Theme.style(axis);
        return axis;
    }

    private static NumberAxis names(Domain domain) {
        SymbolAxis axis = new SymbolAxis(domain.label(), domain.names().toArray(new String[0]));
        axis.setGridBandsVisible(false);
        axis.setVerticalTickLabels(domain.names().size() > MOST_HORIZONTAL_NAMES);
        Theme.style(axis);
        return axis;
    }

    /** Draws a chart as wide as all are. */
    static byte[] render(JFreeChart chart, int height) {
        BufferedImage image = new BufferedImage(WIDTH * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.setTextAntiAlias(true);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
        graphics.dispose();
        return Png.bytes(image);
    }

    private static XYPlot plot(Panel panel, boolean points) {
        boolean log = LogScale.serves(panel);
        ValueAxis axis = log ? LogScale.axis(panel.axis(true)) : linear(panel.axis(false));
        Theme.style(axis);
        DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
        boolean isOnePoint = panel.lines().stream().allMatch(line -> line.curve().x().length < 2);
        XYLineAndShapeRenderer renderer = renderer(panel, points || isOnePoint);
        renderer.setDrawSeriesLineAsPath(true);
        for (Line line : panel.lines()) {
            int index = data.getSeriesCount();
            data.addSeries(Integer.toString(index), intervals(log ? line.curve().above0() : line.curve(), log));
            Color colour = Theme.colour(line.colour());
            renderer.setSeriesPaint(index, colour);
            renderer.setSeriesFillPaint(index, colour);
            renderer.setSeriesStroke(index, Theme.LINE);
            renderer.setSeriesShape(index, Theme.POINT);
        }
        XYPlot plot = new XYPlot(data, null, axis, renderer);
        Theme.style(plot);
        if (panel.mark() != null) {
            plot.addDomainMarker(marker(panel));
        }
        return plot;
    }

    /** Bands are drawn only where there are any: one without height takes as long as one that is seen. */
    private static XYLineAndShapeRenderer renderer(Panel panel, boolean points) {
        if (panel.lines().stream().noneMatch(line -> line.curve().hasBand())) {
            return new XYLineAndShapeRenderer(true, points);
        }
        DeviationRenderer renderer = new DeviationRenderer(true, points);
        renderer.setAlpha(Theme.BAND_OPACITY);
        return renderer;
    }

    /** The series in JFreeChart's form: x, its interval, y, its interval. */
    private static double[][] intervals(MeanCurve curve, boolean log) {
        double[] low = new double[curve.mean().length];
        double[] high = new double[curve.mean().length];
        for (int i = 0; i < low.length; i++) {
            low[i] = curve.mean()[i] - curve.std()[i];
            high[i] = curve.mean()[i] + curve.std()[i];
            if (log) {
                low[i] = LogScale.above0(low[i], curve.mean()[i]);
            }
        }
        return new double[][] {curve.x(), curve.x(), curve.x(), curve.mean(), low, high};
    }

    private static NumberAxis linear(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setAutoRangeIncludesZero(false);
        return axis;
    }

    private static ValueMarker marker(Panel panel) {
        int epoch = panel.mark().epoch();
        boolean isLate = epoch > panel.lastEpoch() / 2;
        ValueMarker marker = new ValueMarker(epoch, Color.GRAY, Theme.DASHES);
        marker.setLabel(panel.mark().label());
        marker.setLabelFont(Theme.font(Font.PLAIN, 11));
        marker.setLabelPaint(Theme.TEXT);
        marker.setLabelBackgroundColor(Theme.TRANSPARENT);
        marker.setLabelAnchor(isLate ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(isLate ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        return marker;
    }

    /** The lines of the first panel, which are those of all, without what no panel has values for. */
    private static LegendItemCollection legend(List<Panel> panels) {
        LegendItemCollection items = new LegendItemCollection();
        List<Line> lines = panels.get(0).lines();
        for (int i = 0; i < lines.size(); i++) {
            int index = i;
            if (panels.stream().allMatch(panel -> panel.lacks(index))) {
                continue;
            }
            LegendItem item = new LegendItem(lines.get(i).label(), Theme.colour(lines.get(i).colour()));
            item.setShape(new Rectangle2D.Double(-9, -1.5, 18, 3));
            items.add(item);
        }
        return items;
    }
}
