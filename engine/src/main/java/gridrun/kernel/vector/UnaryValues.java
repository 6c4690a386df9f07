package gridrun.kernel.vector;

import static gridrun.kernel.FloatMath.SQRT_HALF;
import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;

import gridrun.kernel.Unary;
import jdk.incubator.vector.FloatVector;

/**
 * The functions of {@link Unary} over whole vectors: n is a multiple of the lanes.
 *
 * <p>A loop for each: a vector that passes through a choice or a lambda becomes an object.
 */
final class UnaryValues {

    private UnaryValues() { }

    /** {@code y = f(x)}. */
    static void sweep(Unary f, float a, float[] x, int xi, float[] y, int yi, int n) {
        switch (f) {
            case RELU -> relu(x, xi, y, yi, n);
            case LEAKY_RELU -> leakyRelu(a, x, xi, y, yi, n);
            case ELU -> elu(a, x, xi, y, yi, n);
            case SIGMOID -> sigmoid(x, xi, y, yi, n);
            case TANH -> tanh(x, xi, y, yi, n);
            case GELU -> gelu(x, xi, y, yi, n);
            case SILU -> silu(x, xi, y, yi, n);
            case SOFTPLUS -> softplus(x, xi, y, yi, n);
        }
    }

    private static void relu(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            VectorMath.relu(fromArray(FLOATS, xs, xi + i)).intoArray(ys, yi + i);
        }
    }

    private static void leakyRelu(float a, float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            x.mul(a).blend(x, x.compare(GT, 0)).intoArray(ys, yi + i);
        }
    }

    private static void elu(float a, float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            VectorMath.expm1(x).mul(a).blend(x, x.compare(GT, 0)).intoArray(ys, yi + i);
        }
    }

    private static void sigmoid(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            VectorMath.sigmoid(x, VectorMath.exp(x.abs().neg())).intoArray(ys, yi + i);
        }
    }

    private static void tanh(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector t = x.abs();
            VectorMath.tanh(x, VectorMath.exp(t.add(t))).intoArray(ys, yi + i);
        }
    }

    private static void gelu(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector u = x.mul(SQRT_HALF);
            FloatVector erf = VectorMath.erf(u, VectorMath.exp(VectorMath.erfExponent(u)));
            x.mul(erf.fma(broadcast(FLOATS, 0.5f), broadcast(FLOATS, 0.5f))).intoArray(ys, yi + i);
        }
    }

    private static void silu(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            x.mul(VectorMath.sigmoid(x, VectorMath.exp(x.abs().neg()))).intoArray(ys, yi + i);
        }
    }

    private static void softplus(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            FloatVector e = VectorMath.exp(x.abs().neg());
            FloatVector u = e.add(1);
            VectorMath.relu(x).add(VectorMath.log1p(e, u, VectorMath.log(u))).intoArray(ys, yi + i);
        }
    }
}
