package gridrun.kernel;

import java.util.Arrays;

/** A sum along a row as {@link Kernels} defines it: 16 interleaved partial sums, added as a fixed tree. */
final class PartialSums {

    private static final int PARTIALS = 16;

    private final double[] partials = new double[PARTIALS];
    private final Real real;

    PartialSums(Real real) {
        this.real = real;
    }

    void clear() {
        Arrays.fill(partials, 0);
    }

    /** Adds element i. */
    void add(int i, double x) {
        partials[i % PARTIALS] = real.add(partials[i % PARTIALS], x);
    }

    /** Adds element i as a product, fused. */
    void addProduct(int i, double a, double b) {
        partials[i % PARTIALS] = real.fma(a, b, partials[i % PARTIALS]);
    }

    /** The sum of what was added since it was cleared. */
    double total() {
        for (int half = PARTIALS / 2; half > 0; half /= 2) {
            for (int j = 0; j < half; j++) {
                partials[j] = real.add(partials[j], partials[j + half]);
            }
        }
        return partials[0];
    }
}
