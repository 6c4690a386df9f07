package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.PixelTiles.MANY_PIXELS;
import static gridrun.kernel.vector.PixelTiles.PIXELS;

/** Rows of pixels, each number a chain over taps: a convolution, or the gradient of its input. */
final class PixelRows {

    /** Filters of a tile: two vectors where there are 32 registers, one where there are 16. */
    static final int BLOCK = LANES == Lanes.WIDEST ? 2 * LANES : LANES;

    /** Products in a chain. */
    private static final int WORTH_TURNING = 48;

    private final Tile tile = new Tile();
    private final float[] edge = new float[MANY_PIXELS * BLOCK];
    private final float[] turned = new float[2 * LaneTiles.FILTERS * LANES + LANES];

    /** Where the weights of the first tap begin. */
    private int wi;
    private int filters;

    /**
     * Sets what all rows have in common.
     *
     * @param a the planes
     * @param taps where each tap lies, from the row's first position
     * @param w a row of weights a tap, {@code ldw} apart from {@code wi} on
     * @param start where the chains of one pixel begin, with a block to spare
     * @param filters chains of one pixel
     */
    void operands(float[] a, int[] taps, float[] w, int wi, int ldw, float[] start, int filters) {
        tile.a = a;
        tile.places = taps;
        tile.b = w;
        tile.ldb = ldw;
        tile.s = start;
        this.wi = wi;
        this.filters = filters;
    }

    /**
     * Computes one row.
     *
     * @param tap the first of the taps
     * @param k how many there are
     * @param ai the row's first position
     * @param count positions
     * @param ldc from one pixel of the result to the next
     * @param end behind the row up to here are numbers that are computed later, so that they may be overwritten
     */
    void compute(int tap, int k, int ai, int count, float[] c, int ci, int ldc, int end) {
        tile.k = k;
        tile.pi = tap;
        boolean overwritten = filters == ldc && filters <= BLOCK;
        for (int j = 0; j < filters; j += BLOCK) {
            int columns = Math.min(BLOCK, filters - j);
            boolean whole = columns % LANES == 0, many = prefersMany(columns, count);
            int some = many ? MANY_PIXELS : PIXELS;
            tile.bi = wi + tap * tile.ldb + j;
            tile.si = j;
            for (int x = 0; x < count; x += some) {
                int at = Math.max(0, Math.min(x, count - some));
                int written = ci + (at + some - 1) * ldc + (columns > LANES ? 2 * LANES : LANES);
                boolean inOrder = overwritten && written <= end;
                boolean direct = count >= some && (whole || inOrder);
                tile.ai = ai + at;
                tile.c = direct ? c : edge;
                tile.ci = direct ? ci + at * ldc + j : 0;
                tile.ldc = direct ? ldc : BLOCK;
                compute(columns > LANES, many);
                if (!direct) {
                    copyEdge(Math.min(some, count), columns, c, ci + at * ldc + j, ldc);
                }
            }
        }
    }

    /** Whether the larger tiles are faster for a row: one takes as long as one and a half of the others. */
    private static boolean prefersMany(int columns, int count) {
        return LANES == Lanes.WIDEST && columns <= LANES && 3 * tiles(count, MANY_PIXELS) <= 2 * tiles(count, PIXELS);
    }

    private static int tiles(int count, int pixels) {
        return (count + pixels - 1) / pixels;
    }

    private void compute(boolean wide, boolean many) {
        if (many) {
            PixelTiles.pixels14x1(tile);
        } else if (wide) {
            PixelTiles.pixels8x2(tile);
        } else {
            PixelTiles.pixels8x1(tile);
        }
    }

    /** Whether two rows at once are faster: few filters, and chains long enough to be worth turning the result. */
    boolean prefersPairs(int k) {
        return LANES == Lanes.WIDEST && filters <= LaneTiles.FILTERS && k >= WORTH_TURNING;
    }

    /**
     * Computes two rows with pixels side by side.
     *
     * @param second from a position of the first row to the one below it
     * @param below from a pixel of the result to the one below it
     */
    void computePair(int k, int ai, int second, int count, float[] c, int ci, int below) {
        tile.k = k;
        tile.pi = 0;
        tile.rowStep = second;
        tile.bi = wi;
        tile.c = edge;
        for (int x = 0; x < count; x += LANES) {
            tile.ai = ai + x;
            LaneTiles.filters8x2(tile);
            int pixels = Math.min(LANES, count - x), to = ci + x * filters;
            if (filters == LaneTiles.FILTERS) {
                LaneTiles.write(edge, turned, pixels, c, to, below);
            } else {
                copyLanes(pixels, c, to, below);
            }
        }
    }

    private void copyLanes(int pixels, float[] c, int ci, int below) {
        for (int f = 0; f < filters; f++) {
            for (int i = 0; i < pixels; i++) {
                c[ci + i * filters + f] = edge[f * LANES + i];
                c[ci + below + i * filters + f] = edge[(LaneTiles.FILTERS + f) * LANES + i];
            }
        }
    }

    private void copyEdge(int pixels, int columns, float[] c, int ci, int ldc) {
        for (int i = 0; i < pixels; i++) {
            for (int j = 0; j < columns; j++) {
                c[ci + i * ldc + j] = edge[i * BLOCK + j];
            }
        }
    }
}
