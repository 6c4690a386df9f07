package gridrun.metric;

import java.util.function.DoubleSupplier;

/**
 * The mean absolute error, {@code Σ |y - t| / n}, in the unit of the data.
 *
 * <p>Example: {@code train: {metrics: [mae]}}
 */
public record MAE() implements Metric {

    @Override
    public Goal goal() {
        return Goal.MINIMIZE;
    }

    @Override
    public Basis basis() {
        return Basis.VALUES;
    }

    @Override
    public DoubleSupplier figure(Tallies tallies) {
        PointwiseErrors errors = tallies.shared(PointwiseErrors.Absolute.class, PointwiseErrors.Absolute::new);
        return () -> tallies.scaling().scale() * errors.sum() / tallies.examples();
    }
}
