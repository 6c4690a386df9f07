package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.padded;

import gridrun.tensor.Tensor;
import java.util.Arrays;

/** The exponentials of one row, shifted by its maximum, as softmax and its cross-entropy need them. */
final class RowExponentials {

    private final Reductions reductions = new Reductions();
    private float[] values = new float[0];
    private float max;

    /** Takes row i of x, padded to whole vectors, and returns the sum of its exponentials. */
    float sum(Tensor x, int i) {
        int n = x.columns();
        int size = padded(n);
        if (values.length < size) {
            values = new float[size];
        }
        float[] row = values;
        System.arraycopy(x.arena().floats(), x.offset() + i * n, row, 0, n);
        Arrays.fill(row, n, size, Float.NEGATIVE_INFINITY);
        float largest = Reductions.max(row, size);
        max = largest;
        VectorMath.exp(row, largest, row, size);
        return reductions.sum(row, 0, size);
    }

    /** The exponentials, to be overwritten at will. */
    float[] values() {
        return values;
    }

    /** The largest element of the row. */
    float max() {
        return max;
    }
}
