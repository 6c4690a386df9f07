package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of a convolution's weight gradient: taps by one or two vectors of filters, held in registers over n positions.
 *
 * <p>Tap r finds position p at {@code a[taps[ti + r] + positions[pi + p]]}, or, where taps are near, at
 * {@code a[ai + r + positions[pi + p]]}: one range check then serves them all. The gradient there is the row {@code bi + p * ldb} of b.
 * The chains continue those in c, two vectors apart.
 */
final class TapTiles {

    /** Three by three taps of one channel are one tile. */
    static final int TAPS = 9;
    /** Taps of a tile, or half of the taps, whose numbers lie side by side. */
    static final int NEAR = 12;

    private TapTiles() { }

    static void taps9x2(int n, int[] positions, int pi, int[] taps, int ti, float[] a,
                        float[] b, int bi, int ldb, float[] c, int ci) {
        int a0 = taps[ti], a1 = taps[ti + 1], a2 = taps[ti + 2];
        int a3 = taps[ti + 3], a4 = taps[ti + 4], a5 = taps[ti + 5];
        int a6 = taps[ti + 6], a7 = taps[ti + 7], a8 = taps[ti + 8];
        FloatVector c0a = fromArray(FLOATS, c, ci);
        FloatVector c0b = fromArray(FLOATS, c, ci + LANES);
        FloatVector c1a = fromArray(FLOATS, c, ci + 2 * LANES);
        FloatVector c1b = fromArray(FLOATS, c, ci + 3 * LANES);
        FloatVector c2a = fromArray(FLOATS, c, ci + 4 * LANES);
        FloatVector c2b = fromArray(FLOATS, c, ci + 5 * LANES);
        FloatVector c3a = fromArray(FLOATS, c, ci + 6 * LANES);
        FloatVector c3b = fromArray(FLOATS, c, ci + 7 * LANES);
        FloatVector c4a = fromArray(FLOATS, c, ci + 8 * LANES);
        FloatVector c4b = fromArray(FLOATS, c, ci + 9 * LANES);
        FloatVector c5a = fromArray(FLOATS, c, ci + 10 * LANES);
        FloatVector c5b = fromArray(FLOATS, c, ci + 11 * LANES);
        FloatVector c6a = fromArray(FLOATS, c, ci + 12 * LANES);
        FloatVector c6b = fromArray(FLOATS, c, ci + 13 * LANES);
        FloatVector c7a = fromArray(FLOATS, c, ci + 14 * LANES);
        FloatVector c7b = fromArray(FLOATS, c, ci + 15 * LANES);
        FloatVector c8a = fromArray(FLOATS, c, ci + 16 * LANES);
        FloatVector c8b = fromArray(FLOATS, c, ci + 17 * LANES);
        for (int p = 0; p < n; p++) {
            int at = positions[pi + p];
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector bb = fromArray(FLOATS, b, bi + p * ldb + LANES);
            FloatVector x = broadcast(FLOATS, a[a0 + at]);
            c0a = x.fma(ba, c0a);
            c0b = x.fma(bb, c0b);
            x = broadcast(FLOATS, a[a1 + at]);
            c1a = x.fma(ba, c1a);
            c1b = x.fma(bb, c1b);
            x = broadcast(FLOATS, a[a2 + at]);
            c2a = x.fma(ba, c2a);
            c2b = x.fma(bb, c2b);
            x = broadcast(FLOATS, a[a3 + at]);
            c3a = x.fma(ba, c3a);
            c3b = x.fma(bb, c3b);
            x = broadcast(FLOATS, a[a4 + at]);
            c4a = x.fma(ba, c4a);
            c4b = x.fma(bb, c4b);
            x = broadcast(FLOATS, a[a5 + at]);
            c5a = x.fma(ba, c5a);
            c5b = x.fma(bb, c5b);
            x = broadcast(FLOATS, a[a6 + at]);
            c6a = x.fma(ba, c6a);
            c6b = x.fma(bb, c6b);
            x = broadcast(FLOATS, a[a7 + at]);
            c7a = x.fma(ba, c7a);
            c7b = x.fma(bb, c7b);
            x = broadcast(FLOATS, a[a8 + at]);
            c8a = x.fma(ba, c8a);
            c8b = x.fma(bb, c8b);
        }
        c0a.intoArray(c, ci);
        c0b.intoArray(c, ci + LANES);
        c1a.intoArray(c, ci + 2 * LANES);
        c1b.intoArray(c, ci + 3 * LANES);
        c2a.intoArray(c, ci + 4 * LANES);
        c2b.intoArray(c, ci + 5 * LANES);
        c3a.intoArray(c, ci + 6 * LANES);
        c3b.intoArray(c, ci + 7 * LANES);
        c4a.intoArray(c, ci + 8 * LANES);
        c4b.intoArray(c, ci + 9 * LANES);
        c5a.intoArray(c, ci + 10 * LANES);
        c5b.intoArray(c, ci + 11 * LANES);
        c6a.intoArray(c, ci + 12 * LANES);
        c6b.intoArray(c, ci + 13 * LANES);
        c7a.intoArray(c, ci + 14 * LANES);
        c7b.intoArray(c, ci + 15 * LANES);
        c8a.intoArray(c, ci + 16 * LANES);
        c8b.intoArray(c, ci + 17 * LANES);
    }

