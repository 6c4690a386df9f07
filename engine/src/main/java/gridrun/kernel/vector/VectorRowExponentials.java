package gridrun.kernel.vector;

import static gridrun.kernel.vector.Lanes.LANES;
import static gridrun.kernel.vector.Lanes.WIDEST;
import static gridrun.kernel.vector.Lanes.padded;

import gridrun.tensor.Tensor;

/**
 * The exponentials of some rows, each shifted by its maximum, as softmax and its cross-entropy need them.
 *
 * <p>Rows lie one behind another, for {@code e^x} then takes no more vectors than there are numbers. A row is written
 * in whole vectors, and the next one overwrites what was too much of it.
 */
final class VectorRowExponentials {

    private final InterleavedSums sums = new InterleavedSums();
    private float[] shifted = new float[0];
    private float[] values = shifted;
    private int n;

    /** How many rows of n elements to take at a time, so that they stay in the first-level cache. */
    static int rowsAtATime(int n) {
        return Math.max(1, VectorMath.BLOCK / n);
    }

    /** Takes rows of x, from one to another (exclusive); what is asked of them afterwards counts them from 0. */
    void take(Tensor x, int from, int to) {
        n = x.columns();
        int size = (to - from) * n;
        if (shifted.length < padded(size) + WIDEST) {
            shifted = new float[padded(size) + WIDEST];
            values = new float[padded(size) + WIDEST];
        }
        float[] xs = x.arena().floats();
        for (int i = from; i < to; i++) {
            int at = x.offset() + i * n;
            RowSweeps.subtract(xs, at, InterleavedSums.max(xs, at, n), shifted, (i - from) * n, n);
        }
        VectorMath.exp(shifted, values, padded(size));
    }

    /** The sum of a row's exponentials. */
    float sum(int row) {
        return sums.sum(values, row * n, n);
    }

    /**
     * All rows less their maxima, row i at {@code i * n}; to be overwritten at will, with a vector's slack behind them.
     */
    float[] shifted() {
        return shifted;
    }

    /** All exponentials, row i at {@code i * n}. */
    float[] values() {
        return values;
    }
}
