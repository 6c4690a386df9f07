package gridrun.plot;

import gridrun.chart.TickLabels;
import gridrun.chart.Ticks;
import gridrun.observed.Boundary;
import gridrun.observed.Boundary.Points;
import gridrun.report.Labels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The regions of the classes, paler the less certain, under the examples. */
final class BoundaryPicture {

    /** Small enough for several side by side, and for the many that a sweep has. */
    private static final int WHOLE_WIDTH = 400;
    private static final int LEFT = 64;
    private static final int WIDTH = WHOLE_WIDTH - LEFT - Paper.MARGIN;
    private static final int HEIGHT = 250;
    private static final int BELOW = 60;
    private static final int TICK = 4;
    /** Labels along an axis, at most. */
    private static final int TICKS = 8;
    private static final double PALEST = 0.06;
    private static final double STRONGEST = 0.46;
    /** Steps instead of a flow: one sees lines of equal certainty, and the file is a third of the size. */
    private static final int SHADES = 3;
    /** Of letters, with their smooth edges. With those of three classes the colours are sixteen. */
    private static final int GREYS = 3;
    /** Nobody tells apart as many; then they have the colours of the first ones. */
    private static final int MOST_COLOURED = 24;
    /** More are a blot; the first ones are drawn. */
    private static final int MOST_POINTS = 200;
    /** More fill the legend. */
    private static final int MOST_NAMED = 16;
    private static final int LONGEST_NAME = 40;
    private static final int SWATCH = 18;

    /** By the number of classes: Java's tables of one take longer to make than a picture. */
    private static final Map<Integer, Palette> PALETTES = new ConcurrentHashMap<>();

    private final Boundary boundary;
    private final Paper paper;
    private final int top;
    private final Palette palette;
    private final byte[] regions;
    private final Dot training;
    private final Dot validation;
    private final List<List<Key>> legend;

    /**
     * An entry of the legend.
     *
     * @param colour what is in front of the name; null for nothing
     * @param dot what is drawn in that colour; null for a rectangle
     * @param width with the room behind it
     */
    private record Key(String name, Color colour, Dot dot, int width) {
    }

    private BoundaryPicture(String title, Boundary boundary) {
        this.boundary = boundary;
        this.paper = new Paper(title, note(boundary), WHOLE_WIDTH);
        this.top = paper.top() + 2;
        this.palette = PALETTES.computeIfAbsent(Math.min(MOST_COLOURED, boundary.classes().size()),
                BoundaryPicture::palette);
        this.regions = new Regions(boundary, WIDTH, HEIGHT).pixels(shades(), palette.nearest(Theme.TEXT));
        int examples = Math.min(MOST_POINTS, boundary.training().labels().length);
        this.training = Dot.training(examples);
        this.validation = Dot.validation(examples);
        this.legend = legend();
    }

    static Plot of(String title, Boundary boundary) {
        BoundaryPicture picture = new BoundaryPicture(title, boundary);
        int height = picture.top + HEIGHT + BELOW + Paper.LINE * picture.legend.size() + 8;
        return picture.paper.plot(height, picture::drawShapes)
                .coarse(picture.palette, picture.paper.plot(height, picture::drawPixels));
    }

    private static String note(Boundary boundary) {
        String note = "paler: less certain";
        int most = Math.max(boundary.training().labels().length,
                boundary.validation() == null ? 0 : boundary.validation().labels().length);
        return most <= MOST_POINTS ? note : note + "; the first %,d of each part".formatted(MOST_POINTS);
    }

    private void drawShapes(Graphics2D graphics) {
        draw(graphics, regions);
        dots((x, y, dot, label) -> dot.draw(graphics, LEFT + x, top + y, colour(label)));
    }

    private void drawPixels(Graphics2D graphics) {
        byte[] pixels = regions.clone();
        Stamp ofTraining = new Stamp(training, palette);
        Stamp ofValidation = new Stamp(validation, palette);
        // Two pixels are a byte: in even columns all are the same bytes.
        dots((x, y, dot, label) -> (dot == training ? ofTraining : ofValidation)
                .put(pixels, WIDTH, 2 * (int) Math.rint(x / 2), (int) Math.rint(y), palette.nearest(colour(label))));
        draw(graphics, pixels);
    }

