package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;

/**
 * Matrix products by outer-product tiles (Goto and van de Geijn, Anatomy of high-performance matrix multiplication, 2008).
 */
final class MatrixProducts {

    /** Rows of the main tile: with two vectors a row, what the registers hold (32 at 512 bits, 16 below). */
    private static final int ROWS = LANES == 16 ? 12 : 6;
    private static final int SMALL_ROWS = 4;
    /** Length of a block of k: a sliver of B, k x 2 vectors, stays in the first-level cache. */
    private static final int K_BLOCK = 256;
    /** Rows of A packed at a time; they stay in the second-level cache. */
    private static final int M_BLOCK = 144;

    private final float[] packed = new float[M_BLOCK * K_BLOCK];
    private final float[] tile = new float[ROWS * 2 * LANES];
    private float[] start = new float[2 * WIDEST];
    private float[] transposed = new float[0];

    /** One operand: elements [i, p] at {@code at + i * rowStep + p * columnStep}. */
    void multiply(int m, int n, int k, float[] a, int ai, int rowStep, int columnStep,
                  float[] b, int bi, int ldb, float[] bias, int biasAt, float[] c, int ci) {
        if (start.length < Lanes.padded(n) + WIDEST) {
            start = new float[Lanes.padded(n) + WIDEST];
        }
        if (bias == null) {
            java.util.Arrays.fill(start, 0, n, 0);
        } else {
            System.arraycopy(bias, biasAt, start, 0, n);
        }
        for (int p = 0; p < k; p += K_BLOCK) {
            int kb = Math.min(K_BLOCK, k - p);
            for (int i = 0; i < m; i += M_BLOCK) {
                int mb = Math.min(M_BLOCK, m - i);
                pack(mb, kb, a, ai + i * rowStep + p * columnStep, rowStep, columnStep);
                for (int j = 0; j < n; j += 2 * LANES) {
                    int nb = Math.min(2 * LANES, n - j);
                    for (int r = 0; r < mb; ) {
                        int rows = rowsOfTile(mb - r);
                        int at = ci + (i + r) * n + j;
                        float[] s = p == 0 ? start : c;
                        int si = p == 0 ? j : at;
                        int lds = p == 0 ? 0 : n;
                        if (nb == 2 * LANES || nb == LANES) {
                            run(rows, nb > LANES, kb, r * kb, b, bi + p * ldb + j, ldb, s, si, lds, c, at, n);
                        } else {
                            run(rows, nb > LANES, kb, r * kb, b, bi + p * ldb + j, ldb, s, si, lds, tile, 0, 2 * LANES);
                            for (int t = 0; t < rows; t++) {
                                System.arraycopy(tile, t * 2 * LANES, c, at + t * n, nb);
                            }
                        }
                        r += rows;
                    }
                }
            }
        }
    }

    private static int rowsOfTile(int left) {
        return left >= ROWS ? ROWS : left >= SMALL_ROWS ? SMALL_ROWS : 1;
    }

    private void run(int rows, boolean wide, int k, int ai, float[] b, int bi, int ldb,
                     float[] s, int si, int lds, float[] c, int ci, int ldc) {
        switch (wide ? rows : -rows) {
            case 12 -> Tiles.rows12x2(k, packed, ai, b, bi, ldb, s, si, lds, c, ci, ldc);
            case 6 -> Tiles.rows6x2(k, packed, ai, b, bi, ldb, s, si, lds, c, ci, ldc);
            case 4 -> Tiles.rows4x2(k, packed, ai, b, bi, ldb, s, si, lds, c, ci, ldc);
            case 1 -> Tiles.rows1x2(k, packed, ai, b, bi, ldb, s, si, lds, c, ci, ldc);
            case -12 -> Tiles.rows12x1(k, packed, ai, b, bi, ldb, s, si, lds, c, ci, ldc);
            case -6 -> Tiles.rows6x1(k, packed, ai, b, bi, ldb, s, si, lds, c, ci, ldc);
            case -4 -> Tiles.rows4x1(k, packed, ai, b, bi, ldb, s, si, lds, c, ci, ldc);
            default -> Tiles.rows1x1(k, packed, ai, b, bi, ldb, s, si, lds, c, ci, ldc);
        }
    }

    private void pack(int m, int k, float[] a, int ai, int rowStep, int columnStep) {
        for (int r = 0; r < m; ) {
            int rows = rowsOfTile(m - r);
            for (int t = 0; t < rows; t++) {
                int from = ai + (r + t) * rowStep;
                int to = r * k + t;
                for (int p = 0; p < k; p++) {
                    packed[to + p * rows] = a[from + p * columnStep];
                }
            }
            r += rows;
        }
    }

    /** The transpose of b [n, k], in scratch memory. */
    float[] transpose(int n, int k, float[] b, int bi) {
        if (transposed.length < n * k + WIDEST) {
            transposed = new float[n * k + WIDEST];
        }
        for (int j = 0; j < n; j++) {
            for (int p = 0; p < k; p++) {
                transposed[p * n + j] = b[bi + j * k + p];
            }
        }
        return transposed;
    }
}
