package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.all;
import static gridrun.kernel.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/** One pass over arrays, element by element, in whole vectors: n is a multiple of the lanes. */
final class Sweeps {

    private Sweeps() { }

    /** {@code c = a + b}. */
    static void add(float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(a, ai + i).add(load(b, bi + i)).intoArray(c, ci + i);
        }
    }

    /** {@code c = a - b}. */
    static void subtract(float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(a, ai + i).sub(load(b, bi + i)).intoArray(c, ci + i);
        }
    }

    /** {@code c = a b}. */
    static void multiply(float[] a, int ai, float[] b, int bi, float[] c, int ci, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(a, ai + i).mul(load(b, bi + i)).intoArray(c, ci + i);
        }
    }

    /** {@code y = s x}. */
    static void scale(float s, float[] x, int xi, float[] y, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            load(x, xi + i).mul(s).intoArray(y, yi + i);
        }
    }

    /** {@code z = y + s x}, fused. */
    static void addScaled(float s, float[] x, int xi, float[] y, int yi, float[] z, int zi, int n) {
        for (int i = 0; i < n; i += LANES) {
            all(s).fma(load(x, xi + i), load(y, yi + i)).intoArray(z, zi + i);
        }
    }

    /** {@code max(z, 0) - t z + log(1 + e^-|z|)}. */
    static void sigmoidCrossEntropy(float[] zs, int zi, float[] ts, int ti, float[] out, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector z = load(zs, zi + i);
            FloatVector linear = load(ts, ti + i).neg().fma(z, VectorMath.relu(z));
            linear.add(VectorMath.log1p(VectorMath.exp(z.abs().neg()))).intoArray(out, i);
        }
    }

    /** {@code sigmoid(z) - t}. */
    static void sigmoidError(float[] zs, int zi, float[] ts, int ti, float[] out, int n) {
        for (int i = 0; i < n; i += LANES) {
            VectorMath.sigmoid(load(zs, zi + i)).sub(load(ts, ti + i)).intoArray(out, i);
        }
    }
}
