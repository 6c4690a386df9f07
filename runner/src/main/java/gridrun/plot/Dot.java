package gridrun.plot;

/**
 * How examples are drawn: a disc of the class's colour in a ring, and around it a little white, so that it stands out
 * on any ground. It is made once a class and copied, for smoothing the edges of a thousand costs more than all else.
 *
 * @param radius of the disc, in pixels
 * @param ring how wide the ring is
 * @param isDark whether the ring is dark; else it is white
 */
record Dot(double radius, double ring, boolean isDark) {

    /** So few that larger ones leave each other room. */
    private static final int FEW = 400;
    private static final double LARGE = 4.6;
    private static final double SMALL = 3.4;
    private static final double HALO = 1.1;
    /** Points along a pixel's side that are asked whether they are inside. */
    private static final int SAMPLES = 4;
    private static final int NOTHING = -1;

    /** An example of the training part. */
    static Dot training(int examples) {
        return new Dot(examples <= FEW ? LARGE : SMALL, 0, false);
    }

    /** An example of the validation part. */
    static Dot validation(int examples) {
        return new Dot(examples <= FEW ? LARGE : SMALL, 1.5, true);
    }

    /** The colours of a class's dots: whole, and half of it with white and with the ring's grey. */
    record Ink(int whole, int onWhite, int onDark) {
    }

    /** Puts one around a place, as far as it is within the image. */
    void put(IndexedImage image, double x, double y, int[] stamp) {
        int side = side();
        int left = (int) Math.floor(x) - side / 2;
        int top = (int) Math.floor(y) - side / 2;
        for (int i = 0; i < stamp.length; i++) {
            int column = left + i % side;
            int row = top + i / side;
            if (stamp[i] != NOTHING && column >= 0 && column < image.width && row >= 0 && row < image.height) {
                image.pixels[row * image.width + column] = (byte) stamp[i];
            }
        }
    }

    /** Odd, so that there is a middle. */
    private int side() {
        return 2 * (int) Math.ceil(radius + ring + HALO) + 1;
    }

    /** The pixels around the middle, each a colour or nothing. */
    int[] stamp(Ink ink) {
        int side = side();
        int[] stamp = new int[side * side];
        for (int i = 0; i < stamp.length; i++) {
            double x = i % side - side / 2;
            double y = i / side - side / 2;
            double disc = share(x, y, radius);
            double inner = share(x, y, radius + ring);
            stamp[i] = disc > 0.75 ? ink.whole
                    : disc > 0.25 ? isDark ? ink.onDark : ink.onWhite
                            : StrictMath.hypot(x, y) <= radius + ring + HALO
                                    ? isDark ? IndexedImage.grey(inner) : IndexedImage.WHITE
                                    : NOTHING;
        }
        return stamp;
    }

    /** How much of a pixel is inside a circle. */
    private static double share(double x, double y, double radius) {
        int inside = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double dx = x + (i % SAMPLES + 0.5) / SAMPLES - 0.5;
            double dy = y + (i / SAMPLES + 0.5) / SAMPLES - 0.5;
            inside += dx * dx + dy * dy <= radius * radius ? 1 : 0;
        }
        return (double) inside / (SAMPLES * SAMPLES);
    }
}
