package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;

/** The loops of {@link UnaryValues}. */
final class ValueSweeps extends Alone {

    private ValueSweeps() {}

    static void relu(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            x.blend(0, x.compare(LE, 0)).intoArray(ys, yi + i);
        }
    }

    static void leakyRelu(float a, float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            x.mul(a).blend(x, x.compare(GT, 0)).intoArray(ys, yi + i);
        }
    }

    /** What is left of an ELU where e has {@code exp(x) - 1}. */
    static void elu(float a, float[] xs, int xi, float[] e, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            fromArray(FLOATS, e, i).mul(a).blend(x, x.compare(GT, 0)).intoArray(ys, yi + i);
        }
    }

    /** {@code y = max(x, 0) + l}. */
    static void softplus(float[] xs, int xi, float[] l, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            x.blend(0, x.compare(LE, 0)).add(fromArray(FLOATS, l, i)).intoArray(ys, yi + i);
        }
    }
}
