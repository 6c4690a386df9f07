package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.MAX;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Sums and dot products in 16 interleaved partial sums, whatever the width: a narrower vector goes over the array
 * once for each group of partial sums. What is left of the last 16 elements is padded with zeros.
 */
final class Reductions {

    private static final float[] ZEROS = new float[WIDEST];

    private final float[] partials = new float[WIDEST];
    private final float[] lastA = new float[WIDEST];
    private final float[] lastB = new float[WIDEST];

    /** {@code Σ x}. */
    float sum(float[] x, int at, int n) {
        int whole = n & -WIDEST;
        float[] last = padded(x, at + whole, n - whole, lastA);
        for (int group = 0; group < WIDEST; group += LANES) {
            FloatVector sums = broadcast(FLOATS, 0f);
            for (int i = 0; i < whole; i += WIDEST) {
                sums = sums.add(fromArray(FLOATS, x, at + group + i));
            }
            sums.add(fromArray(FLOATS, last, group)).intoArray(partials, group);
        }
        return sumOfPartials();
    }

    /** {@code Σ a b}, fused. */
    float dot(float[] a, int ai, float[] b, int bi, int n) {
        int whole = n & -WIDEST;
        float[] lastOfA = padded(a, ai + whole, n - whole, lastA);
        float[] lastOfB = padded(b, bi + whole, n - whole, lastB);
        for (int group = 0; group < WIDEST; group += LANES) {
            FloatVector sums = broadcast(FLOATS, 0f);
            for (int i = 0; i < whole; i += WIDEST) {
                sums = fromArray(FLOATS, a, ai + group + i).fma(fromArray(FLOATS, b, bi + group + i), sums);
            }
            fromArray(FLOATS, lastOfA, group).fma(fromArray(FLOATS, lastOfB, group), sums).intoArray(partials, group);
        }
        return sumOfPartials();
    }

    private static float[] padded(float[] x, int at, int n, float[] into) {
        if (n == 0) {
            return ZEROS;
        }
        System.arraycopy(x, at, into, 0, n);
        Arrays.fill(into, n, WIDEST, 0);
        return into;
    }

    private float sumOfPartials() {
        float[] s = partials;
        float s0 = s[0] + s[8], s1 = s[1] + s[9], s2 = s[2] + s[10], s3 = s[3] + s[11];
        float s4 = s[4] + s[12], s5 = s[5] + s[13], s6 = s[6] + s[14], s7 = s[7] + s[15];
        return s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
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
