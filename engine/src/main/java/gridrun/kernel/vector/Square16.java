package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * A square of 16 by 16 numbers transposed in registers, where vectors have 16 lanes: four rounds exchange the
 * off-diagonal quarters of squares of 16, 8, 4 and 2 (Eklundh, A fast computer method for matrix transposing, 1972).
 * All rounds in one method were more than JDK 17 always inlines, and then it kept some vectors as objects.
 */
final class Square16 extends Alone {

    private static final VectorShuffle<Float> UP_4 = turned(4), DOWN_4 = turned(-4);
    private static final VectorShuffle<Float> UP_2 = turned(2), DOWN_2 = turned(-2), UP_1 = turned(1),
            DOWN_1 = turned(-1);
    private static final VectorMask<Float> ODD_8 = odd(8), ODD_4 = odd(4), ODD_2 = odd(2), ODD_1 = odd(1);

    private Square16() {}

    private static VectorShuffle<Float> turned(int lanes) {
        return VectorShuffle.fromOp(FLOATS, lane -> Math.floorMod(lane + lanes, LANES));
    }

    private static VectorMask<Float> odd(int bit) {
        boolean[] lanes = new boolean[LANES];
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] = (lane & bit) != 0;
        }
        return VectorMask.fromArray(FLOATS, lanes, 0);
    }

    /** {@code t[p, j] = b[j, p]} for 16 rows and columns; rows of b are {@code ldb} apart, those of t {@code ldt}. */
    static void transpose(float[] b, int bi, int ldb, float[] t, int ti, int ldt) {
        eightColumns(b, bi, ldb, t, ti, ldt);
        eightColumns(b, bi + 8, ldb, t, ti + 8 * ldt, ldt);
    }

    /**
     * Eight columns of b, from bi on, as rows of t: the first round is in what is read, from 8 rows further down 8
     * columns before.
     */
    private static void eightColumns(float[] b, int bi, int ldb, float[] t, int ti, int ldt) {
        int below = bi + 8 * ldb - 8;
        FloatVector r0 = fromArray(FLOATS, b, bi).blend(fromArray(FLOATS, b, below), ODD_8);
        FloatVector r1 = fromArray(FLOATS, b, bi + ldb).blend(fromArray(FLOATS, b, below + ldb), ODD_8);
        FloatVector r2 = fromArray(FLOATS, b, bi + 2 * ldb).blend(fromArray(FLOATS, b, below + 2 * ldb), ODD_8);
        FloatVector r3 = fromArray(FLOATS, b, bi + 3 * ldb).blend(fromArray(FLOATS, b, below + 3 * ldb), ODD_8);
        FloatVector r4 = fromArray(FLOATS, b, bi + 4 * ldb).blend(fromArray(FLOATS, b, below + 4 * ldb), ODD_8);
        FloatVector r5 = fromArray(FLOATS, b, bi + 5 * ldb).blend(fromArray(FLOATS, b, below + 5 * ldb), ODD_8);
        FloatVector r6 = fromArray(FLOATS, b, bi + 6 * ldb).blend(fromArray(FLOATS, b, below + 6 * ldb), ODD_8);
        FloatVector r7 = fromArray(FLOATS, b, bi + 7 * ldb).blend(fromArray(FLOATS, b, below + 7 * ldb), ODD_8);
        FloatVector x;
        x = r0;
        r0 = r0.blend(r4.rearrange(DOWN_4), ODD_4);
        r4 = x.rearrange(UP_4).blend(r4, ODD_4);
        x = r1;
        r1 = r1.blend(r5.rearrange(DOWN_4), ODD_4);
        r5 = x.rearrange(UP_4).blend(r5, ODD_4);
        x = r2;
        r2 = r2.blend(r6.rearrange(DOWN_4), ODD_4);
        r6 = x.rearrange(UP_4).blend(r6, ODD_4);
        x = r3;
        r3 = r3.blend(r7.rearrange(DOWN_4), ODD_4);
        r7 = x.rearrange(UP_4).blend(r7, ODD_4);
        x = r0;
        r0 = r0.blend(r2.rearrange(DOWN_2), ODD_2);
        r2 = x.rearrange(UP_2).blend(r2, ODD_2);
        x = r1;
        r1 = r1.blend(r3.rearrange(DOWN_2), ODD_2);
        r3 = x.rearrange(UP_2).blend(r3, ODD_2);
        x = r4;
        r4 = r4.blend(r6.rearrange(DOWN_2), ODD_2);
        r6 = x.rearrange(UP_2).blend(r6, ODD_2);
        x = r5;
        r5 = r5.blend(r7.rearrange(DOWN_2), ODD_2);
        r7 = x.rearrange(UP_2).blend(r7, ODD_2);
        x = r0;
        r0 = r0.blend(r1.rearrange(DOWN_1), ODD_1);
        r1 = x.rearrange(UP_1).blend(r1, ODD_1);
        x = r2;
        r2 = r2.blend(r3.rearrange(DOWN_1), ODD_1);
        r3 = x.rearrange(UP_1).blend(r3, ODD_1);
        x = r4;
        r4 = r4.blend(r5.rearrange(DOWN_1), ODD_1);
        r5 = x.rearrange(UP_1).blend(r5, ODD_1);
        x = r6;
        r6 = r6.blend(r7.rearrange(DOWN_1), ODD_1);
        r7 = x.rearrange(UP_1).blend(r7, ODD_1);
        r0.intoArray(t, ti);
        r1.intoArray(t, ti + ldt);
        r2.intoArray(t, ti + 2 * ldt);
        r3.intoArray(t, ti + 3 * ldt);
        r4.intoArray(t, ti + 4 * ldt);
        r5.intoArray(t, ti + 5 * ldt);
        r6.intoArray(t, ti + 6 * ldt);
        r7.intoArray(t, ti + 7 * ldt);
    }
}
