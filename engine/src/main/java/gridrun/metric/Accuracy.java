package gridrun.metric;

import gridrun.archive.Archive;
import gridrun.kernel.Reductions;
import gridrun.nn.Network.Batch;
import java.util.function.DoubleSupplier;

/**
 * The share of examples whose class is found: that of the largest output, the first of equal ones. A single output
 * finds class 1 where the probability is above 1/2, or the margin above 0. Of classes it is always measured.
 *
 * <p>Example: {@code train: {metrics: [accuracy]}}
 */
public record Accuracy() implements Metric {

    @Override
    public Goal goal() {
        return Goal.MAXIMIZE;
    }

    @Override
    public Basis basis() {
        return Basis.CLASSES;
    }

    @Override
    public boolean isUsual() {
        return true;
    }

    @Override
    public DoubleSupplier figure(Tallies tallies) {
        Hits hits = tallies.own(new Hits(tallies.kernels().reductions(), tallies.architecture().loss().threshold()));
        return () -> (double) hits.count / tallies.examples();
    }

    private static final class Hits implements Tally {

        private final Reductions reductions;
        private final double threshold;
        private long count;

        Hits(Reductions reductions, double threshold) {
            this.reductions = reductions;
            this.threshold = threshold;
        }

        @Override
        public void begin() {
            count = 0;
        }

        @Override
        public void archive(Archive archive) {
            count = archive.whole("hits", count);
        }

        @Override
        public void add(Batch batch) {
            count += batch.scores().columns() == 1
                    ? reductions.countSameSide(batch.scores(), threshold, batch.target())
                    : reductions.countSameArgmax(batch.scores(), batch.target());
        }
    }
}
