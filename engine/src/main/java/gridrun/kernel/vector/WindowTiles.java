package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * What a convolution's weight gradient has beside {@link TapTiles}: the usual window at once, and the sums of the
 * gradient alone.
 */
final class WindowTiles extends Alone {

    private WindowTiles() {}

    /**
     * The usual window of one channel: three near taps in each of three rows, at two near positions at a time, which
     * share what they read. The first row of c are the sums of b.
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
