package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
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
        return taps + TAPS;
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
        return (count + TAPS) * 2 * LANES;
    }

    /**
     * Adds what one image contributes.
     *
     * @param a its planes
     * @param positions where each of n positions lies in them
     * @param b the gradient of its result, {@code ldb} from one position to the next
     */
    void add(float[] a, int[] positions, int n, float[] b, int bi, int ldb) {
        int some = Math.max(1, CACHED / ldb);
        for (int p = 0; p < n; p += some) {
            int now = Math.min(some, n - p);
            for (int j = 0; j < filters; j += BLOCK) {
                int bj = bi + p * ldb + j;
                for (int i = 0; i < count; i += TAPS) {
                    int sum = j / BLOCK * step() + i * 2 * LANES;
                    if (filters - j > LANES && BLOCK > LANES) {
                        TapTiles.taps9x2(now, positions, p, taps, from + i, a, b, bj, ldb, sums, sum);
                    } else {
                        TapTiles.taps9x1(now, positions, p, taps, from + i, a, b, bj, ldb, sums, sum);
                    }
                }
            }
        }
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
