package gridrun.plot;

import gridrun.observed.Boundary;
import gridrun.observed.Boundary.Points;
import gridrun.report.Labels;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;

/** The regions of the classes, paler the less certain, under the examples. */
final class BoundaryPicture {

    private static final int WIDTH = 640;
    /** Of the plane with its axes. */
    private static final int HEIGHT = 470;
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
    /** More fill the legend and have colours that nobody tells apart. */
    private static final int MOST_NAMED = 16;
    private static final int LONGEST_NAME = 40;
    /** Pixels of a side around either, odd so that there is a middle. */
    private static final int STAMP = 13;

    private final Boundary boundary;

    private BoundaryPicture(Boundary boundary) {
        this.boundary = boundary;
    }

    static byte[] png(String title, Boundary boundary) {
        return new BoundaryPicture(boundary).draw(title);
    }

    private byte[] draw(String title) {
        XYPlot plot = new XYPlot(null, axis(0), axis(1), null);
        Theme.style(plot);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setBackgroundImage(regions());
        plot.setBackgroundImageAlpha(1);
        plot.setFixedLegendItems(legend());
        JFreeChart chart = new JFreeChart(null, null, plot, false);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(Chart.PADDING);
        chart.addSubtitle(Theme.title(title, Font.BOLD, 15));
        chart.addSubtitle(Theme.title(note(), Font.PLAIN, 12));
        chart.addSubtitle(Theme.legend(plot));
        int height = HEIGHT + Chart.titles(chart, WIDTH, SCALE);
        BufferedImage image = new BufferedImage(
                (int) (WIDTH * SCALE), (int) (height * SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Chart.graphics(image, SCALE);
        chart.setTextAntiAlias(true);
        ChartRenderingInfo drawn = new ChartRenderingInfo(null);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height), drawn);
        graphics.dispose();
        Rectangle2D area = drawn.getPlotInfo().getDataArea();
        add(image, area, boundary.training(), DOT, Color.WHITE, 0.5f);
        if (boundary.validation() != null) {
            add(image, area, boundary.validation(), RING, Color.BLACK, 1.1f);
        }
        return Png.bytes(image);
    }

    private String note() {
        String note = "the regions of the classes; the paler, the less certain";
        int most = Math.max(boundary.training().labels().length,
                boundary.validation() == null ? 0 : boundary.validation().labels().length);
        return most <= MOST_POINTS ? note : note + "; of each part's examples the first %,d".formatted(MOST_POINTS);
    }

    private NumberAxis axis(int index) {
        NumberAxis axis = new NumberAxis(boundary.axes().get(index));
        axis.setRange(boundary.low()[index], boundary.high()[index]);
        Theme.style(axis);
        return axis;
    }

    /** Puts the examples into the image, class by class, each in its class's colour. */
    private void add(BufferedImage image, Rectangle2D area, Points part, Shape shape, Color edge, float edgeWidth) {
        int shown = Math.min(MOST_POINTS, part.labels().length);
        Graphics2D graphics = image.createGraphics();
        for (int c = 0; c < boundary.classes().size(); c++) {
            BufferedImage stamp = stamp(shape, Theme.colour(c), edge, edgeWidth);
            for (int i = 0; i < shown; i++) {
                if (part.labels()[i] == c) {
                    double x = area.getX() + area.getWidth() * position(part, i, 0);
                    double y = area.getMaxY() - area.getHeight() * position(part, i, 1);
                    graphics.drawImage(stamp, (int) (SCALE * x) - STAMP / 2, (int) (SCALE * y) - STAMP / 2, null);
                }
            }
        }
        graphics.dispose();
    }

    /** Where along an axis an example is, from 0 to 1. */
    private double position(Points part, int example, int axis) {
        double low = boundary.low()[axis];
        return (part.coordinates()[2 * example + axis] - low) / (boundary.high()[axis] - low);
    }

    /** A shape is drawn once and copied: smoothing the edges of a thousand costs more than all else in the picture. */
    private static BufferedImage stamp(Shape shape, Color colour, Color edge, float edgeWidth) {
        BufferedImage stamp = new BufferedImage(STAMP, STAMP, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = Chart.graphics(stamp, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.translate(STAMP / SCALE / 2, STAMP / SCALE / 2);
        graphics.setColor(colour);
        graphics.fill(shape);
        graphics.setColor(edge);
        graphics.setStroke(new BasicStroke(edgeWidth));
        graphics.draw(shape);
        graphics.dispose();
        return stamp;
    }

    /** The regions, with a line where the likeliest class changes. */
    private BufferedImage regions() {
        int n = REGION_PIXELS;
        int[] pixels = new int[n * n];
        int[] likeliest = new int[n * n];
        int[][] shades = shades();
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
            pixels[pixel] = edge ? Theme.TEXT.getRGB() : shades[best][(int) Math.rint(certainty * SHADES)];
        }
        BufferedImage image = new BufferedImage(n, n, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, n, n, pixels, 0, n);
        return image;
    }

    /** The colours of each class, from the least certain to the most. */
    private int[][] shades() {
        int[][] shades = new int[boundary.classes().size()][SHADES + 1];
        for (int c = 0; c < shades.length; c++) {
            for (int i = 0; i <= SHADES; i++) {
                double strength = PALEST + (STRONGEST - PALEST) * i / SHADES;
                shades[c][i] = Theme.shade(Theme.colour(c), strength).getRGB();
            }
        }
        return shades;
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        int classes = boundary.classes().size();
        int named = classes <= MOST_NAMED ? classes : MOST_NAMED - 1;
        for (int c = 0; c < named; c++) {
            String name = Labels.shortened(boundary.classes().get(c), LONGEST_NAME);
            LegendItem item = new LegendItem(name, Theme.colour(c));
            item.setShape(new Rectangle2D.Double(-7, -5, 14, 10));
            items.add(item);
        }
        if (named < classes) {
            items.add(new LegendItem("and %d more classes".formatted(classes - named), Theme.TRANSPARENT));
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
