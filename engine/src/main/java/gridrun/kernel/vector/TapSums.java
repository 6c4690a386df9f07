package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static gridrun.kernel.vector.NearTapTiles.NEAR;
import static gridrun.kernel.vector.TapTiles.TAPS;

import java.util.Arrays;

/** The gradient of a convolution's weights, continued from image to image. */
final class TapSums {

    private static final int BLOCK = PixelRows.BLOCK;
    /** From one row of sums to the next. */
    private static final int ROW = 2 * LANES;
    /** Elements of dy that all tiles go over while they are in the first-level cache. */
    private static final int CACHED = 6 * 1024;

    private final Tile tile = new Tile();
    private float[] sums = new float[0];
    private int from;
    private int count;
    private int filters;
    private boolean window;
    private boolean biased;

    /** The length of an array of taps: whole tiles, those behind the last being computed in vain. */
    static int room(int taps) {
        return taps + NEAR;
    }

    /**
     * Begins the sums of taps {@code [from, to)} by all filters at zero.
     *
     * @param inPairs whether an even position and the next one lie side by side
     * @param biased whether the gradient's rows are summed as well
     */
    void begin(int[] taps, int from, int to, int filters, boolean inPairs, boolean biased) {
        tile.taps = taps;
        this.from = from;
        this.count = to - from;
        this.filters = filters;
        this.biased = biased;
        this.window = inPairs && count == TAPS && areNear(from, 3) && areNear(from + 3, 3) && areNear(from + 6, 3);
        int size = blocks() * step();
        if (sums.length < size) {
            sums = new float[size];
        } else {
            Arrays.fill(sums, 0, size, 0);
        }
        tile.s = sums;
        tile.c = sums;
    }

    private int blocks() {
        return (filters + BLOCK - 1) / BLOCK;
    }

    /** From one block of filters to the next: a row for the sum of the gradient's rows, then one a tap. */
    private int step() {
        return (1 + room(count)) * ROW;
    }

    /**
     * Adds what one image contributes.
     *
     * @param a its numbers
     * @param positions where each of n positions lies in them
     * @param b the gradient of its result, {@code ldb} from one position to the next
     */
    void add(float[] a, int[] positions, int n, float[] b, int bi, int ldb) {
        tile.a = a;
        tile.places = positions;
        tile.b = b;
        tile.ldb = ldb;
        int parts = (n * ldb + CACHED - 1) / CACHED;
        int some = ((n + parts - 1) / parts + 1) / 2 * 2;
        for (int p = 0; p < n; p += some) {
            tile.k = Math.min(some, n - p);
            tile.pi = p;
            for (int j = 0; j < filters; j += BLOCK) {
                boolean pair = filters - j > LANES && BLOCK > LANES;
                tile.bi = bi + p * ldb + j;
                addBlock(pair, j / BLOCK * step());
            }
        }
    }

    private void addBlock(boolean pair, int sum) {
        if (!window) {
            addTaps(pair, sum + ROW);
        }
        addVector(sum);
        if (pair) {
            tile.bi += LANES;
            addVector(sum + LANES);
        }
    }

    /** What one vector of filters has by itself. */
    private void addVector(int sum) {
        setSums(sum);
        if (window) {
            tile.ti = from;
            WindowTiles.window3x3(tile);
        } else if (biased) {
            WindowTiles.rows(tile);
        }
    }

    /** Taps in whole tiles: larger ones where their numbers lie side by side. */
    private void addTaps(boolean pair, int sum) {
        for (int i = 0; i < count;) {
            int tap = from + i;
            setSums(sum + i * ROW);
            if (areNear(tap, NEAR)) {
                tile.ai = tile.taps[tap];
                if (pair) {
                    NearTapTiles.tile12x2(tile);
                } else if (LANES == WIDEST && i + 2 * NEAR <= count && areNear(tap, 2 * NEAR)) {
                    NearTapTiles.tile24x1(tile);
                    i += NEAR;
                } else {
                    NearTapTiles.tile12x1(tile);
                }
                i += NEAR;
            } else {
                tile.ti = tap;
                if (pair) {
                    TapTiles.taps9x2(tile);
                } else {
                    TapTiles.taps9x1(tile);
                }
                i += TAPS;
            }
        }
    }

    private void setSums(int at) {
        tile.si = at;
        tile.ci = at;
    }

    private boolean areNear(int tap, int many) {
        return tile.taps[tap + many - 1] - tile.taps[tap] == many - 1;
    }

    /** Writes the sums, a row a tap. */
    void end(float[] c, int ci, int ldc) {
        for (int j = 0; j < filters; j += BLOCK) {
            for (int i = 0; i < count; i++) {
                copy(1 + i, j, c, ci + i * ldc + j);
            }
        }
    }

    /** Writes the sums of the gradient's rows. */
    void endRows(float[] c, int ci) {
        for (int j = 0; j < filters; j += BLOCK) {
            copy(0, j, c, ci + j);
        }
    }

    private void copy(int row, int filter, float[] c, int ci) {
        System.arraycopy(sums, filter / BLOCK * step() + row * ROW, c, ci, Math.min(BLOCK, filters - filter));
    }
}
