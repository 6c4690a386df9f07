package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.load;
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
            VectorMath.relu(load(xs, xi + i)).intoArray(ys, yi + i);
        }
    }

    private static void leakyRelu(float a, float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = load(xs, xi + i);
            x.mul(a).blend(x, x.compare(GT, 0)).intoArray(ys, yi + i);
        }
    }

    private static void elu(float a, float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = load(xs, xi + i);
            VectorMath.expm1(x).mul(a).blend(x, x.compare(GT, 0)).intoArray(ys, yi + i);
        }
    }

    private static void sigmoid(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            VectorMath.sigmoid(load(xs, xi + i)).intoArray(ys, yi + i);
        }
    }

    private static void tanh(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            VectorMath.tanh(load(xs, xi + i)).intoArray(ys, yi + i);
        }
    }

    private static void gelu(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = load(xs, xi + i);
            x.mul(VectorMath.normal(x)).intoArray(ys, yi + i);
        }
    }

    private static void silu(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = load(xs, xi + i);
            x.mul(VectorMath.sigmoid(x)).intoArray(ys, yi + i);
        }
    }

    private static void softplus(float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            VectorMath.softplus(load(xs, xi + i)).intoArray(ys, yi + i);
        }
    }
}
