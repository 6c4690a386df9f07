package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.RowTiles.A_STEP;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/** The tiles of {@link RowTiles} and {@link ColumnTiles} for processors with 16 vector registers. */
final class SixRowTiles {

    private SixRowTiles() { }

    static void rows6x2(int k, float[] a, int ai, float[] b, int bi, int ldb,
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
    }

    static void rows6x1(int k, float[] a, int ai, float[] b, int bi, int ldb,
                        float[] s, int si, int lds, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c1a = fromArray(FLOATS, s, si + lds);
        FloatVector c2a = fromArray(FLOATS, s, si + 2 * lds);
        FloatVector c3a = fromArray(FLOATS, s, si + 3 * lds);
        FloatVector c4a = fromArray(FLOATS, s, si + 4 * lds);
        FloatVector c5a = fromArray(FLOATS, s, si + 5 * lds);
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
        }
        c0a.intoArray(c, ci);
        c1a.intoArray(c, ci + ldc);
        c2a.intoArray(c, ci + 2 * ldc);
        c3a.intoArray(c, ci + 3 * ldc);
        c4a.intoArray(c, ci + 4 * ldc);
        c5a.intoArray(c, ci + 5 * ldc);
    }

    static void columns6x2(int k, float[] a, int ai, int lda, float[] b, int bi, int ldb,
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
        for (int p = 0; p < k; p++) {
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector bb = fromArray(FLOATS, b, bi + p * ldb + LANES);
            FloatVector x = broadcast(FLOATS, a[ai + p * lda]);
            c0a = x.fma(ba, c0a);
            c0b = x.fma(bb, c0b);
            x = broadcast(FLOATS, a[ai + p * lda + 1]);
            c1a = x.fma(ba, c1a);
            c1b = x.fma(bb, c1b);
            x = broadcast(FLOATS, a[ai + p * lda + 2]);
            c2a = x.fma(ba, c2a);
            c2b = x.fma(bb, c2b);
            x = broadcast(FLOATS, a[ai + p * lda + 3]);
            c3a = x.fma(ba, c3a);
            c3b = x.fma(bb, c3b);
            x = broadcast(FLOATS, a[ai + p * lda + 4]);
            c4a = x.fma(ba, c4a);
            c4b = x.fma(bb, c4b);
            x = broadcast(FLOATS, a[ai + p * lda + 5]);
            c5a = x.fma(ba, c5a);
            c5b = x.fma(bb, c5b);
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
    }

    static void columns6x1(int k, float[] a, int ai, int lda, float[] b, int bi, int ldb,
                        float[] s, int si, int lds, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c1a = fromArray(FLOATS, s, si + lds);
        FloatVector c2a = fromArray(FLOATS, s, si + 2 * lds);
        FloatVector c3a = fromArray(FLOATS, s, si + 3 * lds);
        FloatVector c4a = fromArray(FLOATS, s, si + 4 * lds);
        FloatVector c5a = fromArray(FLOATS, s, si + 5 * lds);
        for (int p = 0; p < k; p++) {
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector x = broadcast(FLOATS, a[ai + p * lda]);
            c0a = x.fma(ba, c0a);
            x = broadcast(FLOATS, a[ai + p * lda + 1]);
            c1a = x.fma(ba, c1a);
            x = broadcast(FLOATS, a[ai + p * lda + 2]);
            c2a = x.fma(ba, c2a);
            x = broadcast(FLOATS, a[ai + p * lda + 3]);
            c3a = x.fma(ba, c3a);
            x = broadcast(FLOATS, a[ai + p * lda + 4]);
            c4a = x.fma(ba, c4a);
            x = broadcast(FLOATS, a[ai + p * lda + 5]);
            c5a = x.fma(ba, c5a);
        }
        c0a.intoArray(c, ci);
        c1a.intoArray(c, ci + ldc);
        c2a.intoArray(c, ci + 2 * ldc);
        c3a.intoArray(c, ci + 3 * ldc);
        c4a.intoArray(c, ci + 4 * ldc);
        c5a.intoArray(c, ci + 5 * ldc);
    }
}
