package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;

/**
 * Products of matrices so small that what {@link MatrixProducts} prepares (copies of A, blocks of k) would take longer
 * than the product: tiles straight from the operands.
 */
final class SmallProducts {

    private static final int ROWS = 8;
    private static final int SMALL_ROWS = 4;
    private static final float[] ZEROS = new float[2 * LANES];

    private final float[] tile = new float[ROWS * 2 * LANES];

    /**
     * a [m, k], element [i, p] at {@code ai + i * rowStep + p * step}; b [k, n] and c [m, n], their rows {@code ldb}
     * and {@code ldc} apart.
     */
    void multiply(int m, int n, int k, float[] a, int ai, int rowStep, int step, float[] b, int bi, int ldb,
            float[] c, int ci, int ldc) {
        for (int j = 0; j < n; j += 2 * LANES) {
            int columns = Math.min(2 * LANES, n - j);
            boolean whole = columns == 2 * LANES || columns == LANES;
            for (int i = 0; i < m;) {
                int rows = m - i >= ROWS ? ROWS : m - i >= SMALL_ROWS ? SMALL_ROWS : 1;
                if (whole) {
                    tile(rows, columns, k, a, ai + i * rowStep, rowStep, step, b, bi + j, ldb, c, ci + i * ldc + j,
                            ldc);
                } else {
                    tile(rows, columns, k, a, ai + i * rowStep, rowStep, step, b, bi + j, ldb, tile, 0, 2 * LANES);
                    for (int r = 0; r < rows; r++) {
                        System.arraycopy(tile, r * 2 * LANES, c, ci + (i + r) * ldc + j, columns);
                    }
                }
                i += rows;
            }
        }
    }

    private static void tile(int rows, int columns, int k, float[] a, int ai, int rowStep, int step,
            float[] b, int bi, int ldb, float[] c, int ci, int ldc) {
        switch (columns > LANES ? rows : -rows) {
            case ROWS -> {
                SmallTiles.tile4x2(k, a, ai, rowStep, step, b, bi, ldb, ZEROS, 0, 0, c, ci, ldc);
                SmallTiles.tile4x2(k, a, ai + 4 * rowStep, rowStep, step, b, bi, ldb, ZEROS, 0, 0, c, ci + 4 * ldc,
                        ldc);
            }
            case SMALL_ROWS -> SmallTiles.tile4x2(k, a, ai, rowStep, step, b, bi, ldb, ZEROS, 0, 0, c, ci, ldc);
            case 1 -> SmallTiles.tile1x2(k, a, ai, rowStep, step, b, bi, ldb, ZEROS, 0, 0, c, ci, ldc);
            case -ROWS -> SmallTiles.tile8x1(k, a, ai, rowStep, step, b, bi, ldb, ZEROS, 0, 0, c, ci, ldc);
            case -SMALL_ROWS -> SmallTiles.tile4x1(k, a, ai, rowStep, step, b, bi, ldb, ZEROS, 0, 0, c, ci, ldc);
            default -> SmallTiles.tile1x1(k, a, ai, rowStep, step, b, bi, ldb, ZEROS, 0, 0, c, ci, ldc);
        }
    }
}
