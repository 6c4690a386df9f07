package gridrun.metric;

import gridrun.archive.Archive;
import gridrun.nn.Network.Batch;
import gridrun.task.Scaling;
import java.util.function.DoubleSupplier;

/**
 * The mean absolute percentage error as a share, {@code Σ |y - t| / |t| / n}, in the unit of the data: 0.05 is 5 %. A
 * target of 0 is taken for 2⁻⁵², so that one such example makes it huge.
 *
 * <p>Source: de Myttenaere et al., Mean absolute percentage error for regression models, 2016.
 *
 * <p>Example: {@code train: {metrics: [mape]}}
 */
public record MAPE() implements Metric {

    private static final double LEAST_TARGET = Math.ulp(1.0);

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
        Shares shares = tallies.own(new Shares(tallies));
        return () -> shares.sum / shares.count;
    }

    private static final class Shares implements Tally {

        private final Tallies tallies;
        private double sum;
        private long count;

        Shares(Tallies tallies) {
            this.tallies = tallies;
        }

        @Override
        public void begin() {
            sum = 0;
            count = 0;
        }

        @Override
        public void archive(Archive archive) {
            sum = archive.number("shares.sum", sum);
            count = archive.whole("shares.count", count);
        }

        @Override
        public void add(Batch batch) {
            Scaling scaling = tallies.scaling();
            for (int i = 0; i < batch.scores().size(); i++) {
                double target = scaling.unscaled(batch.target().get(i));
                double error = Math.abs(scaling.unscaled(batch.scores().get(i)) - target);
                sum += error / Math.max(Math.abs(target), LEAST_TARGET);
            }
            count += batch.scores().size();
        }
    }
}
