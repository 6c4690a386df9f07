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
    static void window3x3(Tile t) {
        float[] s = t.s;
        int si = t.si;
        FloatVector sum = fromArray(FLOATS, s, si);
        FloatVector c0 = fromArray(FLOATS, s, si + 2 * LANES);
        FloatVector c1 = fromArray(FLOATS, s, si + 4 * LANES);
        FloatVector c2 = fromArray(FLOATS, s, si + 6 * LANES);
        FloatVector c3 = fromArray(FLOATS, s, si + 8 * LANES);
        FloatVector c4 = fromArray(FLOATS, s, si + 10 * LANES);
        FloatVector c5 = fromArray(FLOATS, s, si + 12 * LANES);
        FloatVector c6 = fromArray(FLOATS, s, si + 14 * LANES);
        FloatVector c7 = fromArray(FLOATS, s, si + 16 * LANES);
        FloatVector c8 = fromArray(FLOATS, s, si + 18 * LANES);
        int[] places = t.places, taps = t.taps;
        float[] a = t.a, b = t.b;
        int k = t.k, pi = t.pi, ti = t.ti, bi = t.bi, ldb = t.ldb;
        int a0 = taps[ti], a1 = taps[ti + 3], a2 = taps[ti + 6];
        for (int p = pi, end = pi + k; p < end; p += 2, bi += 2 * ldb) {
            int at = places[p];
            FloatVector ba = fromArray(FLOATS, b, bi);
            FloatVector bb = fromArray(FLOATS, b, bi + ldb);
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
        float[] c = t.c;
        int ci = t.ci;
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
    static void rows(Tile t) {
        FloatVector sum = fromArray(FLOATS, t.s, t.si);
        float[] b = t.b;
        int k = t.k, bi = t.bi, ldb = t.ldb;
        for (int p = 0; p < k; p++, bi += ldb) {
            sum = sum.add(fromArray(FLOATS, b, bi));
        }
        sum.intoArray(t.c, t.ci);
    }
}
