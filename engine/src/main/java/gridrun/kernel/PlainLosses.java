package gridrun.kernel;

import gridrun.tensor.Tensor;

/** The kernels of losses as plain loops in either precision. */
public final class PlainLosses implements Losses {

    private final Real real;
    private final PartialSums sums;
    private final RowExponentials exponentials;

    PlainLosses(Real real) {
        this.real = real;
        this.sums = new PartialSums(real);
        this.exponentials = new RowExponentials(real);
    }

    /** In float32, to the bit what vectors compute. */
    public static PlainLosses float32() {
        return new PlainLosses(Real.FLOAT32);
    }

    @Override
    public void softmaxCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        int n = logits.columns();
        for (int i = 0; i < logits.rows(); i++) {
            double log = real.log(exponentials.sum(logits, i));
            sums.clear();
            for (int j = 0; j < n; j++) {
                sums.addProduct(j, target.get(i * n + j), real.subtract(logits.get(i * n + j), exponentials.max()));
            }
            loss.set(i, real.subtract(log, sums.total()));
        }
    }

    @Override
    public void softmaxCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        int n = logits.columns();
        for (int i = 0; i < logits.rows(); i++) {
            double sum = exponentials.sum(logits, i);
            for (int j = 0; j < n; j++) {
                double error = real.subtract(real.divide(exponentials.value(j), sum), target.get(i * n + j));
                dlogits.set(i * n + j, real.multiply(error, dloss.get(i)));
            }
        }
    }

    @Override
    public void subtractEntropy(Tensor target, Tensor loss) {
        int n = target.columns();
        for (int i = 0; i < target.rows(); i++) {
            sums.clear();
            for (int j = 0; j < n; j++) {
                double t = target.get(i * n + j);
                sums.addProduct(j, t, t == 0 ? 0 : real.log(t));
            }
            loss.set(i, real.add(loss.get(i), sums.total()));
        }
    }

    @Override
    public void sigmoidCrossEntropy(Tensor logits, Tensor target, Tensor loss) {
        int n = logits.columns();
        for (int i = 0; i < logits.rows(); i++) {
            sums.clear();
            for (int j = 0; j < n; j++) {
                double z = logits.get(i * n + j);
                double linear = real.fma(-target.get(i * n + j), z, z <= 0 ? 0 : z);
                sums.add(j, real.add(linear, real.log1p(real.exp(-Math.abs(z)))));
            }
            loss.set(i, real.divide(sums.total(), n));
        }
    }

    @Override
    public void sigmoidCrossEntropyGradient(Tensor logits, Tensor target, Tensor dloss, Tensor dlogits) {
        int n = logits.columns();
        for (int i = 0; i < logits.size(); i++) {
            double error = real.subtract(real.sigmoid(logits.get(i)), target.get(i));
            dlogits.set(i, real.multiply(error, real.divide(dloss.get(i / n), n)));
        }
    }

    @Override
    public void pointwise(PointwiseLoss f, double p, Tensor output, Tensor target, Tensor loss) {
        int n = output.columns();
        for (int i = 0; i < output.rows(); i++) {
            sums.clear();
            for (int j = 0; j < n; j++) {
                double y = output.get(i * n + j), t = target.get(i * n + j);
                double slope = slope(f, real.round(p), y, t);
                sums.addProduct(j, slope, lever(f, y, t, slope));
            }
            loss.set(i, real.divide(sums.total(), n));
        }
    }

    @Override
    public void pointwiseGradient(PointwiseLoss f, double p, Tensor output, Tensor target, Tensor dloss,
            Tensor doutput) {
        int n = output.columns();
        double factor = f == PointwiseLoss.SQUARED ? 2 : 1;
        for (int i = 0; i < output.size(); i++) {
            double slope = slope(f, real.round(p), output.get(i), target.get(i));
            doutput.set(i, real.multiply(slope, real.divide(real.multiply(factor, dloss.get(i / n)), n)));
        }
    }

    private double slope(PointwiseLoss f, double p, double y, double t) {
        double e = real.subtract(y, t);
        return switch (f) {
            case SQUARED -> e;
            case ABSOLUTE -> e > 0 ? 1 : e < 0 ? -1 : e;
            case HUBER -> e > p ? p : e < -p ? -p : e;
            case HINGE -> {
                double side = side(t);
                yield real.multiply(side, real.subtract(y, side)) >= 0 ? 0 : -side;
            }
        };
    }

    private double lever(PointwiseLoss f, double y, double t, double slope) {
        return switch (f) {
            case SQUARED, ABSOLUTE -> real.subtract(y, t);
            case HUBER -> real.fma(-0.5, slope, real.subtract(y, t));
            case HINGE -> slope == 0 ? 0 : real.subtract(y, side(t));
        };
    }

    /** -1 or 1 for a target of 0 or 1. */
    private double side(double t) {
        return real.fma(2, t, -1);
    }

    @Override
    public void smooth(Tensor target, double share, double even, Tensor smooth) {
        for (int i = 0; i < target.size(); i++) {
            smooth.set(i, real.fma(real.round(1 - share), target.get(i), real.round(share * even)));
        }
    }
}
