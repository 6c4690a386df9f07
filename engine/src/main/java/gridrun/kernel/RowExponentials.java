package gridrun.kernel;

import gridrun.tensor.Tensor;

/** The exponentials of one row, shifted by its maximum, as softmax and its cross-entropy need them. */
final class RowExponentials {

    private final Real real;
    private final PartialSums sums;
    private double[] values = new double[0];
    private double max;

    RowExponentials(Real real) {
        this.real = real;
        this.sums = new PartialSums(real);
    }

    /** Takes row i of x, and returns the sum of its exponentials. */
    double sum(Tensor x, int i) {
        int n = x.columns();
        max = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < n; j++) {
            max = x.get(i * n + j) > max ? x.get(i * n + j) : max;
        }
        if (values.length < n) {
            values = new double[n];
        }
        sums.clear();
        for (int j = 0; j < n; j++) {
            values[j] = real.exp(real.subtract(x.get(i * n + j), max));
            sums.add(j, values[j]);
        }
        return sums.total();
    }

    /** The exponential of element j. */
    double value(int j) {
        return values[j];
    }

    /**
     * The largest element of the row, NaN aside: where there is one, the differences from the maximum are NaN by
     * themselves.
     */
    double max() {
        return max;
    }
}
