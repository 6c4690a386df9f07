package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.all;
import static gridrun.kernel.vector.Lanes.load;
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
            FloatVector x = load(xs, xi + i);
            FloatVector dy = load(dys, dyi + i);
            dy.blend(all(0f), x.compare(LE, 0)).intoArray(dxs, dxi + i);
        }
    }

    private static void leakyRelu(float a, float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = load(xs, xi + i);
            FloatVector dy = load(dys, dyi + i);
            dy.mul(a).blend(dy, x.compare(GT, 0)).intoArray(dxs, dxi + i);
        }
    }

    private static void elu(float a, float[] xs, int xi, float[] ys, int yi,
            float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = load(xs, xi + i);
            FloatVector y = load(ys, yi + i);
            FloatVector dy = load(dys, dyi + i);
            y.add(a).mul(dy).blend(dy, x.compare(GT, 0)).intoArray(dxs, dxi + i);
        }
    }

    private static void sigmoid(float[] ys, int yi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = load(ys, yi + i);
            FloatVector dy = load(dys, dyi + i);
            y.mul(all(1f).sub(y)).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    private static void tanh(float[] ys, int yi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector y = load(ys, yi + i);
            FloatVector dy = load(dys, dyi + i);
            y.neg().fma(y, all(1f)).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    private static void gelu(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = load(xs, xi + i);
            FloatVector dy = load(dys, dyi + i);
            x.fma(VectorMath.normalDensity(x), VectorMath.normal(x)).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    private static void silu(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = load(xs, xi + i);
            FloatVector dy = load(dys, dyi + i);
            FloatVector s = VectorMath.sigmoid(x);
            s.mul(x.fma(all(1f).sub(s), all(1f))).mul(dy).intoArray(dxs, dxi + i);
        }
    }

    private static void softplus(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = load(xs, xi + i);
            FloatVector dy = load(dys, dyi + i);
            VectorMath.sigmoid(x).mul(dy).intoArray(dxs, dxi + i);
        }
    }
}
