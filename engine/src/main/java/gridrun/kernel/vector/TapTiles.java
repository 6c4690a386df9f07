package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of a convolution's weight gradient: taps by one or two vectors of filters, held in registers over n positions.
 *
 * <p>Tap r finds position p at {@code a[taps[ti + r] + positions[pi + p]]}; the gradient there is the row {@code bi + p * ldb} of b.
 * The chains continue those in c, two vectors apart.
 */
final class TapTiles {

    /** Three by three taps of one channel are one tile. */
    static final int TAPS = 9;

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
