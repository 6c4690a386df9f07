package gridrun.metric;

import gridrun.component.Named;
import java.util.function.DoubleSupplier;

/**
 * The mean of the run's loss, {@code Σ loss(y, t) / n}, label smoothing included, real targets as the network learns
 * them, which may be scaled. Penalties ({@code l1}, {@code l2}) are no part of it. It is always measured.
 *
 * <p>Example: {@code train: {metrics: [loss]}}
 */
@Named(MeanLoss.NAME)
public record MeanLoss() implements Metric {

    /** Its name, for what is said of the loss alone. */
    public static final String NAME = "loss";

    @Override
    public Goal goal() {
        return Goal.MINIMIZE;
    }

    @Override
    public Basis basis() {
        return Basis.LOSS;
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public DoubleSupplier figure(Tallies tallies) {
        return tallies::meanLoss;
    }
}