    private void draw(Graphics2D graphics, byte[] plane) {
        BufferedImage image = palette.image(WIDTH, HEIGHT);
        image.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, plane);
        graphics.drawImage(image, LEFT, top, WIDTH, HEIGHT, null);
        label(graphics);
        keys(graphics);
    }

    /** Names the axes and the places along them. */
    private void label(Graphics2D graphics) {
        TickLabels across = TickLabels.of(ticks(0));
        for (double tick : ticks(0)) {
            int x = (int) x(tick);
            line(graphics, x, top + HEIGHT, x, top + HEIGHT + TICK);
            paper.centred(graphics, across.of(tick), Theme.TICK, x, top + HEIGHT + 20);
        }
        TickLabels up = TickLabels.of(ticks(1));
        for (double tick : ticks(1)) {
            int y = (int) y(tick);
            line(graphics, LEFT - TICK, y, LEFT, y);
            paper.ending(graphics, up.of(tick), Theme.TICK, LEFT - TICK - 4, y + 5);
        }
        paper.centred(graphics, boundary.axes().get(0), Theme.NAME, LEFT + WIDTH / 2, top + HEIGHT + 44);
        String name = boundary.axes().get(1);
        paper.turned(graphics, name, Theme.NAME, Paper.MARGIN + 10,
                top + (HEIGHT - paper.width(name, Theme.NAME)) / 2);
    }

    private static void line(Graphics2D graphics, int fromX, int fromY, int toX, int toY) {
        graphics.setColor(Color.GRAY);
        graphics.drawLine(fromX, fromY, toX, toY);
    }

    private double[] ticks(int axis) {
        return Ticks.of(boundary.low()[axis], boundary.high()[axis], TICKS);
    }

    private double x(double value) {
        return LEFT + WIDTH * share(value, 0);
    }

    private double y(double value) {
        return top + HEIGHT * (1 - share(value, 1));
    }

    private double share(double value, int axis) {
        return (value - boundary.low()[axis]) / (boundary.high()[axis] - boundary.low()[axis]);
    }

    private static Color colour(int label) {
        return Theme.colour(label % MOST_COLOURED);
    }

    /** Of letters, and of each class: its shades and itself. */
    private static Palette palette(int classes) {
        Stream<Color> letters =
                IntStream.rangeClosed(0, GREYS).mapToObj(grey -> Theme.shade(Theme.TEXT, (double) grey / GREYS));
        return new Palette(Stream.concat(letters, IntStream.range(0, classes).boxed()
                .flatMap(label -> Stream.concat(shades(label), Stream.of(colour(label))))).mapToInt(Color::getRGB));
    }

    /** The shades of each class in the palette. */
    private byte[][] shades() {
        byte[][] shades = new byte[boundary.classes().size()][SHADES];
        for (int c = 0; c < shades.length; c++) {
            List<Color> own = shades(c).toList();
            for (int i = 0; i < SHADES; i++) {
                shades[c][i] = palette.nearest(own.get(i));
            }
        }
        return shades;
    }

    /** Of a class, from the least certain to the most. */
    private static Stream<Color> shades(int label) {
        return IntStream.range(0, SHADES).mapToObj(
                i -> Theme.shade(colour(label), PALEST + (STRONGEST - PALEST) * i / (SHADES - 1)));
    }

    /** What is done for an example at a place in the plane. */
    private interface Placed {

        void at(double x, double y, Dot dot, int label);
    }

    private void dots(Placed placed) {
        dots(boundary.training(), training, placed);
        if (boundary.validation() != null) {
            dots(boundary.validation(), validation, placed);
        }
    }

    private void dots(Points part, Dot dot, Placed placed) {
        int shown = Math.min(MOST_POINTS, part.labels().length);
        for (int i = 0; i < shown; i++) {
            placed.at(WIDTH * share(part.coordinates()[2 * i], 0),
                    HEIGHT * (1 - share(part.coordinates()[2 * i + 1], 1)), dot, part.labels()[i]);
        }
    }

    /** The entries of the legend in lines. */
    private List<List<Key>> legend() {
        int classes = boundary.classes().size();
        int named = classes <= MOST_NAMED ? classes : MOST_NAMED - 1;
        List<Key> keys = new ArrayList<>();
        for (int c = 0; c < named; c++) {
            keys.add(key(Labels.shortened(boundary.classes().get(c), LONGEST_NAME), colour(c), null));
        }
        if (named < classes) {
            keys.add(key("and %d more classes".formatted(classes - named), null, null));
        }
        keys.add(key("training", Color.GRAY, training));
        if (boundary.validation() != null) {
            keys.add(key("validation", Color.GRAY, validation));
        }
        List<List<Key>> lines = new ArrayList<>();
        int room = 0;
        for (Key key : keys) {
            if (key.width > room) {
                lines.add(new ArrayList<>());
                room = WHOLE_WIDTH - 2 * Paper.MARGIN;
            }
            lines.get(lines.size() - 1).add(key);
            room -= key.width;
        }
        return lines;
    }

    private Key key(String name, Color colour, Dot dot) {
        return new Key(name, colour, dot, SWATCH + 6 + paper.width(name, Theme.TEXT_FONT) + 18);
    }

    /** Draws the legend, each line in the middle. */
    private void keys(Graphics2D graphics) {
        int baseline = top + HEIGHT + BELOW + 14;
        for (List<Key> line : legend) {
            int x = (WHOLE_WIDTH - line.stream().mapToInt(Key::width).sum()) / 2;
            for (Key key : line) {
                if (key.dot != null) {
                    key.dot.draw(graphics, x + SWATCH / 2.0, baseline - 5, key.colour);
                } else if (key.colour != null) {
                    graphics.setColor(key.colour);
                    graphics.fillRect(x, baseline - 11, SWATCH, 12);
                }
                Paper.words(graphics, key.name, Theme.TEXT_FONT, x + SWATCH + 6, baseline);
                x += key.width;
            }
            baseline += Paper.LINE;
        }
    }
}
