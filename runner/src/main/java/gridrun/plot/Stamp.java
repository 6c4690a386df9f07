package gridrun.plot;

/**
 * A dot in the pixels of a palette: hundreds are put there in the time in which a few are drawn. Its edges are sharp,
 * so that all look alike on any ground, which makes a small file.
 */
final class Stamp {

    private static final byte NOTHING = 0;
    private static final byte RING = 1;
    private static final byte DISC = 2;

    private final byte edge;
    private final int side;
    /** What is to be seen at each pixel. */
    private final byte[] covers;

    Stamp(Dot dot, Palette palette) {
        this.edge = palette.nearest(dot.edge());
        this.side = 2 * (int) Math.ceil(dot.radius() + dot.ring());
        this.covers = new byte[side * side];
        for (int i = 0; i < covers.length; i++) {
            double distance = StrictMath.hypot(i % side + 0.5 - side / 2, i / side + 0.5 - side / 2);
            covers[i] = distance <= dot.radius() ? DISC : distance <= dot.radius() + dot.ring() ? RING : NOTHING;
        }
    }

    /** Puts it around a place, as far as it is within the pixels. */
    void put(byte[] pixels, int width, int x, int y, byte colour) {
        int height = pixels.length / width;
        int left = x - side / 2;
        int top = y - side / 2;
        for (int row = Math.max(0, -top); row < side && top + row < height; row++) {
            for (int column = Math.max(0, -left); column < side && left + column < width; column++) {
                byte cover = covers[row * side + column];
                if (cover != NOTHING) {
                    pixels[(top + row) * width + left + column] = cover == DISC ? colour : edge;
                }
            }
        }
    }
}
