package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.FLOATS;
import static gridrun.kernel.vector.Lanes.INTS;
import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.FloatVector.fromArray;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.MAX;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * Sums and dot products in 16 interleaved partial sums, whatever the width: a narrower vector goes over the array
 * once for each group of partial sums. What is left of the last 16 elements is a vector whose other lanes are 0, by a
 * mask of integers; it is read from the beginning where no lane counts, and arrays are readable to a whole vector from
 * any element on.
 */
final class InterleavedSums extends Alone {

    /** From {@code WIDEST - n} on, n lanes that count and then such as do not: all bits, and none. */
    private static final int[] COUNTS = new int[2 * WIDEST];
    /** From {@code WIDEST - n} on, what takes the place of lanes that do not count: the bits of -∞. */
    private static final int[] LEAST = new int[2 * WIDEST];

    static {
        Arrays.fill(COUNTS, 0, WIDEST, -1);
        Arrays.fill(LEAST, WIDEST, 2 * WIDEST, Float.floatToRawIntBits(Float.NEGATIVE_INFINITY));
    }

    private final float[] partials = new float[WIDEST];

    /** {@code Σ x}. */
    float sum(float[] x, int at, int n) {
        int whole = n & -WIDEST;
        for (int group = 0; group < WIDEST; group += LANES) {
            FloatVector sums = broadcast(FLOATS, 0f);
            for (int i = 0; i < whole; i += WIDEST) {
                sums = sums.add(fromArray(FLOATS, x, at + group + i));
            }
            int lanes = Math.max(0, Math.min(LANES, n - whole - group));
            sums.add(fromArray(FLOATS, x, lanes == 0 ? 0 : at + whole + group).reinterpretAsInts()
                    .and(IntVector.fromArray(INTS, COUNTS, WIDEST - lanes)).reinterpretAsFloats())
                    .intoArray(partials, group);
        }
        return sumOfPartials();
    }

    /** {@code Σ a b}, fused. */
    float dot(float[] a, int ai, float[] b, int bi, int n) {
        int whole = n & -WIDEST;
        for (int group = 0; group < WIDEST; group += LANES) {
            FloatVector sums = broadcast(FLOATS, 0f);
            for (int i = 0; i < whole; i += WIDEST) {
                sums = fromArray(FLOATS, a, ai + group + i).fma(fromArray(FLOATS, b, bi + group + i), sums);
            }
            int lanes = Math.max(0, Math.min(LANES, n - whole - group));
            IntVector counts = IntVector.fromArray(INTS, COUNTS, WIDEST - lanes);
            FloatVector last = fromArray(FLOATS, b, lanes == 0 ? 0 : bi + whole + group).reinterpretAsInts()
                    .and(counts).reinterpretAsFloats();
            fromArray(FLOATS, a, lanes == 0 ? 0 : ai + whole + group).reinterpretAsInts().and(counts)
                    .reinterpretAsFloats().fma(last, sums).intoArray(partials, group);
        }
        return sumOfPartials();
    }

    private float sumOfPartials() {
        float[] s = partials;
        float s0 = s[0] + s[8], s1 = s[1] + s[9], s2 = s[2] + s[10], s3 = s[3] + s[11];
        float s4 = s[4] + s[12], s5 = s[5] + s[13], s6 = s[6] + s[14], s7 = s[7] + s[15];
        return s0 + s4 + (s2 + s6) + (s1 + s5 + (s3 + s7));
    }

    /** The largest of n elements, NaN aside. */
    static float max(float[] x, int at, int n) {
        int whole = n & -LANES;
        int last = n == whole ? n - LANES : whole; // the last vector again where nothing is left
        FloatVector max = fromArray(FLOATS, x, at + last).reinterpretAsInts()
                .and(IntVector.fromArray(INTS, COUNTS, WIDEST - (n - last)))
                .or(IntVector.fromArray(INTS, LEAST, WIDEST - (n - last))).reinterpretAsFloats();
        max = broadcast(FLOATS, Float.NEGATIVE_INFINITY).blend(max, max.compare(GT, Float.NEGATIVE_INFINITY));
        for (int i = 0; i < whole; i += LANES) {
            FloatVector v = fromArray(FLOATS, x, at + i);
            max = max.blend(v, v.compare(GT, max));
        }
        return max.reduceLanes(MAX);
    }
}
