package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of a convolution: neighbouring positions of a row by one or two vectors of filters, held in registers over all taps.
 *
 * <p>Position r finds tap p at {@code a[ai + taps[ti + p] + r]}, see {@link Planes}; its weights are the row
 * {@code wi + p * ldw} of w. All chains begin at {@code si} of s and end at {@code c}, {@code ldc} apart, stored in order, so that what is
 * written beyond a pixel's filters is overwritten by the next pixel.
 */
final class PixelTiles {

    /** Pixels of a tile. */
    static final int PIXELS = 8;
    /** Pixels of a tile by one vector, where there are 32 registers: as wide as many images are once they were halved. */
    static final int MANY_PIXELS = 14;

    private PixelTiles() { }

    static void pixels8x2(int k, int[] taps, int ti, float[] a, int ai, float[] w, int wi, int ldw,
                           float[] s, int si, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c0b = fromArray(FLOATS, s, si + LANES);
        FloatVector c1a = fromArray(FLOATS, s, si);
        FloatVector c1b = fromArray(FLOATS, s, si + LANES);
        FloatVector c2a = fromArray(FLOATS, s, si);
        FloatVector c2b = fromArray(FLOATS, s, si + LANES);
        FloatVector c3a = fromArray(FLOATS, s, si);
        FloatVector c3b = fromArray(FLOATS, s, si + LANES);
        FloatVector c4a = fromArray(FLOATS, s, si);
        FloatVector c4b = fromArray(FLOATS, s, si + LANES);
        FloatVector c5a = fromArray(FLOATS, s, si);
        FloatVector c5b = fromArray(FLOATS, s, si + LANES);
        FloatVector c6a = fromArray(FLOATS, s, si);
        FloatVector c6b = fromArray(FLOATS, s, si + LANES);
        FloatVector c7a = fromArray(FLOATS, s, si);
        FloatVector c7b = fromArray(FLOATS, s, si + LANES);
        for (int p = 0; p < k; p++) {
            int at = ai + taps[ti + p];
            FloatVector wa = fromArray(FLOATS, w, wi + p * ldw);
            FloatVector wb = fromArray(FLOATS, w, wi + p * ldw + LANES);
            FloatVector x = broadcast(FLOATS, a[at]);
            c0a = x.fma(wa, c0a);
            c0b = x.fma(wb, c0b);
            x = broadcast(FLOATS, a[at + 1]);
            c1a = x.fma(wa, c1a);
            c1b = x.fma(wb, c1b);
            x = broadcast(FLOATS, a[at + 2]);
            c2a = x.fma(wa, c2a);
            c2b = x.fma(wb, c2b);
            x = broadcast(FLOATS, a[at + 3]);
            c3a = x.fma(wa, c3a);
            c3b = x.fma(wb, c3b);
            x = broadcast(FLOATS, a[at + 4]);
            c4a = x.fma(wa, c4a);
            c4b = x.fma(wb, c4b);
            x = broadcast(FLOATS, a[at + 5]);
            c5a = x.fma(wa, c5a);
            c5b = x.fma(wb, c5b);
            x = broadcast(FLOATS, a[at + 6]);
            c6a = x.fma(wa, c6a);
            c6b = x.fma(wb, c6b);
            x = broadcast(FLOATS, a[at + 7]);
            c7a = x.fma(wa, c7a);
            c7b = x.fma(wb, c7b);
        }
        c0a.intoArray(c, ci);
        c0b.intoArray(c, ci + LANES);
        c1a.intoArray(c, ci + ldc);
        c1b.intoArray(c, ci + ldc + LANES);
        c2a.intoArray(c, ci + 2 * ldc);
        c2b.intoArray(c, ci + 2 * ldc + LANES);
        c3a.intoArray(c, ci + 3 * ldc);
        c3b.intoArray(c, ci + 3 * ldc + LANES);
        c4a.intoArray(c, ci + 4 * ldc);
        c4b.intoArray(c, ci + 4 * ldc + LANES);
        c5a.intoArray(c, ci + 5 * ldc);
        c5b.intoArray(c, ci + 5 * ldc + LANES);
        c6a.intoArray(c, ci + 6 * ldc);
        c6b.intoArray(c, ci + 6 * ldc + LANES);
        c7a.intoArray(c, ci + 7 * ldc);
        c7b.intoArray(c, ci + 7 * ldc + LANES);
    }

