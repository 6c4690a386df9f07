package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of {@link TapTiles} for taps whose numbers lie side by side: tap r finds position p at
 * {@code a[ai + r + positions[pi + p]]}, and one range check serves them all.
 */
final class NearTapTiles {

    /** Taps of a tile, or half of the taps. */
    static final int NEAR = 12;

    private NearTapTiles() { }

    static void tile24x1(int n, int[] positions, int pi, float[] a, int ai, float[] b, int bi, int ldb, float[] c, int ci) {
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

    static void tile12x1(int n, int[] positions, int pi, float[] a, int ai, float[] b, int bi, int ldb, float[] c, int ci) {
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

    static void tile12x2(int n, int[] positions, int pi, float[] a, int ai, float[] b, int bi, int ldb, float[] c, int ci) {
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
}
