package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.MAX;

import jdk.incubator.vector.FloatVector;

/**
 * Sums and dot products in 16 interleaved partial sums, whatever the width: a narrower vector goes over the array
 * once for each group of partial sums. What is left of the last 16 elements is padded with zeros.
 */
final class Reductions {

    private final float[] partials = new float[WIDEST];
    private final float[] lastA = new float[WIDEST];
    private final float[] lastB = new float[WIDEST];

    /** {@code Σ x}. */
    float sum(float[] x, int at, int n) {
        int whole = n & -WIDEST;
        pad(x, at + whole, n - whole, lastA);
        for (int group = 0; group < WIDEST; group += LANES) {
            FloatVector sums = broadcast(FLOATS, 0f);
            for (int i = 0; i < whole; i += WIDEST) {
                sums = sums.add(fromArray(FLOATS, x, at + group + i));
            }
            sums.add(fromArray(FLOATS, lastA, group)).intoArray(partials, group);
        }
        return sumOfPartials();
    }

    /** {@code Σ a b}, fused. */
    float dot(float[] a, int ai, float[] b, int bi, int n) {
        int whole = n & -WIDEST;
        pad(a, ai + whole, n - whole, lastA);
        pad(b, bi + whole, n - whole, lastB);
        for (int group = 0; group < WIDEST; group += LANES) {
            FloatVector sums = broadcast(FLOATS, 0f);
            for (int i = 0; i < whole; i += WIDEST) {
                sums = fromArray(FLOATS, a, ai + group + i).fma(fromArray(FLOATS, b, bi + group + i), sums);
            }
            fromArray(FLOATS, lastA, group).fma(fromArray(FLOATS, lastB, group), sums).intoArray(partials, group);
        }
        return sumOfPartials();
    }

    private static void pad(float[] x, int at, int n, float[] padded) {
        for (int i = 0; i < WIDEST; i++) {
            padded[i] = i < n ? x[at + i] : 0;
        }
    }

    private float sumOfPartials() {
        for (int half = WIDEST / 2; half > 0; half /= 2) {
            for (int j = 0; j < half; j++) {
                partials[j] += partials[j + half];
            }
        }
        return partials[0];
    }

    /** The largest element, NaN aside; n is a multiple of the lanes. */
    static float max(float[] x, int n) {
        FloatVector max = broadcast(FLOATS, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = fromArray(FLOATS, x, i);
            max = max.blend(v, v.compare(GT, max));
        }
        return max.reduceLanes(MAX);
    }
}
