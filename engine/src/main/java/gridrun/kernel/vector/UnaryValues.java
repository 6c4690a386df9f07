package gridrun.kernel.vector;

import gridrun.kernel.Unary;

/**
 * The functions of {@link Unary} over whole vectors: n is a multiple of the lanes.
 *
 * <p>A loop for each, in {@link ValueSweeps}: a vector that passes through a choice or a lambda becomes an object.
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
            case RELU -> ValueSweeps.relu(x, xi, y, yi, n);
            case LEAKY_RELU -> ValueSweeps.leakyRelu(a, x, xi, y, yi, n);
            case ELU -> elu(a, x, xi, y, yi, n);
            case SIGMOID -> sigmoid(x, xi, y, yi, n);
            case TANH -> tanh(x, xi, y, yi, n);
            case GELU -> gelu(x, xi, y, yi, n);
            case SILU -> silu(x, xi, y, yi, n);
            case SOFTPLUS -> softplus(x, xi, y, yi, n);
        }
    }

    private void elu(float a, float[] xs, int xi, float[] ys, int yi, int n) {
        VectorMath.expm1(xs, xi, e, n);
        ValueSweeps.elu(a, xs, xi, e, ys, yi, n);
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
        Sweeps.multiply(xs, xi, e, 0, ys, yi, n);
    }

    private void silu(float[] xs, int xi, float[] ys, int yi, int n) {
        VectorMath.sigmoid(xs, xi, e, n);
        Sweeps.multiply(xs, xi, e, 0, ys, yi, n);
    }

    private void softplus(float[] xs, int xi, float[] ys, int yi, int n) {
        VectorMath.expOfMinusAbs(xs, xi, e, n);
        VectorMath.log1p(e, l, n);
        ValueSweeps.softplus(xs, xi, l, ys, yi, n);
    }
}
