package gridrun.kernel.vector;

import static gridrun.kernel.FloatMath.INV_SQRT_2PI;
import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import jdk.incubator.vector.FloatVector;

/** The loops of {@link UnaryGradients}. */
final class GradientSweeps extends Alone {

    private GradientSweeps() {}

    static void relu(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            dy.blend(0, x.compare(LE, 0)).intoArray(dxs, dxi + i);
        }
    }

    static void leakyRelu(float a, float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            dy.mul(a).blend(dy, x.compare(GT, 0)).intoArray(dxs, dxi + i);
        }
    }

    static void elu(float a, float[] xs, int xi, float[] ys, int yi,
            float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector y = fromArray(FLOATS, ys, yi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            y.add(a).mul(dy).blend(dy, x.compare(GT, 0)).intoArray(dxs, dxi + i);
        }
    }

    static void sigmoid(float[] ys, int yi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = fromArray(FLOATS, ys, yi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            y.mul(broadcast(FLOATS, 1f).sub(y)).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    static void tanh(float[] ys, int yi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = fromArray(FLOATS, ys, yi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            y.neg().fma(y, broadcast(FLOATS, 1f)).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    /** With the normal distribution function and {@code exp(-x² / 2)}. */
    static void gelu(float[] xs, int xi, float[] normal, float[] e, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            FloatVector density = fromArray(FLOATS, e, i).mul(INV_SQRT_2PI);
            x.fma(density, fromArray(FLOATS, normal, i)).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    /** With the sigmoid of x. */
    static void silu(float[] xs, int xi, float[] sigmoid, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            FloatVector s = fromArray(FLOATS, sigmoid, i);
            FloatVector one = broadcast(FLOATS, 1f);
            s.mul(x.fma(one.sub(s), one)).mul(dy).intoArray(dxs, dxi + i);
        }
    }
}
