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

    private final Tile tile = new Tile();
    private final float[] edge = new float[ROWS * 2 * LANES];

    SmallProducts() {
        tile.s = ZEROS;
    }

    /**
     * a [m, k], element [i, p] at {@code ai + i * rowStep + p * step}; b [k, n] and c [m, n], their rows {@code ldb}
     * and {@code ldc} apart.
     */
    void multiply(int m, int n, int k, float[] a, int ai, int rowStep, int step, float[] b, int bi, int ldb,
            float[] c, int ci, int ldc) {
        tile.k = k;
        tile.a = a;
        tile.rowStep = rowStep;
        tile.step = step;
        tile.b = b;
        tile.ldb = ldb;
        for (int j = 0; j < n; j += 2 * LANES) {
            int columns = Math.min(2 * LANES, n - j);
            boolean whole = columns == 2 * LANES || columns == LANES;
            tile.bi = bi + j;
            tile.c = whole ? c : edge;
            tile.ldc = whole ? ldc : 2 * LANES;
            for (int i = 0; i < m;) {
                int rows = m - i >= ROWS ? ROWS : m - i >= SMALL_ROWS ? SMALL_ROWS : 1;
                tile.ai = ai + i * rowStep;
                tile.ci = whole ? ci + i * ldc + j : 0;
                compute(rows, columns);
                if (!whole) {
                    for (int r = 0; r < rows; r++) {
                        System.arraycopy(edge, r * 2 * LANES, c, ci + (i + r) * ldc + j, columns);
                    }
                }
                i += rows;
            }
        }
    }

    private void compute(int rows, int columns) {
        switch (columns > LANES ? rows : -rows) {
            case ROWS -> {
                SmallTiles.tile4x2(tile);
                tile.ai += SMALL_ROWS * tile.rowStep;
                tile.ci += SMALL_ROWS * tile.ldc;
                SmallTiles.tile4x2(tile);
            }
            case SMALL_ROWS -> SmallTiles.tile4x2(tile);
            case 1 -> SmallTiles.tile1x2(tile);
            case -ROWS -> SmallTiles.tile8x1(tile);
            case -SMALL_ROWS -> SmallTiles.tile4x1(tile);
            default -> SmallTiles.tile1x1(tile);
        }
    }
}
