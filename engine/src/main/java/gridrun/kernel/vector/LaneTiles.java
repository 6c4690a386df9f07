package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * A tile of a convolution with few filters, which would leave half of a vector idle: positions are in the lanes, two
 * vectors by eight filters. The second vector lies {@code rowStep} behind the first; see {@link PixelTiles} for the
 * rest.
 */
final class LaneTiles extends Alone {

    static final int FILTERS = 8;

    private LaneTiles() {}

    /** The result is a row a filter, first of all first vectors, then of all second ones. */
    static void filters8x2(Tile t) {
        float[] s = t.s;
        FloatVector c0a = broadcast(FLOATS, s[0]);
        FloatVector c0b = broadcast(FLOATS, s[0]);
        FloatVector c1a = broadcast(FLOATS, s[1]);
        FloatVector c1b = broadcast(FLOATS, s[1]);
        FloatVector c2a = broadcast(FLOATS, s[2]);
        FloatVector c2b = broadcast(FLOATS, s[2]);
        FloatVector c3a = broadcast(FLOATS, s[3]);
        FloatVector c3b = broadcast(FLOATS, s[3]);
        FloatVector c4a = broadcast(FLOATS, s[4]);
        FloatVector c4b = broadcast(FLOATS, s[4]);
        FloatVector c5a = broadcast(FLOATS, s[5]);
        FloatVector c5b = broadcast(FLOATS, s[5]);
        FloatVector c6a = broadcast(FLOATS, s[6]);
        FloatVector c6b = broadcast(FLOATS, s[6]);
        FloatVector c7a = broadcast(FLOATS, s[7]);
        FloatVector c7b = broadcast(FLOATS, s[7]);
        int[] places = t.places;
        float[] a = t.a, w = t.b;
        int k = t.k, pi = t.pi, ai = t.ai, second = t.rowStep, row = t.bi, ldb = t.ldb;
        for (int p = pi, end = pi + k; p < end; p++, row += ldb) {
            int at = ai + places[p];
            FloatVector xa = fromArray(FLOATS, a, at);
            FloatVector xb = fromArray(FLOATS, a, at + second);
            FloatVector y = broadcast(FLOATS, w[row]);
            c0a = y.fma(xa, c0a);
            c0b = y.fma(xb, c0b);
            y = broadcast(FLOATS, w[row + 1]);
            c1a = y.fma(xa, c1a);
            c1b = y.fma(xb, c1b);
            y = broadcast(FLOATS, w[row + 2]);
            c2a = y.fma(xa, c2a);
            c2b = y.fma(xb, c2b);
            y = broadcast(FLOATS, w[row + 3]);
            c3a = y.fma(xa, c3a);
            c3b = y.fma(xb, c3b);
            y = broadcast(FLOATS, w[row + 4]);
            c4a = y.fma(xa, c4a);
            c4b = y.fma(xb, c4b);
            y = broadcast(FLOATS, w[row + 5]);
            c5a = y.fma(xa, c5a);
            c5b = y.fma(xb, c5b);
            y = broadcast(FLOATS, w[row + 6]);
            c6a = y.fma(xa, c6a);
            c6b = y.fma(xb, c6b);
            y = broadcast(FLOATS, w[row + 7]);
            c7a = y.fma(xa, c7a);
            c7b = y.fma(xb, c7b);
        }
        float[] c = t.c;
        c0a.intoArray(c, 0);
        c1a.intoArray(c, LANES);
        c2a.intoArray(c, 2 * LANES);
        c3a.intoArray(c, 3 * LANES);
        c4a.intoArray(c, 4 * LANES);
        c5a.intoArray(c, 5 * LANES);
        c6a.intoArray(c, 6 * LANES);
        c7a.intoArray(c, 7 * LANES);
        c0b.intoArray(c, 8 * LANES);
        c1b.intoArray(c, 9 * LANES);
        c2b.intoArray(c, 10 * LANES);
        c3b.intoArray(c, 11 * LANES);
        c4b.intoArray(c, 12 * LANES);
        c5b.intoArray(c, 13 * LANES);
        c6b.intoArray(c, 14 * LANES);
        c7b.intoArray(c, 15 * LANES);
    }

    /**
     * Writes pixel by pixel what {@link #filters8x2} gave for eight filters, the second vector's pixels {@code below}
     * the first's.
     *
     * @param turned room for the transpose, and half a vector
     */
    static void write(float[] tile, float[] turned, int pixels, float[] c, int ci, int below) {
        Square16.transpose(tile, 0, LANES, turned, 0, LANES);
        for (int i = 0; i < pixels - 1; i++) { // the next pixel overwrites what is behind this one
            fromArray(FLOATS, turned, i * LANES).intoArray(c, ci + i * FILTERS);
        }
        for (int i = 0; i < pixels - 1; i++) {
            fromArray(FLOATS, turned, i * LANES + FILTERS).intoArray(c, ci + below + i * FILTERS);
        }
        int last = (pixels - 1) * LANES, to = ci + (pixels - 1) * FILTERS;
        for (int f = 0; f < FILTERS; f++) {
            c[to + f] = turned[last + f];
            c[to + below + f] = turned[last + FILTERS + f];
        }
    }
}
