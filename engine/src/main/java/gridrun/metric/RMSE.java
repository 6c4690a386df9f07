package gridrun.metric;

import java.util.function.DoubleSupplier;

/**
 * The root of the mean squared error, {@code √(Σ (y - t)² / n)}, in the unit of the data. Of real targets it is always
 * measured.
 *
 * <p>Example: {@code train: {metrics: [rmse]}}
 */
public record RMSE() implements Metric {

    @Override
    public Goal goal() {
        return Goal.MINIMIZE;
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
    public DoubleSupplier figure(Tallies tallies) {
        PointwiseErrors errors = tallies.shared(PointwiseErrors.Squared.class, PointwiseErrors.Squared::new);
        return () -> tallies.scaling().scale() * Math.sqrt(errors.sum() / tallies.examples());
    }
}
