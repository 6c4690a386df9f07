package gridrun.metric;

import java.util.function.DoubleSupplier;

/**
 * The coefficient of determination, {@code 1 - Σ (y - t)² / Σ (t - m)²}, where m is the mean of the measured part's own
 * targets: 1 is perfect, always answering m is 0, and what is worse is below 0. Where all targets of the part are equal
 * it is 1 without an error, else 0. Of real targets it is always measured.
 *
 * <p>Source: Wright, Correlation and causation, 1921.
 *
 * <p>Example: {@code train: {metrics: [r2]}}
 */
public record R2() implements Metric {

    @Override
    public Goal goal() {
        return Goal.MAXIMIZE;
    }

    @Override
    public Basis basis() {
        return Basis.VALUES;
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public double least() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public DoubleSupplier figure(Tallies tallies) {
        PointwiseErrors errors = tallies.shared(PointwiseErrors.Squared.class, PointwiseErrors.Squared::new);
        return () -> of(errors.sum() / tallies.examples(), tallies.targetVariance());
    }

    private static double of(double meanSquare, double variance) {
        if (variance > 0 || Double.isNaN(meanSquare)) {
            return 1 - meanSquare / variance;
        }
        return meanSquare == 0 ? 1 : 0;
    }
}
