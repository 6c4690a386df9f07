package gridrun.plot;

import java.awt.Color;
import java.util.Arrays;

/** A dot in the pixels of a palette: hundreds are put there in the time in which a few are drawn. */
final class Stamp {

    /** Of a smooth edge: enough for the eye, and few for a small file. */
    private static final int LEVELS = 2;
    private static final int UNKNOWN = -1;

    private final Palette palette;
    private final Color edge;
    private final Color colour;
    private final int side;
    /** What covers each pixel: the level of the ring and that of the disc in it. */
    private final int[] covers;
    /** What becomes of each colour under each cover, once it is known. */
    private final int[] results = new int[(LEVELS + 1) * (LEVELS + 1) * Palette.MOST];

    Stamp(Dot dot, Color colour, Palette palette) {
        this.palette = palette;
        this.edge = dot.edge();
        this.colour = colour;
        this.side = 2 * (int) Math.ceil(dot.radius() + dot.ring());
        this.covers = new int[side * side];
        Arrays.fill(results, UNKNOWN);
        for (int i = 0; i < covers.length; i++) {
            double distance = StrictMath.hypot(i % side + 0.5 - side / 2, i / side + 0.5 - side / 2);
            covers[i] = level(dot.radius() + dot.ring(), distance) * (LEVELS + 1) + level(dot.radius(), distance);
        }
    }

    private static int level(double radius, double distance) {
        return (int) Math.rint(LEVELS * Math.max(0, Math.min(1, radius - distance + 0.5)));
    }

    /** Puts it around a place, as far as it is within the pixels. */
    void put(byte[] pixels, int width, int x, int y) {
        int height = pixels.length / width;
        int left = x - side / 2;
        int top = y - side / 2;
        for (int row = Math.max(0, -top); row < side && top + row < height; row++) {
            for (int column = Math.max(0, -left); column < side && left + column < width; column++) {
                int cover = covers[row * side + column];
                if (cover > 0) {
                    int pixel = (top + row) * width + left + column;
                    pixels[pixel] = result(cover, pixels[pixel]);
                }
            }
        }
    }

    private byte result(int cover, byte ground) {
        int at = cover * Palette.MOST + Byte.toUnsignedInt(ground);
        if (results[at] == UNKNOWN) {
            byte ringed = palette.over(ground, edge, (double) (cover / (LEVELS + 1)) / LEVELS);
            results[at] = palette.over(ringed, colour, (double) (cover % (LEVELS + 1)) / LEVELS);
        }
        return (byte) results[at];
    }
}
