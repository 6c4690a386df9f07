package gridrun.kernel.vector;

import static gridrun.kernel.FloatMath.INV_SQRT_2PI;
import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import gridrun.kernel.Unary;
import jdk.incubator.vector.FloatVector;

/**
 * The derivatives of {@link Unary} over whole vectors: n is a multiple of the lanes. A loop for each, as for the
 * values.
 */
final class UnaryGradients {

    private final float[] e = new float[VectorMath.BLOCK];
    private final float[] normal = new float[VectorMath.BLOCK];

    /** {@code dx = dy f'(x)}, where {@code y = f(x)}. */
    void sweep(Unary f, float a, float[] x, int xi, float[] y, int yi, float[] dy, int dyi,
            float[] dx, int dxi, int n) {
        for (int at = 0; at < n; at += VectorMath.BLOCK) {
            block(f, a, x, xi + at, y, yi + at, dy, dyi + at, dx, dxi + at, Math.min(VectorMath.BLOCK, n - at));
        }
    }

    private void block(Unary f, float a, float[] x, int xi, float[] y, int yi, float[] dy, int dyi,
            float[] dx, int dxi, int n) {
        switch (f) {
            case RELU -> relu(x, xi, dy, dyi, dx, dxi, n);
            case LEAKY_RELU -> leakyRelu(a, x, xi, dy, dyi, dx, dxi, n);
            case ELU -> elu(a, x, xi, y, yi, dy, dyi, dx, dxi, n);
            case SIGMOID -> sigmoid(y, yi, dy, dyi, dx, dxi, n);
            case TANH -> tanh(y, yi, dy, dyi, dx, dxi, n);
            case GELU -> gelu(x, xi, dy, dyi, dx, dxi, n);
            case SILU -> silu(x, xi, dy, dyi, dx, dxi, n);
            case SOFTPLUS -> softplus(x, xi, dy, dyi, dx, dxi, n);
        }
    }

    private static void relu(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            dy.blend(0, x.compare(LE, 0)).intoArray(dxs, dxi + i);
        }
    }

    private static void leakyRelu(float a, float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            dy.mul(a).blend(dy, x.compare(GT, 0)).intoArray(dxs, dxi + i);
        }
    }

    private static void elu(float a, float[] xs, int xi, float[] ys, int yi,
            float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector y = fromArray(FLOATS, ys, yi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            y.add(a).mul(dy).blend(dy, x.compare(GT, 0)).intoArray(dxs, dxi + i);
        }
    }

    private static void sigmoid(float[] ys, int yi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = fromArray(FLOATS, ys, yi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            y.mul(broadcast(FLOATS, 1f).sub(y)).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    private static void tanh(float[] ys, int yi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = fromArray(FLOATS, ys, yi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            y.neg().fma(y, broadcast(FLOATS, 1f)).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    private void gelu(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        VectorMath.normal(xs, xi, normal, n);
        VectorMath.expOfHalfSquare(xs, xi, e, n);
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            FloatVector density = fromArray(FLOATS, e, i).mul(INV_SQRT_2PI);
            x.fma(density, fromArray(FLOATS, normal, i)).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    private void silu(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        VectorMath.sigmoid(xs, xi, e, n);
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            FloatVector s = fromArray(FLOATS, e, i);
            s.mul(x.fma(broadcast(FLOATS, 1f).sub(s), broadcast(FLOATS, 1f))).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    private void softplus(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        VectorMath.sigmoid(xs, xi, e, n);
        for (int i = 0; i < n; i += LANES) {
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            fromArray(FLOATS, e, i).mul(dy).intoArray(dxs, dxi + i);
        }
    }
}
