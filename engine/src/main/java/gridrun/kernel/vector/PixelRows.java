package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.PixelTiles.PIXELS;

/** Rows of pixels, each number a chain over taps: a convolution, or the gradient of its input. */
final class PixelRows {

    /** Filters of a tile: two vectors where there are 32 registers, one where there are 16. */
    static final int BLOCK = LANES == Lanes.WIDEST ? 2 * LANES : LANES;

    /** Products in a chain. */
    private static final int WORTH_TURNING = 48;

    private final float[] tile = new float[LaneTiles.FILTERS * 2 * LANES];

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
            boolean whole = columns % LANES == 0;
            for (int x = 0; x < count; x += PIXELS) {
                int at = Math.max(0, Math.min(x, count - PIXELS));
                int pixels = Math.min(PIXELS, count);
                int written = ci + (at + PIXELS - 1) * ldc + (columns > LANES ? 2 * LANES : LANES);
                boolean inOrder = overwritten && written <= end;
                if (pixels == PIXELS && (whole || inOrder)) {
                    tile(columns, tap, k, ai + at, j, c, ci + at * ldc + j, ldc);
                } else {
                    tile(columns, tap, k, ai + at, j, tile, 0, BLOCK);
                    copyTile(pixels, columns, c, ci + at * ldc + j, ldc);
                }
            }
        }
    }

    private void tile(int columns, int tap, int k, int at, int j, float[] c, int ci, int ldc) {
        int wj = wi + tap * ldw + j;
        if (columns > LANES) {
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
            for (int i = 0; i < pixels; i++) {
                for (int f = 0; f < filters; f++) {
                    c[to + i * filters + f] = tile[f * 2 * LANES + i];
                    c[to + below + i * filters + f] = tile[f * 2 * LANES + LANES + i];
                }
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