    static void taps9x1(int n, int[] positions, int pi, int[] taps, int ti, float[] a,
                        float[] b, int bi, int ldb, float[] c, int ci) {
        int a0 = taps[ti], a1 = taps[ti + 1], a2 = taps[ti + 2];
        int a3 = taps[ti + 3], a4 = taps[ti + 4], a5 = taps[ti + 5];
        int a6 = taps[ti + 6], a7 = taps[ti + 7], a8 = taps[ti + 8];
        FloatVector c0a = fromArray(FLOATS, c, ci);
        FloatVector c1a = fromArray(FLOATS, c, ci + 2 * LANES);
        FloatVector c2a = fromArray(FLOATS, c, ci + 4 * LANES);
        FloatVector c3a = fromArray(FLOATS, c, ci + 6 * LANES);
        FloatVector c4a = fromArray(FLOATS, c, ci + 8 * LANES);
        FloatVector c5a = fromArray(FLOATS, c, ci + 10 * LANES);
        FloatVector c6a = fromArray(FLOATS, c, ci + 12 * LANES);
        FloatVector c7a = fromArray(FLOATS, c, ci + 14 * LANES);
        FloatVector c8a = fromArray(FLOATS, c, ci + 16 * LANES);
        for (int p = 0; p < n; p++) {
            int at = positions[pi + p];
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            c0a = broadcast(FLOATS, a[a0 + at]).fma(ba, c0a);
            c1a = broadcast(FLOATS, a[a1 + at]).fma(ba, c1a);
            c2a = broadcast(FLOATS, a[a2 + at]).fma(ba, c2a);
            c3a = broadcast(FLOATS, a[a3 + at]).fma(ba, c3a);
            c4a = broadcast(FLOATS, a[a4 + at]).fma(ba, c4a);
            c5a = broadcast(FLOATS, a[a5 + at]).fma(ba, c5a);
            c6a = broadcast(FLOATS, a[a6 + at]).fma(ba, c6a);
            c7a = broadcast(FLOATS, a[a7 + at]).fma(ba, c7a);
            c8a = broadcast(FLOATS, a[a8 + at]).fma(ba, c8a);
        }
        c0a.intoArray(c, ci);
        c1a.intoArray(c, ci + 2 * LANES);
        c2a.intoArray(c, ci + 4 * LANES);
        c3a.intoArray(c, ci + 6 * LANES);
        c4a.intoArray(c, ci + 8 * LANES);
        c5a.intoArray(c, ci + 10 * LANES);
        c6a.intoArray(c, ci + 12 * LANES);
        c7a.intoArray(c, ci + 14 * LANES);
        c8a.intoArray(c, ci + 16 * LANES);
    }

