package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static gridrun.kernel.vector.TapTiles.NEAR;
import static gridrun.kernel.vector.TapTiles.TAPS;

import java.util.Arrays;

/** The gradient of a convolution's weights, continued from image to image. */
final class TapSums {

    private static final int BLOCK = PixelRows.BLOCK;
    /** Elements of dy that all tiles go over while they are in the first-level cache. */
    private static final int CACHED = 6 * 1024;

    private float[] sums = new float[0];
    private int[] taps;
    private int from;
    private int count;
    private int filters;

    /** The length of an array of taps: whole tiles, those behind the last being computed in vain. */
    static int room(int taps) {
        return taps + NEAR;
    }

    /** Begins the sums of taps {@code [from, to)} by all filters at zero. */
    void begin(int[] taps, int from, int to, int filters) {
        this.taps = taps;
        this.from = from;
        this.count = to - from;
        this.filters = filters;
        int size = blocks() * step();
        if (sums.length < size) {
            sums = new float[size];
        } else {
            Arrays.fill(sums, 0, size, 0);
        }
    }

    private int blocks() {
        return (filters + BLOCK - 1) / BLOCK;
    }

    /** From one block of filters to the next. */
    private int step() {
        return room(count) * 2 * LANES;
    }

    /**
     * Adds what one image contributes.
     *
     * @param a its numbers
     * @param positions where each of n positions lies in them
     * @param b the gradient of its result, {@code ldb} from one position to the next
     */
    void add(float[] a, int[] positions, int n, float[] b, int bi, int ldb) {
        int parts = (n * ldb + CACHED - 1) / CACHED;
        int some = (n + parts - 1) / parts;
        for (int p = 0; p < n; p += some) {
            for (int j = 0; j < filters; j += BLOCK) {
                boolean pair = filters - j > LANES && BLOCK > LANES;
                add(pair, a, positions, p, Math.min(some, n - p), b, bi + p * ldb + j, ldb, j / BLOCK * step());
            }
        }
    }

    /** One block of filters, taps in whole tiles: larger ones where their numbers lie side by side. */
    private void add(boolean pair, float[] a, int[] positions, int p, int n, float[] b, int bi, int ldb, int sum) {
        for (int i = 0; i < count; ) {
            int tap = from + i, c = sum + i * 2 * LANES;
            if (areNear(tap, NEAR)) {
                if (pair) {
                    TapTiles.near12x2(n, positions, p, a, taps[tap], b, bi, ldb, sums, c);
                } else if (LANES == WIDEST && i + 2 * NEAR <= count && areNear(tap, 2 * NEAR)) {
                    TapTiles.near24x1(n, positions, p, a, taps[tap], b, bi, ldb, sums, c);
                    i += NEAR;
                } else {
                    TapTiles.near12x1(n, positions, p, a, taps[tap], b, bi, ldb, sums, c);
                }
                i += NEAR;
            } else {
                if (pair) {
                    TapTiles.taps9x2(n, positions, p, taps, tap, a, b, bi, ldb, sums, c);
                } else {
                    TapTiles.taps9x1(n, positions, p, taps, tap, a, b, bi, ldb, sums, c);
                }
                i += TAPS;
            }
        }
    }

    private boolean areNear(int tap, int many) {
        return taps[tap + many - 1] - taps[tap] == many - 1;
    }

    /** Writes the sums, a row a tap. */
    void end(float[] c, int ci, int ldc) {
        for (int j = 0; j < filters; j += BLOCK) {
            int columns = Math.min(BLOCK, filters - j);
            for (int i = 0; i < count; i++) {
                System.arraycopy(sums, j / BLOCK * step() + i * 2 * LANES, c, ci + i * ldc + j, columns);
            }
        }
    }
}
