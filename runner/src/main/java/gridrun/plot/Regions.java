package gridrun.plot;

import gridrun.observed.Boundary;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** The regions of the classes as pixels: paler the less certain, with a smooth line where the likeliest changes. */
final class Regions {

    /** Of the line between regions, in pixels. */
    private static final double LINE = 2;
    /** Of the line's edges: smooth enough, and few enough for a small file. */
    private static final int GREYS = 7;

    private final Boundary boundary;
    private final int width;
    private final int height;
    private final int classes;
    private final double[] probabilities;
    /** The place of each pixel column on the grid of the boundary: the point to its left, and how far it is from it. */
    private final int[] left;
    private final double[] beyond;
    private final BufferedImage image;
    /** Of the image, row by row. */
    private final int[] pixels;
    private final char[] likeliest;
    /** Where it is known what of the line is seen. */
    private final boolean[] lines;

    Regions(Boundary boundary, int width, int height) {
        this.boundary = boundary;
        this.width = width;
        this.height = height;
        this.classes = boundary.classes().size();
        this.probabilities = new double[classes];
        this.left = new int[width];
        this.beyond = new double[width];
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.likeliest = new char[width * height];
        this.lines = new boolean[width * height];
        for (int x = 0; x < width; x++) {
            double column = (x + 0.5) / width * (boundary.side() - 1);
            left[x] = (int) Math.min(boundary.side() - 2, column);
            beyond[x] = column - left[x];
        }
    }

    private void findBest(double[] row, int[] best) {
        for (int point = 0; point < best.length; point++) {
            best[point] = best(row, point * classes);
        }
    }

    private int best(double[] probabilities, int from) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            best = probabilities[from + c] > probabilities[from + best] ? c : best;
        }
        return best;
    }

    /** Between two points with the same likeliest class it is likeliest, too: probabilities are linear there. */
    private void fill(int y, double[] row, int[] best, int[][] shades) {
        double chance = 1.0 / classes;
        for (int x = 0; x < width; x++) {
            int point = left[x] * classes;
            int winner = best[left[x]];
            if (winner != best[left[x] + 1]) {
                for (int c = 0; c < classes; c++) {
                    probabilities[c] = between(row, point + c, x);
                }
                winner = best(probabilities, 0);
            }
            likeliest[y * width + x] = (char) winner;
            int[] own = shades[winner];
            double certainty = Math.max(0, (between(row, point + winner, x) - chance) / (1 - chance));
            pixels[y * width + x] = own[(int) (certainty * (own.length - 1) + 0.5)];
        }
    }

    private double between(double[] row, int at, int x) {
        return row[at] + beyond[x] * (row[at + classes] - row[at]);
    }

    /** @param shades the colours of each class, from the least certain to the most */
    BufferedImage image(int[][] shades) {
        double[] row = new double[boundary.side() * classes];
        int[] best = new int[boundary.side()];
        for (int y = 0; y < height; y++) {
            boundary.row(1 - (y + 0.5) / height, row);
            findBest(row, best);
            fill(y, row, best, shades);
        }
        for (int y = 0; y < height; y++) {
            putLine(y);
        }
        return image;
    }

    private void putLine(int y) {
        for (int x = 0; x < width; x++) {
            int pixel = y * width + x;
            if (x > 0 && likeliest[pixel - 1] != likeliest[pixel]
                    || y > 0 && likeliest[pixel - width] != likeliest[pixel]) {
                putLine(x, y);
            }
        }
    }

    /** Puts what is seen of the line into a pixel that it passes, and into those around it. */
    private void putLine(int column, int row) {
        for (int y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
                int at = y * width + x;
                double line = lines[at] ? 0 : Math.rint(line(x, y) * GREYS) / GREYS;
                lines[at] = true;
                if (line > 0) {
                    pixels[at] = Theme.shade(Theme.TEXT, line).getRGB();
                }
            }
        }
    }

    /** The share of the line in a pixel: by its distance, which is the lead of the winner by how steeply that falls. */
    private double line(int x, int y) {
        int pixel = y * width + x;
        int own = likeliest[pixel];
        int other = own;
        for (int dy = y > 0 ? -1 : 0; dy <= 1 && y + dy < height && other == own; dy++) {
            for (int dx = x > 0 ? -1 : 0; dx <= 1 && x + dx < width && other == own; dx++) {
                other = likeliest[pixel + dy * width + dx];
            }
        }
        if (other == own) {
            return 0;
        }
        double lead = lead(x, y, own, other);
        double slope = StrictMath.hypot(lead(x + 1, y, own, other) - lead, lead(x, y + 1, own, other) - lead);
        return Math.max(0, Math.min(1, (LINE + 1) / 2 - Math.abs(lead) / Math.max(slope, Double.MIN_NORMAL)));
    }

    private double lead(int x, int y, int own, int other) {
        boundary.at(place(x, width), 1 - place(y, height), probabilities);
        return probabilities[own] - probabilities[other];
    }

    private static double place(int pixel, int pixels) {
        return Math.max(0, Math.min(1, (pixel + 0.5) / pixels));
    }
}
