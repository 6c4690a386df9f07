package gridrun.kernel.vector;

import static gridrun.kernel.FloatMath.INV_SQRT_2PI;
import static gridrun.kernel.FloatMath.SQRT_HALF;
import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import gridrun.kernel.Unary;
import jdk.incubator.vector.FloatVector;

/** The derivatives of {@link Unary} over whole vectors: n is a multiple of the lanes. A loop for each, as for the values. */
final class UnaryGradients {

    private UnaryGradients() { }

    /** {@code dx = dy f'(x)}, where {@code y = f(x)}. */
    static void sweep(Unary f, float a, float[] x, int xi, float[] y, int yi, float[] dy, int dyi,
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
            dy.blend(broadcast(FLOATS, 0f), x.compare(LE, 0)).intoArray(dxs, dxi + i);
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

    private static void gelu(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            FloatVector u = x.mul(SQRT_HALF);
            FloatVector erf = VectorMath.erf(u, VectorMath.exp(VectorMath.erfExponent(u)));
            FloatVector normal = erf.fma(broadcast(FLOATS, 0.5f), broadcast(FLOATS, 0.5f));
            FloatVector density = VectorMath.exp(x.mul(-0.5f).mul(x)).mul(INV_SQRT_2PI);
            x.fma(density, normal).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    private static void silu(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            FloatVector s = VectorMath.sigmoid(x, VectorMath.exp(x.abs().neg()));
            s.mul(x.fma(broadcast(FLOATS, 1f).sub(s), broadcast(FLOATS, 1f))).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    private static void softplus(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector dy = fromArray(FLOATS, dys, dyi + i);
            VectorMath.sigmoid(x, VectorMath.exp(x.abs().neg())).mul(dy).intoArray(dxs, dxi + i);
        }
    }
}
