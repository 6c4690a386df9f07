package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/**
 * Tiles with few rows and A in any order, element [r, p] at {@code a[ai + r * rowStep + p * step]}.
 *
 * <p>A tile is rows of one or two vectors of C, held in registers while k rank-one updates {@code c[r, :] += a[r, p] b[p, :]} are
 * added: chains of fused multiply-adds in order of p. They begin at {@code s}, row r at {@code si + r * lds}, which is the bias or
 * zeros (with {@code lds} 0), or C itself when a later block of k continues them; they end at {@code c}.
 */
final class SmallTiles {

    private SmallTiles() { }

    static void tile4x2(int k, float[] a, int ai, int rowStep, int step, float[] b, int bi, int ldb,
                        float[] s, int si, int lds, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c0b = fromArray(FLOATS, s, si + LANES);
        FloatVector c1a = fromArray(FLOATS, s, si + lds);
        FloatVector c1b = fromArray(FLOATS, s, si + lds + LANES);
        FloatVector c2a = fromArray(FLOATS, s, si + 2 * lds);
        FloatVector c2b = fromArray(FLOATS, s, si + 2 * lds + LANES);
        FloatVector c3a = fromArray(FLOATS, s, si + 3 * lds);
        FloatVector c3b = fromArray(FLOATS, s, si + 3 * lds + LANES);
        for (int p = 0; p < k; p++) {
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector bb = fromArray(FLOATS, b, bi + p * ldb + LANES);
            FloatVector x = broadcast(FLOATS, a[ai + p * step]);
            c0a = x.fma(ba, c0a);
            c0b = x.fma(bb, c0b);
            x = broadcast(FLOATS, a[ai + p * step + rowStep]);
            c1a = x.fma(ba, c1a);
            c1b = x.fma(bb, c1b);
            x = broadcast(FLOATS, a[ai + p * step + 2 * rowStep]);
            c2a = x.fma(ba, c2a);
            c2b = x.fma(bb, c2b);
            x = broadcast(FLOATS, a[ai + p * step + 3 * rowStep]);
            c3a = x.fma(ba, c3a);
            c3b = x.fma(bb, c3b);
        }
        c0a.intoArray(c, ci);
        c0b.intoArray(c, ci + LANES);
        c1a.intoArray(c, ci + ldc);
        c1b.intoArray(c, ci + ldc + LANES);
        c2a.intoArray(c, ci + 2 * ldc);
        c2b.intoArray(c, ci + 2 * ldc + LANES);
        c3a.intoArray(c, ci + 3 * ldc);
        c3b.intoArray(c, ci + 3 * ldc + LANES);
    }

    static void tile8x1(int k, float[] a, int ai, int rowStep, int step, float[] b, int bi, int ldb,
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
            FloatVector x = broadcast(FLOATS, a[ai + p * step]);
            c0a = x.fma(ba, c0a);
            x = broadcast(FLOATS, a[ai + p * step + rowStep]);
            c1a = x.fma(ba, c1a);
            x = broadcast(FLOATS, a[ai + p * step + 2 * rowStep]);
            c2a = x.fma(ba, c2a);
            x = broadcast(FLOATS, a[ai + p * step + 3 * rowStep]);
            c3a = x.fma(ba, c3a);
            x = broadcast(FLOATS, a[ai + p * step + 4 * rowStep]);
            c4a = x.fma(ba, c4a);
            x = broadcast(FLOATS, a[ai + p * step + 5 * rowStep]);
            c5a = x.fma(ba, c5a);
            x = broadcast(FLOATS, a[ai + p * step + 6 * rowStep]);
            c6a = x.fma(ba, c6a);
            x = broadcast(FLOATS, a[ai + p * step + 7 * rowStep]);
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

    static void tile4x1(int k, float[] a, int ai, int rowStep, int step, float[] b, int bi, int ldb,
                        float[] s, int si, int lds, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c1a = fromArray(FLOATS, s, si + lds);
        FloatVector c2a = fromArray(FLOATS, s, si + 2 * lds);
        FloatVector c3a = fromArray(FLOATS, s, si + 3 * lds);
        for (int p = 0; p < k; p++) {
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector x = broadcast(FLOATS, a[ai + p * step]);
            c0a = x.fma(ba, c0a);
            x = broadcast(FLOATS, a[ai + p * step + rowStep]);
            c1a = x.fma(ba, c1a);
            x = broadcast(FLOATS, a[ai + p * step + 2 * rowStep]);
            c2a = x.fma(ba, c2a);
            x = broadcast(FLOATS, a[ai + p * step + 3 * rowStep]);
            c3a = x.fma(ba, c3a);
        }
        c0a.intoArray(c, ci);
        c1a.intoArray(c, ci + ldc);
        c2a.intoArray(c, ci + 2 * ldc);
        c3a.intoArray(c, ci + 3 * ldc);
    }

    static void tile1x2(int k, float[] a, int ai, int rowStep, int step, float[] b, int bi, int ldb,
                        float[] s, int si, int lds, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        FloatVector c0b = fromArray(FLOATS, s, si + LANES);
        for (int p = 0; p < k; p++) {
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector bb = fromArray(FLOATS, b, bi + p * ldb + LANES);
            FloatVector x = broadcast(FLOATS, a[ai + p * step]);
            c0a = x.fma(ba, c0a);
            c0b = x.fma(bb, c0b);
        }
        c0a.intoArray(c, ci);
        c0b.intoArray(c, ci + LANES);
    }

    static void tile1x1(int k, float[] a, int ai, int rowStep, int step, float[] b, int bi, int ldb,
                        float[] s, int si, int lds, float[] c, int ci, int ldc) {
        FloatVector c0a = fromArray(FLOATS, s, si);
        for (int p = 0; p < k; p++) {
            FloatVector ba = fromArray(FLOATS, b, bi + p * ldb);
            FloatVector x = broadcast(FLOATS, a[ai + p * step]);
            c0a = x.fma(ba, c0a);
        }
        c0a.intoArray(c, ci);
    }
}
