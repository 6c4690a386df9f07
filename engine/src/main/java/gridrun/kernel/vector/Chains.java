package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/** Chains of multiply-adds in registers. */
final class Chains extends Alone {

    /**
     * A multiply-add takes 4 cycles and 2 begin in each, so 8 chains keep a processor busy; a few more hide other
     * delays.
     */
    static final int COUNT = 12;

    private Chains() {}

    /** {@code y = a b + y}, {@code times} over, for as many vectors as there are chains. */
    static void multiplyAdd(float one, float other, int times, float[] ys) {
        FloatVector a = broadcast(FLOATS, one), b = broadcast(FLOATS, other);
        FloatVector y0 = fromArray(FLOATS, ys, 0), y1 = fromArray(FLOATS, ys, LANES);
        FloatVector y2 = fromArray(FLOATS, ys, 2 * LANES), y3 = fromArray(FLOATS, ys, 3 * LANES);
        FloatVector y4 = fromArray(FLOATS, ys, 4 * LANES), y5 = fromArray(FLOATS, ys, 5 * LANES);
        FloatVector y6 = fromArray(FLOATS, ys, 6 * LANES), y7 = fromArray(FLOATS, ys, 7 * LANES);
        FloatVector y8 = fromArray(FLOATS, ys, 8 * LANES), y9 = fromArray(FLOATS, ys, 9 * LANES);
        FloatVector y10 = fromArray(FLOATS, ys, 10 * LANES), y11 = fromArray(FLOATS, ys, 11 * LANES);
        for (int t = 0; t < times; t++) {
            y0 = a.fma(b, y0);
            y1 = a.fma(b, y1);
            y2 = a.fma(b, y2);
            y3 = a.fma(b, y3);
            y4 = a.fma(b, y4);
            y5 = a.fma(b, y5);
            y6 = a.fma(b, y6);
            y7 = a.fma(b, y7);
            y8 = a.fma(b, y8);
            y9 = a.fma(b, y9);
            y10 = a.fma(b, y10);
            y11 = a.fma(b, y11);
        }
        y0.intoArray(ys, 0);
        y1.intoArray(ys, LANES);
        y2.intoArray(ys, 2 * LANES);
        y3.intoArray(ys, 3 * LANES);
        y4.intoArray(ys, 4 * LANES);
        y5.intoArray(ys, 5 * LANES);
        y6.intoArray(ys, 6 * LANES);
        y7.intoArray(ys, 7 * LANES);
        y8.intoArray(ys, 8 * LANES);
        y9.intoArray(ys, 9 * LANES);
        y10.intoArray(ys, 10 * LANES);
        y11.intoArray(ys, 11 * LANES);
    }
}
