package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.fromArray;

/**
 * Copies of B for tiles of two vectors: the pairs of vectors that a tile reads, row after row, lie one behind another.
 */
final class Slivers extends Alone {

    /** Pairs that are copied at a time: B is read as it lies in memory, not one pair a row far from the next. */
    static final int PAIRS = 4;

    private Slivers() {}

    /**
     * {@code slivers[q, p, :] = b[p, 2 q LANES ..]} for so many pairs of vectors, up to {@link #PAIRS}, of k rows
     * {@code ldb} apart; the first goes to {@code to}.
     */
    static void copy(int pairs, float[] b, int bi, int ldb, int k, float[] slivers, int to) {
        int far = k * 2 * LANES;
        if (pairs == PAIRS) {
            copyFour(b, bi, ldb, k, slivers, to, to + far, to + 2 * far, to + 3 * far);
            return;
        }
        for (int q = 0; q < pairs; q++) {
            copyOne(b, bi + q * 2 * LANES, ldb, slivers, to + q * far, k);
        }
    }

    private static void copyFour(float[] b, int bi, int ldb, int k, float[] slivers, int first, int second,
            int third, int fourth) {
        for (int p = 0; p < k; p++) {
            fromArray(FLOATS, b, bi + p * ldb).intoArray(slivers, first + p * 2 * LANES);
            fromArray(FLOATS, b, bi + p * ldb + LANES).intoArray(slivers, first + p * 2 * LANES + LANES);
            fromArray(FLOATS, b, bi + p * ldb + 2 * LANES).intoArray(slivers, second + p * 2 * LANES);
            fromArray(FLOATS, b, bi + p * ldb + 3 * LANES).intoArray(slivers, second + p * 2 * LANES + LANES);
            fromArray(FLOATS, b, bi + p * ldb + 4 * LANES).intoArray(slivers, third + p * 2 * LANES);
            fromArray(FLOATS, b, bi + p * ldb + 5 * LANES).intoArray(slivers, third + p * 2 * LANES + LANES);
            fromArray(FLOATS, b, bi + p * ldb + 6 * LANES).intoArray(slivers, fourth + p * 2 * LANES);
            fromArray(FLOATS, b, bi + p * ldb + 7 * LANES).intoArray(slivers, fourth + p * 2 * LANES + LANES);
        }
    }

    private static void copyOne(float[] b, int bi, int ldb, float[] slivers, int to, int k) {
        for (int p = 0; p < k; p++) {
            fromArray(FLOATS, b, bi + p * ldb).intoArray(slivers, to + p * 2 * LANES);
            fromArray(FLOATS, b, bi + p * ldb + LANES).intoArray(slivers, to + p * 2 * LANES + LANES);
        }
    }
}
