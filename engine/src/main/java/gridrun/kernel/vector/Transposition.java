package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;

/** The transpose of a matrix, or of a narrow part of it in memory that stays in the first-level cache. */
final class Transposition {

    private static final int SQUARE = 16;
    private static final int ROWS = 8;

    private Transposition() {}

    /** The same into t from its first element on. */
    static void of(float[] b, int bi, int ldb, int n, int k, float[] t, int ldt) {
        of(b, bi, ldb, n, k, t, 0, ldt);
    }

    /**
     * {@code t[p, j] = b[j, p]} for n rows of k elements; the rows of b are {@code ldb} apart, those of t {@code ldt}.
     * The last squares of a row or column overlap those before them, which costs less than single numbers.
     */
    static void of(float[] b, int bi, int ldb, int n, int k, float[] t, int ti, int ldt) {
        if (LANES == SQUARE && n >= SQUARE && k >= SQUARE) {
            for (int j = 0; j < n; j += SQUARE) {
                int row = Math.min(j, n - SQUARE);
                for (int p = 0; p < k; p += SQUARE) {
                    int column = Math.min(p, k - SQUARE);
                    Square16.transpose(b, bi + row * ldb + column, ldb, t, ti + column * ldt + row, ldt);
                }
            }
            return;
        }
        int j = 0;
        for (; j + ROWS <= n; j += ROWS) {
            eightRows(b, bi + j * ldb, ldb, k, t, ti + j, ldt);
        }
        for (; j < n; j++) {
            for (int p = 0; p < k; p++) {
                t[ti + p * ldt + j] = b[bi + j * ldb + p];
            }
        }
    }

    /** Eight rows at once, so that neighbours are written together. */
    private static void eightRows(float[] b, int bi, int ldb, int k, float[] t, int ti, int ldt) {
        int b1 = bi + ldb, b2 = b1 + ldb, b3 = b2 + ldb, b4 = b3 + ldb, b5 = b4 + ldb, b6 = b5 + ldb, b7 = b6 + ldb;
        for (int p = 0; p < k; p++) {
            int at = ti + p * ldt;
            t[at] = b[bi + p];
            t[at + 1] = b[b1 + p];
            t[at + 2] = b[b2 + p];
            t[at + 3] = b[b3 + p];
            t[at + 4] = b[b4 + p];
            t[at + 5] = b[b5 + p];
            t[at + 6] = b[b6 + p];
            t[at + 7] = b[b7 + p];
        }
    }
}
