package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles of a product whose rows of A are read where they lie, {@code lda} apart: no copy of A, which pays where C has few
 * columns. More rows than these need more addresses than there are registers. See {@link SmallTiles} for what a tile is.
 */
final class DirectTiles {

    private DirectTiles() { }

    static void tile8x2(int k, float[] a, int ai, int lda, float[] b, int bi, int ldb,
                        float[] s, int si, int lds, float[] c, int ci, int ldc) {
        int a1 = ai + lda, a2 = a1 + lda, a3 = a2 + lda, a4 = a3 + lda, a5 = a4 + lda, a6 = a5 + lda, a7 = a6 + lda;
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
            x = broadcast(FLOATS, a[a1 + p]);
            c1a = x.fma(ba, c1a);
            c1b = x.fma(bb, c1b);
            x = broadcast(FLOATS, a[a2 + p]);
            c2a = x.fma(ba, c2a);
            c2b = x.fma(bb, c2b);
            x = broadcast(FLOATS, a[a3 + p]);
            c3a = x.fma(ba, c3a);
            c3b = x.fma(bb, c3b);
            x = broadcast(FLOATS, a[a4 + p]);
            c4a = x.fma(ba, c4a);
            c4b = x.fma(bb, c4b);
            x = broadcast(FLOATS, a[a5 + p]);
            c5a = x.fma(ba, c5a);
            c5b = x.fma(bb, c5b);
            x = broadcast(FLOATS, a[a6 + p]);
            c6a = x.fma(ba, c6a);
            c6b = x.fma(bb, c6b);
            x = broadcast(FLOATS, a[a7 + p]);
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

    static void tile8x1(int k, float[] a, int ai, int lda, float[] b, int bi, int ldb,
                        float[] s, int si, int lds, float[] c, int ci, int ldc) {
        int a1 = ai + lda, a2 = a1 + lda, a3 = a2 + lda, a4 = a3 + lda, a5 = a4 + lda, a6 = a5 + lda, a7 = a6 + lda;
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
            x = broadcast(FLOATS, a[a1 + p]);
            c1a = x.fma(ba, c1a);
            x = broadcast(FLOATS, a[a2 + p]);
            c2a = x.fma(ba, c2a);
            x = broadcast(FLOATS, a[a3 + p]);
            c3a = x.fma(ba, c3a);
            x = broadcast(FLOATS, a[a4 + p]);
            c4a = x.fma(ba, c4a);
            x = broadcast(FLOATS, a[a5 + p]);
            c5a = x.fma(ba, c5a);
            x = broadcast(FLOATS, a[a6 + p]);
            c6a = x.fma(ba, c6a);
            x = broadcast(FLOATS, a[a7 + p]);
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