    static void near24x1(int n, int[] positions, int pi, float[] a, int ai, float[] b, int bi, int ldb, float[] c, int ci) {
        FloatVector c0a = fromArray(FLOATS, c, ci);
        FloatVector c1a = fromArray(FLOATS, c, ci + 2 * LANES);
        FloatVector c2a = fromArray(FLOATS, c, ci + 4 * LANES);
        FloatVector c3a = fromArray(FLOATS, c, ci + 6 * LANES);
        FloatVector c4a = fromArray(FLOATS, c, ci + 8 * LANES);
        FloatVector c5a = fromArray(FLOATS, c, ci + 10 * LANES);
        FloatVector c6a = fromArray(FLOATS, c, ci + 12 * LANES);
        FloatVector c7a = fromArray(FLOATS, c, ci + 14 * LANES);
        FloatVector c8a = fromArray(FLOATS, c, ci + 16 * LANES);
        FloatVector c9a = fromArray(FLOATS, c, ci + 18 * LANES);
        FloatVector c10a = fromArray(FLOATS, c, ci + 20 * LANES);
        FloatVector c11a = fromArray(FLOATS, c, ci + 22 * LANES);
        FloatVector c12a = fromArray(FLOATS, c, ci + 24 * LANES);
        FloatVector c13a = fromArray(FLOATS, c, ci + 26 * LANES);
        FloatVector c14a = fromArray(FLOATS, c, ci + 28 * LANES);
        FloatVector c15a = fromArray(FLOATS, c, ci + 30 * LANES);
        FloatVector c16a = fromArray(FLOATS, c, ci + 32 * LANES);
        FloatVector c17a = fromArray(FLOATS, c, ci + 34 * LANES);
        FloatVector c18a = fromArray(FLOATS, c, ci + 36 * LANES);
        FloatVector c19a = fromArray(FLOATS, c, ci + 38 * LANES);
        FloatVector c20a = fromArray(FLOATS, c, ci + 40 * LANES);
        FloatVector c21a = fromArray(FLOATS, c, ci + 42 * LANES);
        FloatVector c22a = fromArray(FLOATS, c, ci + 44 * LANES);
        FloatVector c23a = fromArray(FLOATS, c, ci + 46 * LANES);
        for (int p = 0; p < n; p++) {
            int at = ai + positions[pi + p];
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            c0a = broadcast(FLOATS, a[at]).fma(ba, c0a);
            c1a = broadcast(FLOATS, a[at + 1]).fma(ba, c1a);
            c2a = broadcast(FLOATS, a[at + 2]).fma(ba, c2a);
            c3a = broadcast(FLOATS, a[at + 3]).fma(ba, c3a);
            c4a = broadcast(FLOATS, a[at + 4]).fma(ba, c4a);
            c5a = broadcast(FLOATS, a[at + 5]).fma(ba, c5a);
            c6a = broadcast(FLOATS, a[at + 6]).fma(ba, c6a);
            c7a = broadcast(FLOATS, a[at + 7]).fma(ba, c7a);
            c8a = broadcast(FLOATS, a[at + 8]).fma(ba, c8a);
            c9a = broadcast(FLOATS, a[at + 9]).fma(ba, c9a);
            c10a = broadcast(FLOATS, a[at + 10]).fma(ba, c10a);
            c11a = broadcast(FLOATS, a[at + 11]).fma(ba, c11a);
            c12a = broadcast(FLOATS, a[at + 12]).fma(ba, c12a);
            c13a = broadcast(FLOATS, a[at + 13]).fma(ba, c13a);
            c14a = broadcast(FLOATS, a[at + 14]).fma(ba, c14a);
            c15a = broadcast(FLOATS, a[at + 15]).fma(ba, c15a);
            c16a = broadcast(FLOATS, a[at + 16]).fma(ba, c16a);
            c17a = broadcast(FLOATS, a[at + 17]).fma(ba, c17a);
            c18a = broadcast(FLOATS, a[at + 18]).fma(ba, c18a);
            c19a = broadcast(FLOATS, a[at + 19]).fma(ba, c19a);
            c20a = broadcast(FLOATS, a[at + 20]).fma(ba, c20a);
            c21a = broadcast(FLOATS, a[at + 21]).fma(ba, c21a);
            c22a = broadcast(FLOATS, a[at + 22]).fma(ba, c22a);
            c23a = broadcast(FLOATS, a[at + 23]).fma(ba, c23a);
        }
        c0a.intoArray(c, ci);
        c1a.intoArray(c, ci + 2 * LANES);
        c2a.intoArray(c, ci + 4 * LANES);
        c3a.intoArray(c, ci + 6 * LANES);
        c4a.intoArray(c, ci + 8 * LANES);
        c5a.intoArray(c, ci + 10 * LANES);
        c6a.intoArray(c, ci + 12 * LANES);
        c7a.intoArray(c, ci + 14 * LANES);
        c8a.intoArray(c, ci + 16 * LANES);
        c9a.intoArray(c, ci + 18 * LANES);
        c10a.intoArray(c, ci + 20 * LANES);
        c11a.intoArray(c, ci + 22 * LANES);
        c12a.intoArray(c, ci + 24 * LANES);
        c13a.intoArray(c, ci + 26 * LANES);
        c14a.intoArray(c, ci + 28 * LANES);
        c15a.intoArray(c, ci + 30 * LANES);
        c16a.intoArray(c, ci + 32 * LANES);
        c17a.intoArray(c, ci + 34 * LANES);
        c18a.intoArray(c, ci + 36 * LANES);
        c19a.intoArray(c, ci + 38 * LANES);
        c20a.intoArray(c, ci + 40 * LANES);
        c21a.intoArray(c, ci + 42 * LANES);
        c22a.intoArray(c, ci + 44 * LANES);
        c23a.intoArray(c, ci + 46 * LANES);
    }

