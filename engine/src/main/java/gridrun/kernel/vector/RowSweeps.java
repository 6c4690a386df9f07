package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;

import jdk.incubator.vector.FloatVector;

/** The loops along rows of softmax and layer normalization; the last vector goes beyond n. */
final class RowSweeps extends Alone {

    private RowSweeps() {}

    /** {@code y = x - s}. */
    static void subtract(float[] x, int xi, float s, float[] y, int yi, int n) {
        for (int j = 0; j < n; j += LANES) {
            fromArray(FLOATS, x, xi + j).sub(s).intoArray(y, yi + j);
        }
    }

    /** {@code h = r c; y = gamma h + beta}. */
    static void normalize(float[] c, int ci, float r, float[] gamma, int gi, float[] beta, int bi,
            float[] hs, int hi, float[] ys, int yi, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector h = fromArray(FLOATS, c, ci + j).mul(r);
            h.intoArray(hs, hi + j);
            fromArray(FLOATS, gamma, gi + j).fma(h, fromArray(FLOATS, beta, bi + j)).intoArray(ys, yi + j);
        }
    }

    /** {@code dx = r (g - mean - slope h)}. */
    static void normalizationGradient(float[] g, int gi, float mean, float slope, float r, float[] h, int hi,
            float[] dx, int dxi, int n) {
        for (int j = 0; j < n; j += LANES) {
            FloatVector centered = fromArray(FLOATS, g, gi + j).sub(mean);
            broadcast(FLOATS, -slope).fma(fromArray(FLOATS, h, hi + j), centered).mul(r).intoArray(dx, dxi + j);
        }
    }

    /** {@code dgamma = Σ dy h; dbeta = Σ dy} of a vector of columns. */
    static void parameterGradients(float[] hs, int hi, float[] dys, int dyi, int rows, int step, float[] dgamma,
            float[] dbeta) {
        FloatVector scale = broadcast(FLOATS, 0f);
        FloatVector shift = broadcast(FLOATS, 0f);
        for (int i = 0; i < rows; i++) {
            FloatVector dy = fromArray(FLOATS, dys, dyi + i * step);
            scale = dy.fma(fromArray(FLOATS, hs, hi + i * step), scale);
            shift = shift.add(dy);
        }
        scale.intoArray(dgamma, 0);
        shift.intoArray(dbeta, 0);
    }

    /** {@code y = x / by}. */
    static void divide(float[] x, float by, float[] y, int at, int n) {
        for (int j = 0; j < n; j += LANES) {
            fromArray(FLOATS, x, at + j).div(by).intoArray(y, at + j);
        }
    }

    /** {@code dx = y (dy - dot)}. */
    static void softmaxGradient(float[] y, int yi, float[] dy, int dyi, float dot, float[] dx, int n) {
        for (int j = 0; j < n; j += LANES) {
            fromArray(FLOATS, y, yi + j).mul(fromArray(FLOATS, dy, dyi + j).sub(dot)).intoArray(dx, j);
        }
    }
}
