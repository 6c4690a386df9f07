package gridrun.plot;

import gridrun.observed.Boundary;
import gridrun.observed.Boundary.Points;
import gridrun.plot.Dot.Ink;
import gridrun.report.Figures;
import gridrun.report.Labels;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The regions of the classes, paler the less certain, under the examples.
 *
 * <p>Every run of a sweep over points in the plane may have one, so it is drawn without a library of charts and in a
 * palette: that takes a tenth of the time and of the space.
 */
final class BoundaryPicture {

    private static final int WIDTH = 640;
    private static final int HEIGHT_OF_PLANE = 372;
    private static final int MARGIN = 16;
    private static final int LEFT = 72;
    private static final int BELOW = 56;
    private static final int HEIGHT_OF_LINE = 21;
    private static final int TICK = 4;
    /** Labels along an axis, at most. */
    private static final int TICKS = 8;
    private static final double PALEST = 0.06;
    private static final double STRONGEST = 0.46;
    /** Steps instead of a flow: one sees lines of equal certainty, and the file is a third of the size. */
    private static final int MOST_SHADES = 5;
    /** Nobody tells apart as many; then they have the colours of the first ones. */
    private static final int MOST_COLOURED = 60;
    /** More are a blot; the first ones are drawn. */
    private static final int MOST_POINTS = 1000;
    /** More fill the legend. */
    private static final int MOST_NAMED = 16;
    private static final int LONGEST_NAME = 40;
    private static final int SWATCH = 18;
    private static final Font TITLE = Theme.font(Font.BOLD, 17);
    private static final Font TEXT = Theme.font(Font.PLAIN, 14);
    private static final Font TICK_TEXT = Theme.font(Font.PLAIN, 13);

    private final Boundary boundary;
    private final List<String> title;
    private final List<String> note;
    private final List<List<Key>> legend;
    private final int top;
    private final IndexedImage image;
    private final BufferedImage letters;
    private final Graphics2D graphics;
    private final Dot training;
    private final Dot validation;
    /** Of each class, and a grey one behind. */
    private final Ink[] inks;

    /**
     * An entry of the legend.
     *
     * @param colour the class whose colour is in front of the name; negative for none
     * @param dot what is drawn in that colour; null for a rectangle
     * @param width with the room behind it
     */
    private record Key(String name, int colour, Dot dot, int width) {
    }

    private BoundaryPicture(String title, Boundary boundary) {
        this.boundary = boundary;
        Graphics2D measure = letters(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        this.title = Theme.lines(title, TITLE, measure, WIDTH - 2 * MARGIN);
        this.note = Theme.lines(note(), TEXT, measure, WIDTH - 2 * MARGIN);
        int examples = Math.min(MOST_POINTS, boundary.training().labels().length);
        this.training = Dot.training(examples);
        this.validation = Dot.validation(examples);
        this.inks = new Ink[Math.min(MOST_COLOURED, boundary.classes().size()) + 1];
        this.legend = legend(measure);
        measure.dispose();
        this.top = MARGIN + HEIGHT_OF_LINE * (this.title.size() + this.note.size()) + 6;
        int height = top + HEIGHT_OF_PLANE + BELOW + HEIGHT_OF_LINE * legend.size() + 4;
        this.image = new IndexedImage(WIDTH, height);
        this.letters = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        this.graphics = letters(letters);
        for (int i = 0; i < inks.length; i++) {
            Color colour = i == inks.length - 1 ? Color.GRAY : Theme.colour(i);
            inks[i] = new Ink(image.colour(colour), image.colour(Theme.mixed(colour, Color.WHITE)),
                    image.colour(Theme.mixed(colour, Theme.TEXT)));
        }
    }

    static byte[] png(String title, Boundary boundary) {
        return new BoundaryPicture(title, boundary).draw();
    }

    private static Graphics2D letters(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return graphics;
    }

    private String note() {
        String note = "the regions of the classes; the paler, the less certain";
        int most = Math.max(boundary.training().labels().length,
                boundary.validation() == null ? 0 : boundary.validation().labels().length);
        return most <= MOST_POINTS ? note : note + "; of each part's examples the first %,d".formatted(MOST_POINTS);
    }

    private byte[] draw() {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.width, image.height);
        graphics.setColor(Theme.TEXT);
        int baseline = MARGIN + 14;
        baseline = write(title, TITLE, baseline);
        write(note, TEXT, baseline);
        label();
        keys();
        graphics.dispose();
        image.addGreys(letters);
        new Regions(boundary, WIDTH - LEFT - MARGIN, HEIGHT_OF_PLANE).put(image, LEFT, top, shades());
        add(boundary.training(), training);
        if (boundary.validation() != null) {
            add(boundary.validation(), validation);
        }
        return image.png();
    }

    /** Returns the baseline of the line below. */
    private int write(List<String> lines, Font font, int baseline) {
        graphics.setFont(font);
        for (int i = 0; i < lines.size(); i++) {
            graphics.drawString(lines.get(i), MARGIN, baseline + i * HEIGHT_OF_LINE);
        }
        return baseline + lines.size() * HEIGHT_OF_LINE;
    }

