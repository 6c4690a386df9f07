package gridrun.plot;

import gridrun.observed.Fit;
import gridrun.observed.Fit.Points;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** A line over the points that it is about. */
final class FitPicture {

    private static final int HEIGHT = 480;
    private static final int MOST_TICKS = 8;
    private static final double MARGIN = 0.04;
    private static final double STRENGTH = 0.65;
    private static final Ellipse2D POINT = new Ellipse2D.Double(-2.4, -2.4, 4.8, 4.8);
    /** Of the parts of the data, in the palette. */
    private static final int[] COLOURS = {5, 1, 2};
    private static final int COLOUR_OF_LINE = 6;

    private FitPicture() {
    }

    static Plot of(String title, Fit fit) {
        DefaultXYDataset data = new DefaultXYDataset();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        add(data, renderer, fit.line(), Theme.colour(COLOUR_OF_LINE));
        renderer.setSeriesLinesVisible(0, true);
        renderer.setSeriesShapesVisible(0, false);
        renderer.setSeriesStroke(0, Theme.LINE);
        for (int part = 0; part < fit.examples().size(); part++) {
            add(data, renderer, fit.examples().get(part),
                    Theme.shade(Theme.colour(COLOURS[part % COLOURS.length]), STRENGTH));
        }
        XYPlot plot = new DataPlot(null, data, axis(fit.across(), fit, Points::x), axis(fit.up(), fit, Points::y),
                renderer);
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.addSubtitle(Theme.title(title, Theme.TITLE));
        chart.addSubtitle(Theme.legend(plot));
        return Chart.render(chart, HEIGHT);
    }

    private static void add(DefaultXYDataset data, XYLineAndShapeRenderer renderer, Points points, Color colour) {
        int series = data.getSeriesCount();
        data.addSeries(points.name(), new double[][] {points.x(), points.y()});
        renderer.setSeriesPaint(series, colour);
        renderer.setSeriesShape(series, POINT);
    }

    /** An axis that has all that there is, and a little more. */
    private static NumberAxis axis(String name, Fit fit, Function<Points, double[]> along) {
        double[] all = Stream.concat(Stream.of(fit.line()), fit.examples().stream())
                .flatMapToDouble(points -> Arrays.stream(along.apply(points))).filter(Double::isFinite).toArray();
        double low = Arrays.stream(all).min().orElse(0);
        double high = Arrays.stream(all).max().orElse(1);
        double margin = high > low ? MARGIN * (high - low) : Math.max(1, Math.abs(low));
        NumberAxis axis = new NumberAxis(name);
        Theme.style(axis);
        axis.setRange(low - margin, high + margin);
        axis.setTickUnit(Theme.ticks(low - margin, high + margin, MOST_TICKS));
        return axis;
    }
}
