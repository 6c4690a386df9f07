package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;

import gridrun.kernel.PointwiseLoss;
import jdk.incubator.vector.FloatVector;

/** What losses need in one pass over arrays, in whole vectors: n is a multiple of the lanes. */
final class LossSweeps extends Alone {

    private LossSweeps() {}

    /** {@code max(z, 0) - t z + l}. */
    static void sigmoidCrossEntropy(float[] zs, int zi, float[] ts, int ti, float[] l, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector z = fromArray(FLOATS, zs, zi + i);
            FloatVector linear = fromArray(FLOATS, ts, ti + i).neg().fma(z, z.blend(0, z.compare(LE, 0)));
            linear.add(fromArray(FLOATS, l, i)).intoArray(l, i);
        }
    }

    /** {@code y = (x / sum - t) scale} for n elements, and as many more as fill the last vector. */
    static void softmaxError(float[] x, int xi, float sum, float[] t, int ti, float scale, float[] y, int yi, int n) {
        for (int i = 0; i < n; i += LANES) {
            fromArray(FLOATS, x, xi + i).div(sum).sub(fromArray(FLOATS, t, ti + i)).mul(scale).intoArray(y, yi + i);
        }
    }

    /** {@code z = a x + b}. */
    static void affine(float a, float[] x, int xi, float b, float[] z, int zi, int n) {
        for (int i = 0; i < n; i += LANES) {
            broadcast(FLOATS, a).fma(fromArray(FLOATS, x, xi + i), broadcast(FLOATS, b)).intoArray(z, zi + i);
        }
    }

    /** The slopes and levers of {@link PointwiseLoss}. */
    static void pointwise(PointwiseLoss f, float p, float[] y, int yi, float[] t, int ti, float[] slopes,
            float[] levers, int n) {
        Sweeps.subtract(y, yi, t, ti, levers, 0, n);
        switch (f) {
            case SQUARED -> System.arraycopy(levers, 0, slopes, 0, n);
            case ABSOLUTE -> absolute(levers, slopes, n);
            case HUBER -> huber(p, slopes, levers, n);
            case HINGE -> hinge(y, yi, t, ti, slopes, levers, n);
        }
    }

    private static void absolute(float[] errors, float[] slopes, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector e = fromArray(FLOATS, errors, i);
            e.blend(1, e.compare(GT, 0)).blend(-1, e.compare(LT, 0)).intoArray(slopes, i);
        }
    }

    private static void huber(float p, float[] slopes, float[] levers, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector e = fromArray(FLOATS, levers, i);
            FloatVector cut = e.blend(p, e.compare(GT, p)).blend(-p, e.compare(LT, -p));
            cut.intoArray(slopes, i);
            broadcast(FLOATS, -0.5f).fma(cut, e).intoArray(levers, i);
        }
    }

    private static void hinge(float[] ys, int yi, float[] ts, int ti, float[] slopes, float[] levers, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector side = broadcast(FLOATS, 2f).fma(fromArray(FLOATS, ts, ti + i), broadcast(FLOATS, -1f));
            FloatVector error = fromArray(FLOATS, ys, yi + i).sub(side);
            FloatVector slope = side.neg().blend(0, side.mul(error).compare(GE, 0));
            slope.intoArray(slopes, i);
            error.blend(0, slope.compare(EQ, 0)).intoArray(levers, i);
        }
    }
}
