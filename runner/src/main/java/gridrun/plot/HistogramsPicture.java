package gridrun.plot;

import gridrun.chart.TickLabels;
import gridrun.chart.Ticks;
import gridrun.chart.Words;
import gridrun.observed.Histograms;
import gridrun.observed.Histograms.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Histograms over the epochs: a panel for each layer, activations at the left and gradients at the right. A column is
 * an epoch, and the darker it is at a value, the more of the epoch's values are there.
 */
final class HistogramsPicture {

    private static final int LEFT = 74;
    private static final int GAP = 14;
    /** Of a line of text above a panel. */
    private static final int HEADING = 26;
    private static final String NOTE = "a column is an epoch: the darker, the more of its values are there";
    private static final int PANEL = 130;
    private static final int BOTTOM = 58;
    private static final int MOST_LAYERS = 10;
    private static final int MOST_TICKS = 5;
    private static final int MOST_EPOCHS = 6;
    /** A bin that has so many times its share of a flat histogram is the darkest. */
    private static final double DARKEST = 5;

    private final Paper paper;
    private final int top;
    private final Histograms histograms;
    private final List<String> observations;
    private final List<String> layers;
    private final int epochs;

    private HistogramsPicture(String title, Histograms histograms) {
        List<String> all = histograms.points().stream().map(Point::layer).distinct().toList();
        this.layers = all.size() <= MOST_LAYERS ? all : IntStream.range(0, MOST_LAYERS)
                .mapToObj(i -> all.get(i * (all.size() - 1) / (MOST_LAYERS - 1))).toList();
        this.paper = new Paper(title, layers.size() == all.size() ? NOTE
                : "%s; %d of %d layers, from the first to the last".formatted(NOTE, layers.size(), all.size()));
        this.top = paper.top() + HEADING;
        this.histograms = histograms;
        this.observations = histograms.points().stream().map(Point::observation).distinct().sorted().toList();
        this.epochs = histograms.points().stream().mapToInt(Point::epoch).max().orElse(1);
    }

    static Plot of(String title, Histograms histograms) {
        HistogramsPicture picture = new HistogramsPicture(title, histograms);
        int height = picture.top + picture.layers.size() * (HEADING + PANEL) + BOTTOM;
        return picture.paper.plot(height, picture::draw);
    }

    private void draw(Graphics2D graphics) {
        int width = (Paper.WIDTH - 2 * Paper.MARGIN - observations.size() * LEFT - (observations.size() - 1) * GAP)
                / observations.size();
        for (int column = 0; column < observations.size(); column++) {
            String observation = observations.get(column);
            int left = Paper.MARGIN + LEFT + column * (width + LEFT + GAP);
            Paper.words(graphics, Words.of(observation), Theme.NAME, left, top - 6);
            for (int row = 0; row < layers.size(); row++) {
                panel(graphics, observation, layers.get(row), left, top + row * (HEADING + PANEL), width);
            }
            epochs(graphics, left, top + layers.size() * (HEADING + PANEL), width);
        }
    }

    private void panel(Graphics2D graphics, String observation, String layer, int left, int above, int width) {
        List<Point> points = histograms.points().stream().filter(point -> point.observation().equals(observation)
                && point.layer().equals(layer) && Double.isFinite(point.low())).toList();
        if (points.isEmpty()) { // a layer without parameters has no gradient, and a diverged one no numbers
            return;
        }
        Paper.words(graphics, layer, Theme.TEXT_FONT, left, above + HEADING - 8);
        double low = points.stream().mapToDouble(Point::low).min().orElseThrow();
        double high = points.stream().mapToDouble(Point::high).max().orElseThrow();
        double span = high > low ? high - low : 1;
        int upper = above + HEADING;
        graphics.drawImage(image(points, low, span, width), left, upper, width, PANEL, null);
        graphics.setColor(Color.GRAY);
        graphics.drawRect(left, upper, width, PANEL);
        double[] ticks = Ticks.of(low, low + span, MOST_TICKS);
        TickLabels labels = TickLabels.of(ticks);
        for (double tick : ticks) {
            int y = (int) Math.rint(upper + PANEL - (tick - low) / span * PANEL);
            paper.ending(graphics, labels.of(tick), Theme.TICK, left - 8, y + 5);
            graphics.setColor(Color.GRAY);
            graphics.drawLine(left - 4, y, left, y);
        }
    }

    /** Thousands of bins, as pixels. */
    private BufferedImage image(List<Point> points, double low, double span, int width) {
        BufferedImage image =
                new BufferedImage(width * Plot.SCALE, PANEL * Plot.SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D bins = image.createGraphics();
        bins.setColor(Color.WHITE);
        bins.fillRect(0, 0, image.getWidth(), image.getHeight());
        double column = (double) image.getWidth() / epochs;
        for (Point point : points) {
            int start = (int) Math.rint((point.epoch() - 1) * column);
            int end = (int) Math.rint(point.epoch() * column);
            for (int bin = 0; bin < point.shares().length; bin++) {
                double from = (point.edge(bin) - low) / span * PANEL;
                double to = Math.max(from + 1, (point.edge(bin + 1) - low) / span * PANEL);
                int below = (int) Math.rint(from * Plot.SCALE);
                int above = (int) Math.rint(to * Plot.SCALE);
                if (point.shares()[bin] > 0) {
                    bins.setColor(Theme.shade(Theme.colour(0), strength(point, bin)));
                    bins.fillRect(start, image.getHeight() - above, end - start, above - below);
                }
            }
        }
        bins.dispose();
        return image;
    }

    /** The square root, so that the few are seen beside the many. */
    private static double strength(Point point, int bin) {
        return Math.min(1, Math.sqrt(point.shares()[bin] * point.shares().length / DARKEST));
    }

    private void epochs(Graphics2D graphics, int left, int below, int width) {
        double column = (double) width / epochs;
        int step = (int) Math.max(1, Ticks.step(1, Math.max(2, epochs), MOST_EPOCHS));
        for (int epoch = step; epoch <= epochs; epoch += step) {
            int x = (int) Math.rint(left + (epoch - 0.5) * column);
            graphics.setColor(Color.GRAY);
            graphics.drawLine(x, below, x, below + 4);
            paper.centred(graphics, Integer.toString(epoch), Theme.TICK, x, below + 20);
        }
        paper.centred(graphics, "epoch", Theme.NAME, left + width / 2, below + 42);
    }
}