    static void near12x1(int n, int[] positions, int pi, float[] a, int ai, float[] b, int bi, int ldb, float[] c, int ci) {
        FloatVector c0a = fromArray(FLOATS, c, ci);
        FloatVector c1a = fromArray(FLOATS, c, ci + 2 * LANES);
        FloatVector c2a = fromArray(FLOATS, c, ci + 4 * LANES);
        FloatVector c3a = fromArray(FLOATS, c, ci + 6 * LANES);
        FloatVector c4a = fromArray(FLOATS, c, ci + 8 * LANES);
        FloatVector c5a = fromArray(FLOATS, c, ci + 10 * LANES);
        FloatVector c6a = fromArray(FLOATS, c, ci + 12 * LANES);
        FloatVector c7a = fromArray(FLOATS, c, ci + 14 * LANES);
        FloatVector c8a = fromArray(FLOATS, c, ci + 16 * LANES);
        FloatVector c9a = fromArray(FLOATS, c, ci + 18 * LANES);
        FloatVector c10a = fromArray(FLOATS, c, ci + 20 * LANES);
        FloatVector c11a = fromArray(FLOATS, c, ci + 22 * LANES);
        for (int p = 0; p < n; p++) {
            int at = ai + positions[pi + p];
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            c0a = broadcast(FLOATS, a[at]).fma(ba, c0a);
            c1a = broadcast(FLOATS, a[at + 1]).fma(ba, c1a);
            c2a = broadcast(FLOATS, a[at + 2]).fma(ba, c2a);
            c3a = broadcast(FLOATS, a[at + 3]).fma(ba, c3a);
            c4a = broadcast(FLOATS, a[at + 4]).fma(ba, c4a);
            c5a = broadcast(FLOATS, a[at + 5]).fma(ba, c5a);
            c6a = broadcast(FLOATS, a[at + 6]).fma(ba, c6a);
            c7a = broadcast(FLOATS, a[at + 7]).fma(ba, c7a);
            c8a = broadcast(FLOATS, a[at + 8]).fma(ba, c8a);
            c9a = broadcast(FLOATS, a[at + 9]).fma(ba, c9a);
            c10a = broadcast(FLOATS, a[at + 10]).fma(ba, c10a);
            c11a = broadcast(FLOATS, a[at + 11]).fma(ba, c11a);
        }
        c0a.intoArray(c, ci);
        c1a.intoArray(c, ci + 2 * LANES);
        c2a.intoArray(c, ci + 4 * LANES);
        c3a.intoArray(c, ci + 6 * LANES);
        c4a.intoArray(c, ci + 8 * LANES);
        c5a.intoArray(c, ci + 10 * LANES);
        c6a.intoArray(c, ci + 12 * LANES);
        c7a.intoArray(c, ci + 14 * LANES);
        c8a.intoArray(c, ci + 16 * LANES);
        c9a.intoArray(c, ci + 18 * LANES);
        c10a.intoArray(c, ci + 20 * LANES);
        c11a.intoArray(c, ci + 22 * LANES);
    }

