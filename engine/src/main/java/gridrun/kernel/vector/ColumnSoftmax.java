package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/**
 * Softmax down as many columns as a vector has lanes. No lane is left out of the rows before {@code whole}; of a later
 * row i lane j is where {@code first + j < i}. These numbers are compared as floats, which are exact. The rows are
 * divided because masks are slow before JDK 18.
 */
final class ColumnSoftmax extends Alone {

    private static final float[] COUNT = count();

    private ColumnSoftmax() {}

    private static float[] count() {
        float[] count = new float[WIDEST];
        for (int i = 0; i < WIDEST; i++) {
            count[i] = i;
        }
        return count;
    }

    /** {@code y = scale x - max(scale x)} in rows of one vector; -∞ where a lane is left out. */
    static void shift(float scale, int whole, int first, float[] xs, int xi, int step, float[] ys, int rows) {
        FloatVector lane = fromArray(FLOATS, COUNT, 0).add(first);
        FloatVector max = broadcast(FLOATS, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < whole; i++) {
            FloatVector x = fromArray(FLOATS, xs, xi + i * step).mul(scale);
            max = max.blend(x, x.compare(GT, max));
            x.intoArray(ys, i * LANES);
        }
        for (int i = whole; i < rows; i++) {
            FloatVector x = fromArray(FLOATS, xs, xi + i * step).mul(scale);
            x = x.blend(Float.NEGATIVE_INFINITY, lane.compare(LT, i));
            max = max.blend(x, x.compare(GT, max));
            x.intoArray(ys, i * LANES);
        }
        for (int i = 0; i < rows; i++) {
            fromArray(FLOATS, ys, i * LANES).sub(max).intoArray(ys, i * LANES);
        }
    }

    /** {@code y = e (1 / Σ e)}; 0 where a lane is left out. */
    static void shares(int whole, int first, float[] e, float[] ys, int yi, int step, int rows) {
        FloatVector lane = fromArray(FLOATS, COUNT, 0).add(first);
        FloatVector sum = broadcast(FLOATS, 0f);
        for (int i = 0; i < whole; i++) {
            sum = sum.add(fromArray(FLOATS, e, i * LANES));
        }
        for (int i = whole; i < rows; i++) {
            sum = sum.add(fromArray(FLOATS, e, i * LANES).blend(0, lane.compare(LT, i)));
        }
        FloatVector share = broadcast(FLOATS, 1f).div(sum);
        for (int i = 0; i < whole; i++) {
            fromArray(FLOATS, e, i * LANES).mul(share).intoArray(ys, yi + i * step);
        }
        for (int i = whole; i < rows; i++) {
            fromArray(FLOATS, e, i * LANES).mul(share).blend(0, lane.compare(LT, i)).intoArray(ys, yi + i * step);
        }
    }

    /** {@code dx = scale (y (dy - Σ y dy))}. */
    static void gradient(float scale, float[] ys, int yi, int yStep, float[] dys, int dyi, int dyStep,
            float[] dxs, int dxi, int dxStep, int rows) {
        FloatVector dot = broadcast(FLOATS, 0f);
        for (int i = 0; i < rows; i++) {
            dot = fromArray(FLOATS, ys, yi + i * yStep).fma(fromArray(FLOATS, dys, dyi + i * dyStep), dot);
        }
        for (int i = 0; i < rows; i++) {
            FloatVector difference = fromArray(FLOATS, dys, dyi + i * dyStep).sub(dot);
            fromArray(FLOATS, ys, yi + i * yStep).mul(difference).mul(scale).intoArray(dxs, dxi + i * dxStep);
        }
    }
}