    /** Names the axes and the places along them. */
    private void label() {
        graphics.setFont(TICK_TEXT);
        for (double tick : ticks(0)) {
            int x = (int) x(tick);
            image.fill(x, top + HEIGHT_OF_PLANE, 1, TICK, IndexedImage.DARK / 2);
            centred(Figures.label(tick), x, top + HEIGHT_OF_PLANE + 19);
        }
        for (double tick : ticks(1)) {
            int y = (int) y(tick);
            image.fill(LEFT - TICK, y, TICK, 1, IndexedImage.DARK / 2);
            String text = Figures.label(tick);
            graphics.drawString(text, LEFT - TICK - 4 - width(text), y + 5);
        }
        graphics.setFont(TEXT);
        centred(boundary.axes().get(0), (LEFT + WIDTH - MARGIN) / 2, top + HEIGHT_OF_PLANE + 40);
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.rotate(-Math.PI / 2, MARGIN + 10, top + HEIGHT_OF_PLANE / 2);
        String name = boundary.axes().get(1);
        turned.drawString(name, MARGIN + 10 - width(name) / 2, top + HEIGHT_OF_PLANE / 2);
        turned.dispose();
    }

    private void centred(String text, int x, int baseline) {
        graphics.drawString(text, x - width(text) / 2, baseline);
    }

    private int width(String text) {
        return graphics.getFontMetrics().stringWidth(text);
    }

    private double[] ticks(int axis) {
        return Ticks.of(boundary.low()[axis], boundary.high()[axis], TICKS);
    }

    private double x(double value) {
        return LEFT + (WIDTH - LEFT - MARGIN) * share(value, 0);
    }

    private double y(double value) {
        return top + HEIGHT_OF_PLANE * (1 - share(value, 1));
    }

    private double share(double value, int axis) {
        return (value - boundary.low()[axis]) / (boundary.high()[axis] - boundary.low()[axis]);
    }

    /** The colours of each class, from the least certain to the most; all that the palette has room for. */
    private int[][] shades() {
        int coloured = inks.length - 1;
        int count = Math.min(MOST_SHADES, image.free() / coloured);
        int[][] shades = new int[boundary.classes().size()][];
        for (int c = 0; c < shades.length; c++) {
            shades[c] = c < coloured ? new int[count] : shades[c % coloured];
            for (int i = 0; c < coloured && i < count; i++) {
                double strength = count == 1 ? STRONGEST : PALEST + (STRONGEST - PALEST) * i / (count - 1);
                shades[c][i] = image.colour(Theme.shade(Theme.colour(c), strength));
            }
        }
        return shades;
    }

    /** Puts the examples into the image, class by class, each in its class's colour. */
    private void add(Points part, Dot dot) {
        int shown = Math.min(MOST_POINTS, part.labels().length);
        int[][] stamps = Stream.of(inks).map(dot::stamp).toArray(int[][]::new);
        for (int i = 0; i < shown; i++) {
            int colour = part.labels()[i] % (inks.length - 1);
            dot.put(image, x(part.coordinates()[2 * i]), y(part.coordinates()[2 * i + 1]), stamps[colour]);
        }
    }

    /** The entries of the legend in lines. */
    private List<List<Key>> legend(Graphics2D measure) {
        int grey = inks.length - 1;
        int classes = boundary.classes().size();
        int named = classes <= MOST_NAMED ? classes : MOST_NAMED - 1;
        List<Key> keys = new ArrayList<>();
        for (int c = 0; c < named; c++) {
            keys.add(key(Labels.shortened(boundary.classes().get(c), LONGEST_NAME), c, null, measure));
        }
        if (named < classes) {
            keys.add(key("and %d more classes".formatted(classes - named), -1, null, measure));
        }
        keys.add(key("training", grey, training, measure));
        if (boundary.validation() != null) {
            keys.add(key("validation", grey, validation, measure));
        }
        List<List<Key>> lines = new ArrayList<>();
        int room = 0;
        for (Key key : keys) {
            if (key.width > room) {
                lines.add(new ArrayList<>());
                room = WIDTH - 2 * MARGIN;
            }
            lines.get(lines.size() - 1).add(key);
            room -= key.width;
        }
        return lines;
    }

    private static Key key(String name, int colour, Dot dot, Graphics2D measure) {
        return new Key(name, colour, dot, SWATCH + 6 + Theme.width(name, TEXT, measure) + 18);
    }

    /** Draws the legend, each line in the middle. */
    private void keys() {
        graphics.setFont(TEXT);
        int baseline = top + HEIGHT_OF_PLANE + BELOW + 12;
        for (List<Key> line : legend) {
            int x = (WIDTH - line.stream().mapToInt(Key::width).sum()) / 2;
            for (Key key : line) {
                if (key.dot != null) {
                    key.dot.put(image, x + SWATCH / 2, baseline - 4, key.dot.stamp(inks[key.colour]));
                } else if (key.colour >= 0) {
                    image.fill(x, baseline - 10, SWATCH, 11, inks[key.colour].whole());
                }
                graphics.drawString(key.name, x + SWATCH + 6, baseline);
                x += key.width;
            }
            baseline += HEIGHT_OF_LINE;
        }
    }
}