    static void near12x2(int n, int[] positions, int pi, float[] a, int ai, float[] b, int bi, int ldb, float[] c, int ci) {
        FloatVector c0a = fromArray(FLOATS, c, ci);
        FloatVector c0b = fromArray(FLOATS, c, ci + LANES);
        FloatVector c1a = fromArray(FLOATS, c, ci + 2 * LANES);
        FloatVector c1b = fromArray(FLOATS, c, ci + 3 * LANES);
        FloatVector c2a = fromArray(FLOATS, c, ci + 4 * LANES);
        FloatVector c2b = fromArray(FLOATS, c, ci + 5 * LANES);
        FloatVector c3a = fromArray(FLOATS, c, ci + 6 * LANES);
        FloatVector c3b = fromArray(FLOATS, c, ci + 7 * LANES);
        FloatVector c4a = fromArray(FLOATS, c, ci + 8 * LANES);
        FloatVector c4b = fromArray(FLOATS, c, ci + 9 * LANES);
        FloatVector c5a = fromArray(FLOATS, c, ci + 10 * LANES);
        FloatVector c5b = fromArray(FLOATS, c, ci + 11 * LANES);
        FloatVector c6a = fromArray(FLOATS, c, ci + 12 * LANES);
        FloatVector c6b = fromArray(FLOATS, c, ci + 13 * LANES);
        FloatVector c7a = fromArray(FLOATS, c, ci + 14 * LANES);
        FloatVector c7b = fromArray(FLOATS, c, ci + 15 * LANES);
        FloatVector c8a = fromArray(FLOATS, c, ci + 16 * LANES);
        FloatVector c8b = fromArray(FLOATS, c, ci + 17 * LANES);
        FloatVector c9a = fromArray(FLOATS, c, ci + 18 * LANES);
        FloatVector c9b = fromArray(FLOATS, c, ci + 19 * LANES);
        FloatVector c10a = fromArray(FLOATS, c, ci + 20 * LANES);
        FloatVector c10b = fromArray(FLOATS, c, ci + 21 * LANES);
        FloatVector c11a = fromArray(FLOATS, c, ci + 22 * LANES);
        FloatVector c11b = fromArray(FLOATS, c, ci + 23 * LANES);
        for (int p = 0; p < n; p++) {
            int at = ai + positions[pi + p];
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector bb = fromArray(FLOATS, b, bi + p * ldb + LANES);
            FloatVector x = broadcast(FLOATS, a[at]);
            c0a = x.fma(ba, c0a);
            c0b = x.fma(bb, c0b);
            x = broadcast(FLOATS, a[at + 1]);
            c1a = x.fma(ba, c1a);
            c1b = x.fma(bb, c1b);
            x = broadcast(FLOATS, a[at + 2]);
            c2a = x.fma(ba, c2a);
            c2b = x.fma(bb, c2b);
            x = broadcast(FLOATS, a[at + 3]);
            c3a = x.fma(ba, c3a);
            c3b = x.fma(bb, c3b);
            x = broadcast(FLOATS, a[at + 4]);
            c4a = x.fma(ba, c4a);
            c4b = x.fma(bb, c4b);
            x = broadcast(FLOATS, a[at + 5]);
            c5a = x.fma(ba, c5a);
            c5b = x.fma(bb, c5b);
            x = broadcast(FLOATS, a[at + 6]);
            c6a = x.fma(ba, c6a);
            c6b = x.fma(bb, c6b);
            x = broadcast(FLOATS, a[at + 7]);
            c7a = x.fma(ba, c7a);
            c7b = x.fma(bb, c7b);
            x = broadcast(FLOATS, a[at + 8]);
            c8a = x.fma(ba, c8a);
            c8b = x.fma(bb, c8b);
            x = broadcast(FLOATS, a[at + 9]);
            c9a = x.fma(ba, c9a);
            c9b = x.fma(bb, c9b);
            x = broadcast(FLOATS, a[at + 10]);
            c10a = x.fma(ba, c10a);
            c10b = x.fma(bb, c10b);
            x = broadcast(FLOATS, a[at + 11]);
            c11a = x.fma(ba, c11a);
            c11b = x.fma(bb, c11b);
        }
        c0a.intoArray(c, ci);
        c0b.intoArray(c, ci + LANES);
        c1a.intoArray(c, ci + 2 * LANES);
        c1b.intoArray(c, ci + 3 * LANES);
        c2a.intoArray(c, ci + 4 * LANES);
        c2b.intoArray(c, ci + 5 * LANES);
        c3a.intoArray(c, ci + 6 * LANES);
        c3b.intoArray(c, ci + 7 * LANES);
        c4a.intoArray(c, ci + 8 * LANES);
        c4b.intoArray(c, ci + 9 * LANES);
        c5a.intoArray(c, ci + 10 * LANES);
        c5b.intoArray(c, ci + 11 * LANES);
        c6a.intoArray(c, ci + 12 * LANES);
        c6b.intoArray(c, ci + 13 * LANES);
        c7a.intoArray(c, ci + 14 * LANES);
        c7b.intoArray(c, ci + 15 * LANES);
        c8a.intoArray(c, ci + 16 * LANES);
        c8b.intoArray(c, ci + 17 * LANES);
        c9a.intoArray(c, ci + 18 * LANES);
        c9b.intoArray(c, ci + 19 * LANES);
        c10a.intoArray(c, ci + 20 * LANES);
        c10b.intoArray(c, ci + 21 * LANES);
        c11a.intoArray(c, ci + 22 * LANES);
        c11b.intoArray(c, ci + 23 * LANES);
    }

