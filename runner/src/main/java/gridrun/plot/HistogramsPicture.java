package gridrun.plot;

import gridrun.observed.Histograms;
import gridrun.observed.Histograms.Point;
import gridrun.report.Figures;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Histograms over the epochs: a panel for each layer, activations at the left and gradients at the right. A column is
 * an epoch, and the darker it is at a value, the more of the epoch's values are there.
 */
final class HistogramsPicture {

    private static final int WIDTH = 800;
    private static final int MARGIN = 16;
    private static final int LEFT = 74;
    private static final int GAP = 14;
    private static final int LINE = 26;
    private static final String NOTE = "a column is an epoch: the darker, the more of its values are there";
    private static final int PANEL = 130;
    private static final int BOTTOM = 58;
    private static final int MOST_LAYERS = 10;
    private static final int MOST_TICKS = 5;
    private static final int MOST_EPOCHS = 6;
    private static final double SCALE = 2;
    /** A bin that has so many times its share of a flat histogram is the darkest. */
    private static final double DARKEST = 5;

    private final Graphics2D measure = Chart.graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), SCALE);
    private final List<String> title;
    private final int top;
    private final Histograms histograms;
    private final List<String> observations;
    private final List<String> layers;
    private final int epochs;

    private HistogramsPicture(String title, Histograms histograms) {
        this.title = Theme.lines(title, Theme.TITLE, measure, WIDTH - 2 * MARGIN);
        this.top = MARGIN + (this.title.size() + 2) * LINE;
        this.histograms = histograms;
        this.observations = histograms.points().stream().map(Point::observation).distinct().sorted().toList();
        this.layers = histograms.points().stream().map(Point::layer).distinct().limit(MOST_LAYERS).toList();
        this.epochs = histograms.points().stream().mapToInt(Point::epoch).max().orElse(1);
    }

    static byte[] png(String title, Histograms histograms) {
        return new HistogramsPicture(title, histograms).draw();
    }

    private byte[] draw() {
        int height = top + layers.size() * (LINE + PANEL) + BOTTOM;
        BufferedImage image =
                new BufferedImage((int) (WIDTH * SCALE), (int) (height * SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = Chart.graphics(image, SCALE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, height);
        for (int i = 0; i < title.size(); i++) {
            words(graphics, title.get(i), MARGIN, MARGIN + 14 + i * LINE, Theme.TITLE);
        }
        words(graphics, NOTE, MARGIN, top - 2 * LINE + 12, Theme.TEXT_FONT);
        int width = (WIDTH - 2 * MARGIN - observations.size() * LEFT - (observations.size() - 1) * GAP)
                / observations.size();
        for (int column = 0; column < observations.size(); column++) {
            String observation = observations.get(column);
            int left = MARGIN + LEFT + column * (width + LEFT + GAP);
            words(graphics, Words.of(observation), left, top - LINE + 20, Theme.NAME);
            for (int row = 0; row < layers.size(); row++) {
                panel(graphics, observation, layers.get(row), left, top + row * (LINE + PANEL), width);
            }
            epochs(graphics, left, top + layers.size() * (LINE + PANEL), width);
        }
        graphics.dispose();
        measure.dispose();
        return Png.bytes(image);
    }

    private static void words(Graphics2D graphics, String text, int x, int y, Font font) {
        graphics.setFont(font);
        graphics.setColor(Theme.TEXT);
        graphics.drawString(text, x, y);
    }

    private void panel(Graphics2D graphics, String observation, String layer, int left, int above, int width) {
        List<Point> points = histograms.points().stream().filter(point -> point.observation().equals(observation)
                && point.layer().equals(layer) && Double.isFinite(point.low())).toList();
        if (points.isEmpty()) { // a layer without parameters has no gradient, and a diverged one no numbers
            return;
        }
        words(graphics, layer, left, above + LINE - 8, Theme.TEXT_FONT);
        double low = points.stream().mapToDouble(Point::low).min().orElseThrow();
        double high = points.stream().mapToDouble(Point::high).max().orElseThrow();
        double span = high > low ? high - low : 1;
        int upper = above + LINE;
        double column = (double) width / epochs;
        for (Point point : points) {
            for (int bin = 0; bin < point.shares().length; bin++) {
                double from = (point.edge(bin) - low) / span * PANEL;
                double to = Math.max(from + 1, (point.edge(bin + 1) - low) / span * PANEL);
                graphics.setColor(Theme.shade(Theme.colour(0), strength(point, bin)));
                if (point.shares()[bin] > 0) {
                    // Whole pixels, of which there are SCALE to a unit: between others there would be white lines.
                    double start = pixel((point.epoch() - 1) * column);
                    graphics.fill(new Rectangle2D.Double(left + start, upper + PANEL - pixel(to),
                            pixel(point.epoch() * column) - start, pixel(to) - pixel(from)));
                }
            }
        }
        graphics.setColor(Color.GRAY);
        graphics.drawRect(left, upper, width, PANEL);
        graphics.setFont(Theme.TICK);
        for (double tick : Ticks.of(low, low + span, MOST_TICKS)) {
            int y = (int) Math.rint(upper + PANEL - (tick - low) / span * PANEL);
            String label = Figures.label(tick);
            words(graphics, label, left - 8 - graphics.getFontMetrics().stringWidth(label), y + 5, Theme.TICK);
            graphics.setColor(Color.GRAY);
            graphics.drawLine(left - 4, y, left, y);
        }
    }

    private static double pixel(double place) {
        return Math.rint(place * SCALE) / SCALE;
    }

    /** The square root, so that the few are seen beside the many. */
    private static double strength(Point point, int bin) {
        return Math.min(1, Math.sqrt(point.shares()[bin] * point.shares().length / DARKEST));
    }

    private void epochs(Graphics2D graphics, int left, int below, int width) {
        double column = (double) width / epochs;
        int step = (int) Math.max(1, Ticks.step(1, Math.max(2, epochs), MOST_EPOCHS));
        graphics.setFont(Theme.TICK);
        for (int epoch = step; epoch <= epochs; epoch += step) {
            int x = (int) Math.rint(left + (epoch - 0.5) * column);
            String label = Integer.toString(epoch);
            graphics.setColor(Color.GRAY);
            graphics.drawLine(x, below, x, below + 4);
            words(graphics, label, x - graphics.getFontMetrics().stringWidth(label) / 2, below + 20, Theme.TICK);
        }
        graphics.setFont(Theme.NAME);
        int half = graphics.getFontMetrics().stringWidth("epoch") / 2;
        words(graphics, "epoch", left + width / 2 - half, below + 42, Theme.NAME);
    }
}
