package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import gridrun.kernel.Unary;
import jdk.incubator.vector.FloatVector;

/**
 * The functions of {@link Unary} over whole vectors: n is a multiple of the lanes.
 *
 * <p>A loop for each: a vector that passes through a choice or a lambda becomes an object.
 */
final class UnaryValues {

    private final float[] e = new float[VectorMath.BLOCK];
    private final float[] l = new float[VectorMath.BLOCK];

    /** {@code y = f(x)}. */
    void sweep(Unary f, float a, float[] x, int xi, float[] y, int yi, int n) {
        for (int at = 0; at < n; at += VectorMath.BLOCK) {
            block(f, a, x, xi + at, y, yi + at, Math.min(VectorMath.BLOCK, n - at));
        }
    }

    private void block(Unary f, float a, float[] x, int xi, float[] y, int yi, int n) {
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
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            x.blend(0, x.compare(LE, 0)).intoArray(ys, yi + i);
        }
    }

    private static void leakyRelu(float a, float[] xs, int xi, float[] ys, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            x.mul(a).blend(x, x.compare(GT, 0)).intoArray(ys, yi + i);
        }
    }

    private void elu(float a, float[] xs, int xi, float[] ys, int yi, int n) {
        VectorMath.expm1(xs, xi, e, n);
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            fromArray(FLOATS, e, i).mul(a).blend(x, x.compare(GT, 0)).intoArray(ys, yi + i);
        }
    }

    private void sigmoid(float[] xs, int xi, float[] ys, int yi, int n) {
        VectorMath.sigmoid(xs, xi, e, n);
        System.arraycopy(e, 0, ys, yi, n);
    }

    private void tanh(float[] xs, int xi, float[] ys, int yi, int n) {
        VectorMath.tanh(xs, xi, e, n);
        System.arraycopy(e, 0, ys, yi, n);
    }

    private void gelu(float[] xs, int xi, float[] ys, int yi, int n) {
        VectorMath.normal(xs, xi, e, n);
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            x.mul(fromArray(FLOATS, e, i)).intoArray(ys, yi + i);
        }
    }

    private void silu(float[] xs, int xi, float[] ys, int yi, int n) {
        VectorMath.sigmoid(xs, xi, e, n);
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            x.mul(fromArray(FLOATS, e, i)).intoArray(ys, yi + i);
        }
    }

    private void softplus(float[] xs, int xi, float[] ys, int yi, int n) {
        VectorMath.expOfMinusAbs(xs, xi, e, n);
        VectorMath.log1p(e, l, n);
        for (int i = 0; i < n; i += LANES) {
            FloatVector x = fromArray(FLOATS, xs, xi + i);
            x.blend(0, x.compare(LE, 0)).add(fromArray(FLOATS, l, i)).intoArray(ys, yi + i);
        }
    }
}
