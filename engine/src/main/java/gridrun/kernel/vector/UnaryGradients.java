package gridrun.kernel.vector;

import gridrun.kernel.Unary;

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
            case RELU -> GradientSweeps.relu(x, xi, dy, dyi, dx, dxi, n);
            case LEAKY_RELU -> GradientSweeps.leakyRelu(a, x, xi, dy, dyi, dx, dxi, n);
            case ELU -> GradientSweeps.elu(a, x, xi, y, yi, dy, dyi, dx, dxi, n);
            case SIGMOID -> GradientSweeps.sigmoid(y, yi, dy, dyi, dx, dxi, n);
            case TANH -> GradientSweeps.tanh(y, yi, dy, dyi, dx, dxi, n);
            case GELU -> gelu(x, xi, dy, dyi, dx, dxi, n);
            case SILU -> silu(x, xi, dy, dyi, dx, dxi, n);
            case SOFTPLUS -> softplus(x, xi, dy, dyi, dx, dxi, n);
        }
    }

    private void gelu(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        VectorMath.normal(xs, xi, normal, n);
        VectorMath.expOfHalfSquare(xs, xi, e, n);
        GradientSweeps.gelu(xs, xi, normal, e, dys, dyi, dxs, dxi, n);
    }

    private void silu(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        VectorMath.sigmoid(xs, xi, e, n);
        GradientSweeps.silu(xs, xi, e, dys, dyi, dxs, dxi, n);
    }

    private void softplus(float[] xs, int xi, float[] dys, int dyi, float[] dxs, int dxi, int n) {
        VectorMath.sigmoid(xs, xi, e, n);
        Sweeps.multiply(e, 0, dys, dyi, dxs, dxi, n);
    }
}