    static void pixels8x1(int k, int[] taps, int ti, float[] a, int ai, float[] w, int wi, int ldw,
                           float[] s, int si, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c1a = fromArray(FLOATS, s, si);
        FloatVector c2a = fromArray(FLOATS, s, si);
        FloatVector c3a = fromArray(FLOATS, s, si);
        FloatVector c4a = fromArray(FLOATS, s, si);
        FloatVector c5a = fromArray(FLOATS, s, si);
        FloatVector c6a = fromArray(FLOATS, s, si);
        FloatVector c7a = fromArray(FLOATS, s, si);
        for (int p = 0; p < k; p++) {
            int at = ai + taps[ti + p];
            FloatVector wa = fromArray(FLOATS, w, wi + p * ldw);
            c0a = broadcast(FLOATS, a[at]).fma(wa, c0a);
            c1a = broadcast(FLOATS, a[at + 1]).fma(wa, c1a);
            c2a = broadcast(FLOATS, a[at + 2]).fma(wa, c2a);
            c3a = broadcast(FLOATS, a[at + 3]).fma(wa, c3a);
            c4a = broadcast(FLOATS, a[at + 4]).fma(wa, c4a);
            c5a = broadcast(FLOATS, a[at + 5]).fma(wa, c5a);
            c6a = broadcast(FLOATS, a[at + 6]).fma(wa, c6a);
            c7a = broadcast(FLOATS, a[at + 7]).fma(wa, c7a);
        }
        c0a.intoArray(c, ci);
        c1a.intoArray(c, ci + ldc);
        c2a.intoArray(c, ci + 2 * ldc);
        c3a.intoArray(c, ci + 3 * ldc);
        c4a.intoArray(c, ci + 4 * ldc);
        c5a.intoArray(c, ci + 5 * ldc);
        c6a.intoArray(c, ci + 6 * ldc);
        c7a.intoArray(c, ci + 7 * ldc);
    }

    static void pixels14x1(int k, int[] taps, int ti, float[] a, int ai, float[] w, int wi, int ldw,
                            float[] s, int si, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c1a = fromArray(FLOATS, s, si);
        FloatVector c2a = fromArray(FLOATS, s, si);
        FloatVector c3a = fromArray(FLOATS, s, si);
        FloatVector c4a = fromArray(FLOATS, s, si);
        FloatVector c5a = fromArray(FLOATS, s, si);
        FloatVector c6a = fromArray(FLOATS, s, si);
        FloatVector c7a = fromArray(FLOATS, s, si);
        FloatVector c8a = fromArray(FLOATS, s, si);
        FloatVector c9a = fromArray(FLOATS, s, si);
        FloatVector c10a = fromArray(FLOATS, s, si);
        FloatVector c11a = fromArray(FLOATS, s, si);
        FloatVector c12a = fromArray(FLOATS, s, si);
        FloatVector c13a = fromArray(FLOATS, s, si);
        for (int p = 0; p < k; p++) {
            int at = ai + taps[ti + p];
            FloatVector wa = fromArray(FLOATS, w, wi + p * ldw);
            c0a = broadcast(FLOATS, a[at]).fma(wa, c0a);
            c1a = broadcast(FLOATS, a[at + 1]).fma(wa, c1a);
            c2a = broadcast(FLOATS, a[at + 2]).fma(wa, c2a);
            c3a = broadcast(FLOATS, a[at + 3]).fma(wa, c3a);
            c4a = broadcast(FLOATS, a[at + 4]).fma(wa, c4a);
            c5a = broadcast(FLOATS, a[at + 5]).fma(wa, c5a);
            c6a = broadcast(FLOATS, a[at + 6]).fma(wa, c6a);
            c7a = broadcast(FLOATS, a[at + 7]).fma(wa, c7a);
            c8a = broadcast(FLOATS, a[at + 8]).fma(wa, c8a);
            c9a = broadcast(FLOATS, a[at + 9]).fma(wa, c9a);
            c10a = broadcast(FLOATS, a[at + 10]).fma(wa, c10a);
            c11a = broadcast(FLOATS, a[at + 11]).fma(wa, c11a);
            c12a = broadcast(FLOATS, a[at + 12]).fma(wa, c12a);
            c13a = broadcast(FLOATS, a[at + 13]).fma(wa, c13a);
        }
        c0a.intoArray(c, ci);
        c1a.intoArray(c, ci + ldc);
        c2a.intoArray(c, ci + 2 * ldc);
        c3a.intoArray(c, ci + 3 * ldc);
        c4a.intoArray(c, ci + 4 * ldc);
        c5a.intoArray(c, ci + 5 * ldc);
        c6a.intoArray(c, ci + 6 * ldc);
        c7a.intoArray(c, ci + 7 * ldc);
        c8a.intoArray(c, ci + 8 * ldc);
        c9a.intoArray(c, ci + 9 * ldc);
        c10a.intoArray(c, ci + 10 * ldc);
        c11a.intoArray(c, ci + 11 * ldc);
        c12a.intoArray(c, ci + 12 * ldc);
        c13a.intoArray(c, ci + 13 * ldc);
    }
}
