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

    private final float[] tile = new float[MANY_PIXELS * BLOCK];
    private final float[] turned = new float[2 * LaneTiles.FILTERS * LANES + LANES];

    private float[] a;
    private int[] taps;
    private float[] w;
    private int wi;
    private int ldw;
    private float[] start;
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
        this.a = a;
        this.taps = taps;
        this.w = w;
        this.wi = wi;
        this.ldw = ldw;
        this.start = start;
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
        boolean overwritten = filters == ldc && filters <= BLOCK;
        for (int j = 0; j < filters; j += BLOCK) {
            int columns = Math.min(BLOCK, filters - j);
            boolean whole = columns % LANES == 0, many = prefersMany(columns, count);
            int some = many ? MANY_PIXELS : PIXELS;
            for (int x = 0; x < count; x += some) {
                int at = Math.max(0, Math.min(x, count - some));
                int written = ci + (at + some - 1) * ldc + (columns > LANES ? 2 * LANES : LANES);
                boolean inOrder = overwritten && written <= end;
                if (count >= some && (whole || inOrder)) {
                    tile(columns, many, tap, k, ai + at, j, c, ci + at * ldc + j, ldc);
                } else {
                    tile(columns, many, tap, k, ai + at, j, tile, 0, BLOCK);
                    copyTile(Math.min(some, count), columns, c, ci + at * ldc + j, ldc);
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

    private void tile(int columns, boolean many, int tap, int k, int at, int j, float[] c, int ci, int ldc) {
        int wj = wi + tap * ldw + j;
        if (many) {
            PixelTiles.pixels14x1(k, taps, tap, a, at, w, wj, ldw, start, j, c, ci, ldc);
        } else if (columns > LANES) {
            PixelTiles.pixels8x2(k, taps, tap, a, at, w, wj, ldw, start, j, c, ci, ldc);
        } else {
            PixelTiles.pixels8x1(k, taps, tap, a, at, w, wj, ldw, start, j, c, ci, ldc);
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
        for (int x = 0; x < count; x += LANES) {
            LaneTiles.filters8x2(k, taps, 0, a, ai + x, second, w, wi, ldw, start, tile);
            int pixels = Math.min(LANES, count - x), to = ci + x * filters;
            if (filters == LaneTiles.FILTERS) {
                LaneTiles.write(tile, turned, pixels, c, to, below);
            } else {
                copyLanes(pixels, c, to, below);
            }
        }
    }

    private void copyLanes(int pixels, float[] c, int ci, int below) {
        for (int f = 0; f < filters; f++) {
            for (int i = 0; i < pixels; i++) {
                c[ci + i * filters + f] = tile[f * LANES + i];
                c[ci + below + i * filters + f] = tile[(LaneTiles.FILTERS + f) * LANES + i];
            }
        }
    }

    private void copyTile(int pixels, int columns, float[] c, int ci, int ldc) {
        for (int i = 0; i < pixels; i++) {
            for (int j = 0; j < columns; j++) {
                c[ci + i * ldc + j] = tile[i * BLOCK + j];
            }
        }
    }
}
