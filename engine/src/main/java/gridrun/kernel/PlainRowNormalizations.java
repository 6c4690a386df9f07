package gridrun.kernel;

import gridrun.tensor.Tensor;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Layer normalization in both precisions, in plain loops. */
final class PlainRowNormalizations implements RowNormalizations {

    private static final int PARTIALS = 16;

    private final Real real;
    private final double[] partials = new double[PARTIALS];

    PlainRowNormalizations(Real real) {
        this.real = real;
    }

    @Override
    public void normalizeRows(Tensor x, Tensor gamma, Tensor beta, double epsilon, Tensor h, Tensor r, Tensor y) {
        int n = x.columns();
        for (int i = 0; i < x.rows(); i++) {
            int row = i * n;
            double mean = real.divide(dot(n, j -> 1, j -> x.get(row + j)), n);
            for (int j = 0; j < n; j++) {
                h.set(row + j, real.subtract(x.get(row + j), mean));
            }
            double variance = real.divide(dot(n, j -> h.get(row + j), j -> h.get(row + j)), n);
            double reciprocal = real.divide(1, real.sqrt(real.add(variance, real.round(epsilon))));
            r.set(i, reciprocal);
            for (int j = 0; j < n; j++) {
                double normal = real.multiply(h.get(row + j), reciprocal);
                h.set(row + j, normal);
                y.set(row + j, real.fma(gamma.get(j), normal, beta.get(j)));
            }
        }
    }

    @Override
    public void rowsGradient(Tensor gamma, Tensor h, Tensor r, Tensor dy, Tensor dx) {
        int n = h.columns();
        for (int i = 0; i < h.rows(); i++) {
            int row = i * n;
            for (int j = 0; j < n; j++) {
                dx.set(row + j, real.multiply(gamma.get(j), dy.get(row + j)));
            }
            double mean = real.divide(dot(n, j -> 1, j -> dx.get(row + j)), n);
            double slope = real.divide(dot(n, j -> dx.get(row + j), j -> h.get(row + j)), n);
            for (int j = 0; j < n; j++) {
                double centered = real.subtract(dx.get(row + j), mean);
                dx.set(row + j, real.multiply(real.fma(-slope, h.get(row + j), centered), r.get(i)));
            }
        }
    }

    @Override
    public void rowsParameterGradients(Tensor h, Tensor dy, Tensor dgamma, Tensor dbeta) {
        int n = h.columns();
        for (int j = 0; j < n; j++) {
            double scale = 0;
            double shift = 0;
            for (int i = j; i < h.size(); i += n) {
                scale = real.fma(dy.get(i), h.get(i), scale);
                shift = real.add(shift, dy.get(i));
            }
            dgamma.set(j, scale);
            dbeta.set(j, shift);
        }
    }

    /** A dot product in 16 partial sums; a factor of 1 makes it a sum. */
    private double dot(int n, IntToDoubleFunction a, IntToDoubleFunction b) {
        Arrays.fill(partials, 0);
        for (int j = 0; j < n; j++) {
            partials[j % PARTIALS] = real.fma(a.applyAsDouble(j), b.applyAsDouble(j), partials[j % PARTIALS]);
        }
        for (int half = PARTIALS / 2; half > 0; half /= 2) {
            for (int j = 0; j < half; j++) {
                partials[j] = real.add(partials[j], partials[j + half]);
            }
        }
        return partials[0];
    }
}
