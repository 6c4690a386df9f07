package gridrun.train;

import gridrun.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How the values of tensors are spread: bins of equal width from the least to the greatest. */
final class Histogram {

    /** A constant, so that those of different layers and epochs compare. */
    static final int BINS = 30;
    /** The least and the greatest value stand before the bins. */
    private static final int ENDS = 2;

    private Histogram() {
    }

    /** Room for one. */
    static double[] room() {
        return new double[ENDS + BINS];
    }

    /**
     * Counts.
     *
     * @param into becomes the least value, the greatest, and the share of each bin; where a value is not finite nothing
     *     of it is a number
     */
    static void count(List<Tensor> tensors, double[] into) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        long size = 0;
        for (Tensor tensor : tensors) {
            for (int i = 0; i < tensor.size(); i++) {
                double value = tensor.get(i);
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            size += tensor.size();
        }
        if (!Double.isFinite(high - low)) {
            Arrays.fill(into, Double.NaN);
            return;
        }
        long[] counts = new long[BINS];
        double width = (high - low) / BINS;
        for (Tensor tensor : tensors) {
            for (int i = 0; i < tensor.size(); i++) {
                int bin = width == 0 ? 0 : (int) Math.min(BINS - 1, (tensor.get(i) - low) / width);
                counts[bin]++;
            }
        }
        into[0] = low;
        into[1] = high;
        for (int bin = 0; bin < BINS; bin++) {
            into[ENDS + bin] = (double) counts[bin] / size;
        }
    }

    /** Puts one into a map, as the metrics {@code name/low}, {@code name/high}, and {@code name/1} and so on. */
    static void report(String name, double[] histogram, Map<String, Double> into) {
        into.put(name + "/low", histogram[0]);
        into.put(name + "/high", histogram[1]);
        for (int bin = 0; bin < BINS; bin++) {
            into.put(name + "/" + (bin + 1), histogram[ENDS + bin]);
        }
    }
}
