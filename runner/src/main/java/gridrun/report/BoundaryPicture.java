package gridrun.report;

import gridrun.report.Boundary.Points;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** The regions of the classes, paler the less certain, under the examples. */
final class BoundaryPicture {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 560;
    private static final double SCALE = 1.5;
    private static final int REGION_PIXELS = 480;
    private static final double PALEST = 0.06;
    private static final double STRONGEST = 0.46;
    /** Steps instead of a flow: one sees lines of equal certainty, and the file is a third of the size. */
    private static final int SHADES = 10;
    /** More are a blot; the first ones are drawn. */
    private static final int MOST_POINTS = 1000;
    private static final Shape DOT = new Ellipse2D.Double(-2.4, -2.4, 4.8, 4.8);
    private static final Shape RING = new Ellipse2D.Double(-3.1, -3.1, 6.2, 6.2);

    private final Boundary boundary;
    private final DefaultXYDataset points = new DefaultXYDataset();
    private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);

    private BoundaryPicture(Boundary boundary) {
        this.boundary = boundary;
    }

    static byte[] png(String title, Boundary boundary) {
        return new BoundaryPicture(boundary).draw(title);
    }

    private byte[] draw(String title) {
        renderer.setUseOutlinePaint(true);
        renderer.setDrawOutlines(true);
        add(boundary.training(), "training", DOT, Color.WHITE, 0.5f);
        if (boundary.validation() != null) {
            add(boundary.validation(), "validation", RING, Color.BLACK, 1.1f);
        }
        XYPlot plot = new XYPlot(points, axis(0), axis(1), renderer);
        Theme.style(plot);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setBackgroundImage(regions());
        plot.setBackgroundImageAlpha(1);
        plot.setFixedLegendItems(legend());
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(12, 14, 10, 18));
        chart.addSubtitle(Theme.title(title, Font.BOLD, 15));
        chart.addSubtitle(Theme.title("the regions of the classes; the paler, the less certain", Font.PLAIN, 12));
        chart.addSubtitle(Theme.legend(plot));
        BufferedImage image = new BufferedImage(
                (int) (WIDTH * SCALE), (int) (HEIGHT * SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.setTextAntiAlias(true);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        graphics.dispose();
        return Png.bytes(image);
    }

    private NumberAxis axis(int index) {
        NumberAxis axis = new NumberAxis(boundary.axes().get(index));
        axis.setRange(boundary.low()[index], boundary.high()[index]);
        Theme.style(axis);
        return axis;
    }

    /** A series for each class, drawn in the class's colour. */
    private void add(Points part, String name, Shape shape, Color edge, float edgeWidth) {
        int shown = Math.min(MOST_POINTS, part.labels().length);
        for (int c = 0; c < boundary.classes().size(); c++) {
            int count = 0;
            double[][] coordinates = new double[2][shown];
            for (int i = 0; i < shown; i++) {
                if (part.labels()[i] == c) {
                    coordinates[0][count] = part.coordinates()[2 * i];
                    coordinates[1][count++] = part.coordinates()[2 * i + 1];
                }
            }
            int series = points.getSeriesCount();
            points.addSeries(name + " " + c, new double[][] {
                    Arrays.copyOf(coordinates[0], count), Arrays.copyOf(coordinates[1], count)});
            renderer.setSeriesShape(series, shape);
            renderer.setSeriesPaint(series, Theme.colour(c));
            renderer.setSeriesOutlinePaint(series, edge);
            renderer.setSeriesOutlineStroke(series, new BasicStroke(edgeWidth));
        }
    }

    /** The regions, with a line where the likeliest class changes. */
    private BufferedImage regions() {
        int n = REGION_PIXELS;
        BufferedImage image = new BufferedImage(n, n, BufferedImage.TYPE_INT_RGB);
        int[] likeliest = new int[n * n];
        double[] probabilities = new double[boundary.classes().size()];
        double chance = 1.0 / probabilities.length;
        for (int pixel = 0; pixel < n * n; pixel++) {
            boundary.at((pixel % n + 0.5) / n, 1 - (pixel / n + 0.5) / n, probabilities);
            int best = 0;
            for (int c = 1; c < probabilities.length; c++) {
                best = probabilities[c] > probabilities[best] ? c : best;
            }
            likeliest[pixel] = best;
            boolean edge = pixel % n > 0 && likeliest[pixel - 1] != best || pixel >= n && likeliest[pixel - n] != best;
            double certainty = Math.max(0, Math.min(1, (probabilities[best] - chance) / (1 - chance)));
            certainty = Math.rint(certainty * SHADES) / SHADES;
            image.setRGB(pixel % n, pixel / n, edge ? Theme.TEXT.getRGB()
                    : Theme.shade(Theme.colour(best), PALEST + (STRONGEST - PALEST) * certainty).getRGB());
        }
        return image;
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        for (int c = 0; c < boundary.classes().size(); c++) {
            LegendItem item = new LegendItem(boundary.classes().get(c), Theme.colour(c));
            item.setShape(new Rectangle2D.Double(-7, -5, 14, 10));
            items.add(item);
        }
        items.add(dot("training", DOT, Color.WHITE, 0.5f));
        if (boundary.validation() != null) {
            items.add(dot("validation", RING, Color.BLACK, 1.1f));
        }
        return items;
    }

    private static LegendItem dot(String name, Shape shape, Color edge, float width) {
        return new LegendItem(name, null, null, null, shape, Color.GRAY, new BasicStroke(width), edge);
    }
}
