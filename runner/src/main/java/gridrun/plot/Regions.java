package gridrun.plot;

import gridrun.observed.Boundary;
import java.util.Arrays;

/** The regions of the classes as pixels: paler the less certain, with a line where the likeliest changes. */
final class Regions {

    private final Boundary boundary;
    private final int width;
    private final int height;
    private final int classes;
    private final double[] probabilities;
    /** The place of each pixel column on the grid of the boundary: the point to its left, and how far it is from it. */
    private final int[] left;
    private final double[] beyond;
    /** The first pixel column at or right of each point. */
    private final int[] starts;
    /** The likeliest class at each point of a row, and its shade. */
    private final char[] winners;
    private final int[] tones;
    /** Places in the palette, row by row. */
    private final byte[] pixels;
    private final char[] likeliest;

    Regions(Boundary boundary, int width, int height) {
        this.boundary = boundary;
        this.width = width;
        this.height = height;
        this.classes = boundary.classes().size();
        this.probabilities = new double[classes];
        this.left = new int[width];
        this.beyond = new double[width];
        this.starts = new int[boundary.side()];
        this.winners = new char[boundary.side()];
        this.tones = new int[boundary.side()];
        this.pixels = new byte[width * height];
        this.likeliest = new char[width * height];
        for (int x = 0; x < width; x++) {
            double column = (x + 0.5) / width * (boundary.side() - 1);
            left[x] = (int) Math.min(boundary.side() - 2, column);
            beyond[x] = column - left[x];
        }
        for (int point = 0; point < starts.length; point++) {
            int from = point == 0 ? 0 : starts[point - 1];
            while (from < width && (point == starts.length - 1 || left[from] < point)) {
                from++;
            }
            starts[point] = from;
        }
    }

    private int best(double[] probabilities, int from) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = probabilities[from + c] > probabilities[from + best] ? c : best;
        }
        return best;
    }

    /** Between points of the same shade there is no other: probabilities are linear there. */
    private void fill(int y, double[] row, byte[][] shades) {
        for (int point = 0; point < winners.length; point++) {
            winners[point] = (char) best(row, point * classes);
            tones[point] = shade(row[point * classes + winners[point]], shades[winners[point]]);
        }
        int point = 0;
        while (point < winners.length - 1) {
            int last = point;
            while (last < winners.length - 1 && winners[last + 1] == winners[point]
                    && tones[last + 1] == tones[point]) {
                last++;
            }
            Arrays.fill(likeliest, y * width + starts[point], y * width + starts[last], winners[point]);
            Arrays.fill(pixels, y * width + starts[point], y * width + starts[last],
                    shades[winners[point]][tones[point]]);
            if (last < winners.length - 1) {
                fill(y, starts[last], starts[last + 1], row, shades);
            }
            point = last + 1;
        }
    }

    /** Pixels between two points of the grid that differ. */
    private void fill(int y, int from, int to, double[] row, byte[][] shades) {
        for (int x = from; x < to; x++) {
            for (int c = 0; c < classes; c++) {
                probabilities[c] = between(row, left[x] * classes + c, x);
            }
            int winner = best(probabilities, 0);
            likeliest[y * width + x] = (char) winner;
            pixels[y * width + x] = shades[winner][shade(probabilities[winner], shades[winner])];
        }
    }

    /**
     * Which of a class's shades its probability has: from the least, which is chance, to 1. Margins may be far beyond;
     * from 1 on an answer is as certain as a hinge loss asks for.
     */
    private int shade(double probability, byte[] shades) {
        double chance = 1.0 / classes;
        double certainty = Math.max(0, Math.min(1, (probability - chance) / (1 - chance)));
        return (int) (certainty * (shades.length - 1) + 0.5);
    }

    private double between(double[] row, int at, int x) {
        return row[at] + beyond[x] * (row[at + classes] - row[at]);
    }

    /**
     * The pixels, row by row, as places in a palette.
     *
     * @param shades of each class, from the least certain to the most
     * @param line of the line
     */
    byte[] pixels(byte[][] shades, byte line) {
        double[] row = new double[boundary.side() * classes];
        for (int y = 0; y < height; y++) {
            boundary.row(1 - (y + 0.5) / height, row);
            fill(y, row, shades);
        }
        for (int pixel = 1; pixel < pixels.length; pixel++) {
            if (pixel % width > 0) {
                mark(pixel, pixel - 1, line);
            }
            if (pixel >= width) {
                mark(pixel, pixel - width, line);
            }
        }
        return pixels;
    }

    /** Marks two pixels beside each other if they are of different classes. */
    private void mark(int one, int other, byte line) {
        if (likeliest[one] != likeliest[other]) {
            pixels[one] = line;
            pixels[other] = line;
        }
    }
}
