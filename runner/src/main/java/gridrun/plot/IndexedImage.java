package gridrun.plot;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/**
 * An image of few colours: a byte a pixel, which says which of the palette it has. The first of them are greys, from
 * white to that of texts, so that texts have smooth edges.
 */
final class IndexedImage {

    /** Of the greys: smooth enough for letters, and few enough for a small file. */
    private static final int MOST_COLOURS = 256;
    private static final int GREYS = 8;
    static final int WHITE = 0;
    static final int DARK = GREYS - 1;
    /** The darkest channel of a text's colour. */
    private static final int DARKEST = Theme.TEXT.getBlue();

    final int width;
    final int height;
    /** Row by row. */
    final byte[] pixels;
    private final int[] palette = new int[MOST_COLOURS];
    private int colours;

    IndexedImage(int width, int height) {
        this.width = width;
        this.height = height;
        this.pixels = new byte[width * height];
        for (int i = 0; i < GREYS; i++) {
            colour(Theme.shade(Theme.TEXT, (double) i / DARK));
        }
    }

    /** Takes a colour into the palette; returns its place. */
    int colour(Color colour) {
        palette[colours] = colour.getRGB();
        return colours++;
    }

    /** How many more colours the palette has room for. */
    int free() {
        return MOST_COLOURS - colours;
    }

    /** The grey of a share of text in a pixel, from 0 to 1. */
    static int grey(double share) {
        return (int) Math.rint(share * DARK);
    }

    /**
     * Puts greys, such as letters, on what was white.
     *
     * @param image as large, of the type {@link BufferedImage#TYPE_INT_RGB}
     */
    void addGreys(BufferedImage image) {
        int[] rgb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < rgb.length; i++) {
            int light = rgb[i] & 0xFF;
            if (light != 0xFF) {
                pixels[i] = (byte) grey((0xFF - light) / (double) (0xFF - DARKEST));
            }
        }
    }

    void fill(int left, int top, int width, int height, int colour) {
        for (int y = top; y < top + height; y++) {
            Arrays.fill(pixels, y * this.width + left, y * this.width + left + width, (byte) colour);
        }
    }

    byte[] png() {
        return Png.bytes(width, height, pixels, Arrays.copyOf(palette, colours));
    }
}
