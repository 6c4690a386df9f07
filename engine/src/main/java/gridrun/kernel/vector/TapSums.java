package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.TapTiles.TAPS;

import java.util.Arrays;

/** The gradient of a convolution's weights, continued from image to image. */
final class TapSums {

    private static final int BLOCK = PixelRows.BLOCK;
    /** What rows of dy have in common with the first-level cache while all tiles go over them. */
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
     * @param a its planes, {@code step} from one position's row to the next
     * @param b the gradient of its result, {@code ldb} from one pixel to the next
     */
    void add(float[] a, int step, int rows, int columns, float[] b, int bi, int ldb) {
        int some = Math.max(1, CACHED / (columns * ldb));
        for (int row = 0; row < rows; row += some) {
            int now = Math.min(some, rows - row);
            for (int j = 0; j < filters; j += BLOCK) {
                int bj = bi + row * columns * ldb + j;
                for (int i = 0; i < count; i += TAPS) {
                    int sum = j / BLOCK * step() + i * 2 * LANES;
                    if (filters - j > LANES && BLOCK > LANES) {
                        TapTiles.taps9x2(now, columns, taps, from + i, a, row * step, step, b, bj, ldb, sums, sum);
                    } else {
                        TapTiles.taps9x1(now, columns, taps, from + i, a, row * step, step, b, bj, ldb, sums, sum);
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
