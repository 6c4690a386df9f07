package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of a product whose A was copied row by row to rows of a constant length, so that one register addresses all of them:
 * element [r, p] is {@code a[ai + r * A_STEP + p]}. See {@link SmallTiles} for what a tile is.
 */
final class RowTiles {

    /** The distance of rows: more than any k, and no power of two, whose rows would fight for the same cache lines. */
    static final int A_STEP = 368;

    private RowTiles() { }

    static void tile12x2(int k, float[] a, int ai, float[] b, int bi, int ldb,
                         float[] s, int si, int lds, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c0b = fromArray(FLOATS, s, si + LANES);
        FloatVector c1a = fromArray(FLOATS, s, si + lds);
        FloatVector c1b = fromArray(FLOATS, s, si + lds + LANES);
        FloatVector c2a = fromArray(FLOATS, s, si + 2 * lds);
        FloatVector c2b = fromArray(FLOATS, s, si + 2 * lds + LANES);
        FloatVector c3a = fromArray(FLOATS, s, si + 3 * lds);
        FloatVector c3b = fromArray(FLOATS, s, si + 3 * lds + LANES);
        FloatVector c4a = fromArray(FLOATS, s, si + 4 * lds);
        FloatVector c4b = fromArray(FLOATS, s, si + 4 * lds + LANES);
        FloatVector c5a = fromArray(FLOATS, s, si + 5 * lds);
        FloatVector c5b = fromArray(FLOATS, s, si + 5 * lds + LANES);
        FloatVector c6a = fromArray(FLOATS, s, si + 6 * lds);
        FloatVector c6b = fromArray(FLOATS, s, si + 6 * lds + LANES);
        FloatVector c7a = fromArray(FLOATS, s, si + 7 * lds);
        FloatVector c7b = fromArray(FLOATS, s, si + 7 * lds + LANES);
        FloatVector c8a = fromArray(FLOATS, s, si + 8 * lds);
        FloatVector c8b = fromArray(FLOATS, s, si + 8 * lds + LANES);
        FloatVector c9a = fromArray(FLOATS, s, si + 9 * lds);
        FloatVector c9b = fromArray(FLOATS, s, si + 9 * lds + LANES);
        FloatVector c10a = fromArray(FLOATS, s, si + 10 * lds);
        FloatVector c10b = fromArray(FLOATS, s, si + 10 * lds + LANES);
        FloatVector c11a = fromArray(FLOATS, s, si + 11 * lds);
        FloatVector c11b = fromArray(FLOATS, s, si + 11 * lds + LANES);
        for (int p = 0; p < k; p++) {
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector bb = fromArray(FLOATS, b, bi + p * ldb + LANES);
            FloatVector x = broadcast(FLOATS, a[ai + p]);
            c0a = x.fma(ba, c0a);
            c0b = x.fma(bb, c0b);
            x = broadcast(FLOATS, a[ai + p + A_STEP]);
            c1a = x.fma(ba, c1a);
            c1b = x.fma(bb, c1b);
            x = broadcast(FLOATS, a[ai + p + 2 * A_STEP]);
            c2a = x.fma(ba, c2a);
            c2b = x.fma(bb, c2b);
            x = broadcast(FLOATS, a[ai + p + 3 * A_STEP]);
            c3a = x.fma(ba, c3a);
            c3b = x.fma(bb, c3b);
            x = broadcast(FLOATS, a[ai + p + 4 * A_STEP]);
            c4a = x.fma(ba, c4a);
            c4b = x.fma(bb, c4b);
            x = broadcast(FLOATS, a[ai + p + 5 * A_STEP]);
            c5a = x.fma(ba, c5a);
            c5b = x.fma(bb, c5b);
            x = broadcast(FLOATS, a[ai + p + 6 * A_STEP]);
            c6a = x.fma(ba, c6a);
            c6b = x.fma(bb, c6b);
            x = broadcast(FLOATS, a[ai + p + 7 * A_STEP]);
            c7a = x.fma(ba, c7a);
            c7b = x.fma(bb, c7b);
            x = broadcast(FLOATS, a[ai + p + 8 * A_STEP]);
            c8a = x.fma(ba, c8a);
            c8b = x.fma(bb, c8b);
            x = broadcast(FLOATS, a[ai + p + 9 * A_STEP]);
            c9a = x.fma(ba, c9a);
            c9b = x.fma(bb, c9b);
            x = broadcast(FLOATS, a[ai + p + 10 * A_STEP]);
            c10a = x.fma(ba, c10a);
            c10b = x.fma(bb, c10b);
            x = broadcast(FLOATS, a[ai + p + 11 * A_STEP]);
            c11a = x.fma(ba, c11a);
            c11b = x.fma(bb, c11b);
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
        c8a.intoArray(c, ci + 8 * ldc);
        c8b.intoArray(c, ci + 8 * ldc + LANES);
        c9a.intoArray(c, ci + 9 * ldc);
        c9b.intoArray(c, ci + 9 * ldc + LANES);
        c10a.intoArray(c, ci + 10 * ldc);
        c10b.intoArray(c, ci + 10 * ldc + LANES);
        c11a.intoArray(c, ci + 11 * ldc);
        c11b.intoArray(c, ci + 11 * ldc + LANES);
    }

    static void tile12x1(int k, float[] a, int ai, float[] b, int bi, int ldb,
                         float[] s, int si, int lds, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c1a = fromArray(FLOATS, s, si + lds);
        FloatVector c2a = fromArray(FLOATS, s, si + 2 * lds);
        FloatVector c3a = fromArray(FLOATS, s, si + 3 * lds);
        FloatVector c4a = fromArray(FLOATS, s, si + 4 * lds);
        FloatVector c5a = fromArray(FLOATS, s, si + 5 * lds);
        FloatVector c6a = fromArray(FLOATS, s, si + 6 * lds);
        FloatVector c7a = fromArray(FLOATS, s, si + 7 * lds);
        FloatVector c8a = fromArray(FLOATS, s, si + 8 * lds);
        FloatVector c9a = fromArray(FLOATS, s, si + 9 * lds);
        FloatVector c10a = fromArray(FLOATS, s, si + 10 * lds);
        FloatVector c11a = fromArray(FLOATS, s, si + 11 * lds);
        for (int p = 0; p < k; p++) {
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector x = broadcast(FLOATS, a[ai + p]);
            c0a = x.fma(ba, c0a);
            x = broadcast(FLOATS, a[ai + p + A_STEP]);
            c1a = x.fma(ba, c1a);
            x = broadcast(FLOATS, a[ai + p + 2 * A_STEP]);
            c2a = x.fma(ba, c2a);
            x = broadcast(FLOATS, a[ai + p + 3 * A_STEP]);
            c3a = x.fma(ba, c3a);
            x = broadcast(FLOATS, a[ai + p + 4 * A_STEP]);
            c4a = x.fma(ba, c4a);
            x = broadcast(FLOATS, a[ai + p + 5 * A_STEP]);
            c5a = x.fma(ba, c5a);
            x = broadcast(FLOATS, a[ai + p + 6 * A_STEP]);
            c6a = x.fma(ba, c6a);
            x = broadcast(FLOATS, a[ai + p + 7 * A_STEP]);
            c7a = x.fma(ba, c7a);
            x = broadcast(FLOATS, a[ai + p + 8 * A_STEP]);
            c8a = x.fma(ba, c8a);
            x = broadcast(FLOATS, a[ai + p + 9 * A_STEP]);
            c9a = x.fma(ba, c9a);
            x = broadcast(FLOATS, a[ai + p + 10 * A_STEP]);
            c10a = x.fma(ba, c10a);
            x = broadcast(FLOATS, a[ai + p + 11 * A_STEP]);
            c11a = x.fma(ba, c11a);
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
    }

    static void tile8x2(int k, float[] a, int ai, float[] b, int bi, int ldb,
                        float[] s, int si, int lds, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c0b = fromArray(FLOATS, s, si + LANES);
        FloatVector c1a = fromArray(FLOATS, s, si + lds);
        FloatVector c1b = fromArray(FLOATS, s, si + lds + LANES);
        FloatVector c2a = fromArray(FLOATS, s, si + 2 * lds);
        FloatVector c2b = fromArray(FLOATS, s, si + 2 * lds + LANES);
        FloatVector c3a = fromArray(FLOATS, s, si + 3 * lds);
        FloatVector c3b = fromArray(FLOATS, s, si + 3 * lds + LANES);
        FloatVector c4a = fromArray(FLOATS, s, si + 4 * lds);
        FloatVector c4b = fromArray(FLOATS, s, si + 4 * lds + LANES);
        FloatVector c5a = fromArray(FLOATS, s, si + 5 * lds);
        FloatVector c5b = fromArray(FLOATS, s, si + 5 * lds + LANES);
        FloatVector c6a = fromArray(FLOATS, s, si + 6 * lds);
        FloatVector c6b = fromArray(FLOATS, s, si + 6 * lds + LANES);
        FloatVector c7a = fromArray(FLOATS, s, si + 7 * lds);
        FloatVector c7b = fromArray(FLOATS, s, si + 7 * lds + LANES);
        for (int p = 0; p < k; p++) {
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector bb = fromArray(FLOATS, b, bi + p * ldb + LANES);
            FloatVector x = broadcast(FLOATS, a[ai + p]);
            c0a = x.fma(ba, c0a);
            c0b = x.fma(bb, c0b);
            x = broadcast(FLOATS, a[ai + p + A_STEP]);
            c1a = x.fma(ba, c1a);
            c1b = x.fma(bb, c1b);
            x = broadcast(FLOATS, a[ai + p + 2 * A_STEP]);
            c2a = x.fma(ba, c2a);
            c2b = x.fma(bb, c2b);
            x = broadcast(FLOATS, a[ai + p + 3 * A_STEP]);
            c3a = x.fma(ba, c3a);
            c3b = x.fma(bb, c3b);
            x = broadcast(FLOATS, a[ai + p + 4 * A_STEP]);
            c4a = x.fma(ba, c4a);
            c4b = x.fma(bb, c4b);
            x = broadcast(FLOATS, a[ai + p + 5 * A_STEP]);
            c5a = x.fma(ba, c5a);
            c5b = x.fma(bb, c5b);
            x = broadcast(FLOATS, a[ai + p + 6 * A_STEP]);
            c6a = x.fma(ba, c6a);
            c6b = x.fma(bb, c6b);
            x = broadcast(FLOATS, a[ai + p + 7 * A_STEP]);
            c7a = x.fma(ba, c7a);
            c7b = x.fma(bb, c7b);
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

    static void tile8x1(int k, float[] a, int ai, float[] b, int bi, int ldb,
                        float[] s, int si, int lds, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c1a = fromArray(FLOATS, s, si + lds);
        FloatVector c2a = fromArray(FLOATS, s, si + 2 * lds);
        FloatVector c3a = fromArray(FLOATS, s, si + 3 * lds);
        FloatVector c4a = fromArray(FLOATS, s, si + 4 * lds);
        FloatVector c5a = fromArray(FLOATS, s, si + 5 * lds);
        FloatVector c6a = fromArray(FLOATS, s, si + 6 * lds);
        FloatVector c7a = fromArray(FLOATS, s, si + 7 * lds);
        for (int p = 0; p < k; p++) {
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector x = broadcast(FLOATS, a[ai + p]);
            c0a = x.fma(ba, c0a);
            x = broadcast(FLOATS, a[ai + p + A_STEP]);
            c1a = x.fma(ba, c1a);
            x = broadcast(FLOATS, a[ai + p + 2 * A_STEP]);
            c2a = x.fma(ba, c2a);
            x = broadcast(FLOATS, a[ai + p + 3 * A_STEP]);
            c3a = x.fma(ba, c3a);
            x = broadcast(FLOATS, a[ai + p + 4 * A_STEP]);
            c4a = x.fma(ba, c4a);
            x = broadcast(FLOATS, a[ai + p + 5 * A_STEP]);
            c5a = x.fma(ba, c5a);
            x = broadcast(FLOATS, a[ai + p + 6 * A_STEP]);
            c6a = x.fma(ba, c6a);
            x = broadcast(FLOATS, a[ai + p + 7 * A_STEP]);
            c7a = x.fma(ba, c7a);
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
}