    /**
     * The usual window of one channel: three near taps in each of three rows, at two near positions at a time, which share what they read.
     * The first row of c are the sums of b.
     */
    static void window3x3(int n, int[] positions, int pi, float[] a, int a0, int a1, int a2,
                          float[] b, int bi, int ldb, float[] c, int ci) {
        FloatVector sum = fromArray(FLOATS, c, ci);
        FloatVector c0 = fromArray(FLOATS, c, ci + 2 * LANES);
        FloatVector c1 = fromArray(FLOATS, c, ci + 4 * LANES);
        FloatVector c2 = fromArray(FLOATS, c, ci + 6 * LANES);
        FloatVector c3 = fromArray(FLOATS, c, ci + 8 * LANES);
        FloatVector c4 = fromArray(FLOATS, c, ci + 10 * LANES);
        FloatVector c5 = fromArray(FLOATS, c, ci + 12 * LANES);
        FloatVector c6 = fromArray(FLOATS, c, ci + 14 * LANES);
        FloatVector c7 = fromArray(FLOATS, c, ci + 16 * LANES);
        FloatVector c8 = fromArray(FLOATS, c, ci + 18 * LANES);
        for (int p = 0; p < n; p += 2) {
            int at = positions[pi + p];
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector bb = fromArray(FLOATS, b, bi + p * ldb + ldb);
            sum = sum.add(ba).add(bb);
            FloatVector x = broadcast(FLOATS, a[a0 + at]);
            c0 = x.fma(ba, c0);
            x = broadcast(FLOATS, a[a0 + at + 1]);
            c0 = x.fma(bb, c0);
            c1 = x.fma(ba, c1);
            x = broadcast(FLOATS, a[a0 + at + 2]);
            c1 = x.fma(bb, c1);
            c2 = x.fma(ba, c2);
            x = broadcast(FLOATS, a[a0 + at + 3]);
            c2 = x.fma(bb, c2);
            x = broadcast(FLOATS, a[a1 + at]);
            c3 = x.fma(ba, c3);
            x = broadcast(FLOATS, a[a1 + at + 1]);
            c3 = x.fma(bb, c3);
            c4 = x.fma(ba, c4);
            x = broadcast(FLOATS, a[a1 + at + 2]);
            c4 = x.fma(bb, c4);
            c5 = x.fma(ba, c5);
            x = broadcast(FLOATS, a[a1 + at + 3]);
            c5 = x.fma(bb, c5);
            x = broadcast(FLOATS, a[a2 + at]);
            c6 = x.fma(ba, c6);
            x = broadcast(FLOATS, a[a2 + at + 1]);
            c6 = x.fma(bb, c6);
            c7 = x.fma(ba, c7);
            x = broadcast(FLOATS, a[a2 + at + 2]);
            c7 = x.fma(bb, c7);
            c8 = x.fma(ba, c8);
            x = broadcast(FLOATS, a[a2 + at + 3]);
            c8 = x.fma(bb, c8);
        }
        sum.intoArray(c, ci);
        c0.intoArray(c, ci + 2 * LANES);
        c1.intoArray(c, ci + 4 * LANES);
        c2.intoArray(c, ci + 6 * LANES);
        c3.intoArray(c, ci + 8 * LANES);
        c4.intoArray(c, ci + 10 * LANES);
        c5.intoArray(c, ci + 12 * LANES);
        c6.intoArray(c, ci + 14 * LANES);
        c7.intoArray(c, ci + 16 * LANES);
        c8.intoArray(c, ci + 18 * LANES);
    }

    /** The sums of b alone. */
    static void rows(int n, float[] b, int bi, int ldb, float[] c, int ci) {
        FloatVector sum = fromArray(FLOATS, c, ci);
        for (int p = 0; p < n; p++) {
            sum = sum.add(fromArray(FLOATS, b, bi + p * ldb));
        }
        sum.intoArray(c, ci);
    }
}
