package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * A square of 16 by 16 numbers transposed in registers, where vectors have 16 lanes: four rounds exchange the off-diagonal
 * quarters of squares of 16, 8, 4 and 2 (Eklundh, A fast computer method for matrix transposing, 1972).
 */
final class Square16 {

    private static final VectorShuffle<Float> UP_8 = turned(8), DOWN_8 = turned(-8), UP_4 = turned(4), DOWN_4 = turned(-4);
    private static final VectorShuffle<Float> UP_2 = turned(2), DOWN_2 = turned(-2), UP_1 = turned(1), DOWN_1 = turned(-1);
    private static final VectorMask<Float> ODD_8 = odd(8), ODD_4 = odd(4), ODD_2 = odd(2), ODD_1 = odd(1);

    private Square16() { }

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
        FloatVector r0 = fromArray(FLOATS, b, bi);
        FloatVector r1 = fromArray(FLOATS, b, bi + ldb);
        FloatVector r2 = fromArray(FLOATS, b, bi + 2 * ldb);
        FloatVector r3 = fromArray(FLOATS, b, bi + 3 * ldb);
        FloatVector r4 = fromArray(FLOATS, b, bi + 4 * ldb);
        FloatVector r5 = fromArray(FLOATS, b, bi + 5 * ldb);
        FloatVector r6 = fromArray(FLOATS, b, bi + 6 * ldb);
        FloatVector r7 = fromArray(FLOATS, b, bi + 7 * ldb);
        FloatVector r8 = fromArray(FLOATS, b, bi + 8 * ldb);
        FloatVector r9 = fromArray(FLOATS, b, bi + 9 * ldb);
        FloatVector r10 = fromArray(FLOATS, b, bi + 10 * ldb);
        FloatVector r11 = fromArray(FLOATS, b, bi + 11 * ldb);
        FloatVector r12 = fromArray(FLOATS, b, bi + 12 * ldb);
        FloatVector r13 = fromArray(FLOATS, b, bi + 13 * ldb);
        FloatVector r14 = fromArray(FLOATS, b, bi + 14 * ldb);
        FloatVector r15 = fromArray(FLOATS, b, bi + 15 * ldb);
        FloatVector x;
        x = r0;
        r0 = r0.blend(r8.rearrange(DOWN_8), ODD_8);
        r8 = x.rearrange(UP_8).blend(r8, ODD_8);
        x = r1;
        r1 = r1.blend(r9.rearrange(DOWN_8), ODD_8);
        r9 = x.rearrange(UP_8).blend(r9, ODD_8);
        x = r2;
        r2 = r2.blend(r10.rearrange(DOWN_8), ODD_8);
        r10 = x.rearrange(UP_8).blend(r10, ODD_8);
        x = r3;
        r3 = r3.blend(r11.rearrange(DOWN_8), ODD_8);
        r11 = x.rearrange(UP_8).blend(r11, ODD_8);
        x = r4;
        r4 = r4.blend(r12.rearrange(DOWN_8), ODD_8);
        r12 = x.rearrange(UP_8).blend(r12, ODD_8);
        x = r5;
        r5 = r5.blend(r13.rearrange(DOWN_8), ODD_8);
        r13 = x.rearrange(UP_8).blend(r13, ODD_8);
        x = r6;
        r6 = r6.blend(r14.rearrange(DOWN_8), ODD_8);
        r14 = x.rearrange(UP_8).blend(r14, ODD_8);
        x = r7;
        r7 = r7.blend(r15.rearrange(DOWN_8), ODD_8);
        r15 = x.rearrange(UP_8).blend(r15, ODD_8);
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
        x = r8;
        r8 = r8.blend(r12.rearrange(DOWN_4), ODD_4);
        r12 = x.rearrange(UP_4).blend(r12, ODD_4);
        x = r9;
        r9 = r9.blend(r13.rearrange(DOWN_4), ODD_4);
        r13 = x.rearrange(UP_4).blend(r13, ODD_4);
        x = r10;
        r10 = r10.blend(r14.rearrange(DOWN_4), ODD_4);
        r14 = x.rearrange(UP_4).blend(r14, ODD_4);
        x = r11;
        r11 = r11.blend(r15.rearrange(DOWN_4), ODD_4);
        r15 = x.rearrange(UP_4).blend(r15, ODD_4);
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
        x = r8;
        r8 = r8.blend(r10.rearrange(DOWN_2), ODD_2);
        r10 = x.rearrange(UP_2).blend(r10, ODD_2);
        x = r9;
        r9 = r9.blend(r11.rearrange(DOWN_2), ODD_2);
        r11 = x.rearrange(UP_2).blend(r11, ODD_2);
        x = r12;
        r12 = r12.blend(r14.rearrange(DOWN_2), ODD_2);
        r14 = x.rearrange(UP_2).blend(r14, ODD_2);
        x = r13;
        r13 = r13.blend(r15.rearrange(DOWN_2), ODD_2);
        r15 = x.rearrange(UP_2).blend(r15, ODD_2);
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
        x = r8;
        r8 = r8.blend(r9.rearrange(DOWN_1), ODD_1);
        r9 = x.rearrange(UP_1).blend(r9, ODD_1);
        x = r10;
        r10 = r10.blend(r11.rearrange(DOWN_1), ODD_1);
        r11 = x.rearrange(UP_1).blend(r11, ODD_1);
        x = r12;
        r12 = r12.blend(r13.rearrange(DOWN_1), ODD_1);
        r13 = x.rearrange(UP_1).blend(r13, ODD_1);
        x = r14;
        r14 = r14.blend(r15.rearrange(DOWN_1), ODD_1);
        r15 = x.rearrange(UP_1).blend(r15, ODD_1);
        r0.intoArray(t, ti);
        r1.intoArray(t, ti + ldt);
        r2.intoArray(t, ti + 2 * ldt);
        r3.intoArray(t, ti + 3 * ldt);
        r4.intoArray(t, ti + 4 * ldt);
        r5.intoArray(t, ti + 5 * ldt);
        r6.intoArray(t, ti + 6 * ldt);
        r7.intoArray(t, ti + 7 * ldt);
        r8.intoArray(t, ti + 8 * ldt);
        r9.intoArray(t, ti + 9 * ldt);
        r10.intoArray(t, ti + 10 * ldt);
        r11.intoArray(t, ti + 11 * ldt);
        r12.intoArray(t, ti + 12 * ldt);
        r13.intoArray(t, ti + 13 * ldt);
        r14.intoArray(t, ti + 14 * ldt);
        r15.intoArray(t, ti + 15 * ldt);
    }
}
