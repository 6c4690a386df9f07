package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.WIDEST;

/** The transpose of a matrix, in scratch memory. */
final class Transposition {

    private static final int ROWS = 8;

    private float[] transposed = new float[0];

    /** The transpose of b [n, k]. */
    float[] of(float[] b, int bi, int n, int k) {
        if (transposed.length < n * k + WIDEST) {
            transposed = new float[n * k + WIDEST];
        }
        int j = 0;
        for (; j + ROWS <= n; j += ROWS) {
            eightRows(b, bi + j * k, k, transposed, j, n);
        }
        for (; j < n; j++) {
            for (int p = 0; p < k; p++) {
                transposed[p * n + j] = b[bi + j * k + p];
            }
        }
        return transposed;
    }

    /** Eight rows at once, so that neighbours are written together. */
    private static void eightRows(float[] b, int bi, int k, float[] t, int ti, int n) {
        int b1 = bi + k, b2 = b1 + k, b3 = b2 + k, b4 = b3 + k, b5 = b4 + k, b6 = b5 + k, b7 = b6 + k;
        for (int p = 0; p < k; p++) {
            int at = ti + p * n;
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
