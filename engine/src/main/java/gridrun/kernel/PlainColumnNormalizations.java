package gridrun.kernel;

import gridrun.tensor.Tensor;

/** {@link ColumnNormalizations} as plain loops in either precision. */
final class PlainColumnNormalizations implements ColumnNormalizations {

    private final Real real;

    PlainColumnNormalizations(Real real) {
        this.real = real;
    }

    @Override
    public void moments(Tensor x, Tensor mean, Tensor variance) {
        double m = real.round(x.rows());
        for (int j = 0; j < x.columns(); j++) {
            double sum = 0;
            for (int i = j; i < x.size(); i += x.columns()) {
                sum = real.add(sum, x.get(i));
            }
            double first = real.divide(sum, m);
            double rest = 0;
            double squares = 0;
            for (int i = j; i < x.size(); i += x.columns()) {
                double difference = real.subtract(x.get(i), first);
                rest = real.add(rest, difference);
                squares = real.fma(difference, difference, squares);
            }
            double correction = real.divide(rest, m);
            mean.set(j, real.add(first, correction));
            variance.set(j, Math.max(real.divide(real.subtract(squares, real.multiply(rest, correction)), m), 0));
        }
    }

    @Override
    public void normalize(Tensor x, Tensor mean, Tensor variance, double epsilon, Tensor gamma, Tensor beta, Tensor y) {
        for (int j = 0; j < x.columns(); j++) {
            double inverse = inverse(variance.get(j), epsilon);
            for (int i = j; i < x.size(); i += x.columns()) {
                double normalized = real.multiply(real.subtract(x.get(i), mean.get(j)), inverse);
                y.set(i, real.fma(normalized, gamma.get(j), beta.get(j)));
            }
        }
    }

    @Override
    public void gradients(Tensor x, Tensor mean, Tensor variance, double epsilon, Tensor gamma, Tensor dy,
            Tensor dgamma, Tensor dbeta, Tensor dx) {
        double m = real.round(x.rows());
        for (int j = 0; j < x.columns(); j++) {
            double inverse = inverse(variance.get(j), epsilon);
            double shifts = 0;
            double scales = 0;
            for (int i = j; i < x.size(); i += x.columns()) {
                shifts = real.add(shifts, dy.get(i));
                scales = real.fma(dy.get(i), real.multiply(real.subtract(x.get(i), mean.get(j)), inverse), scales);
            }
            dbeta.set(j, shifts);
            dgamma.set(j, scales);
            double factor = real.multiply(gamma.get(j), inverse);
            double shift = real.divide(shifts, m);
            double slope = real.divide(scales, m);
            for (int i = j; dx != null && i < x.size(); i += x.columns()) {
                double normalized = real.multiply(real.subtract(x.get(i), mean.get(j)), inverse);
                dx.set(i, real.multiply(factor, real.fma(-normalized, slope, real.subtract(dy.get(i), shift))));
            }
        }
    }

    private double inverse(double variance, double epsilon) {
        return real.divide(1, real.sqrt(real.add(variance, real.round(epsilon))));
    }
}
