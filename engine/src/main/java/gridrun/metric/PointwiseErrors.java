package gridrun.metric;

import gridrun.archive.Archive;
import gridrun.kernel.Kernels;
import gridrun.kernel.PointwiseLoss;
import gridrun.nn.Network.Batch;

/** The sum of a kind of errors of real values, each example's the mean over its numbers. */
abstract class PointwiseErrors implements Tally {

    private final Kernels kernels;
    private final PointwiseLoss kind;
    private double sum;

    PointwiseErrors(Tallies tallies, PointwiseLoss kind) {
        this.kernels = tallies.kernels();
        this.kind = kind;
    }

    /** {@code Σ (y - t)²}, of values as they are scaled. */
    static final class Squared extends PointwiseErrors {

        Squared(Tallies tallies) {
            super(tallies, PointwiseLoss.SQUARED);
        }
    }

    /** {@code Σ |y - t|}, of values as they are scaled. */
    static final class Absolute extends PointwiseErrors {

        Absolute(Tallies tallies) {
            super(tallies, PointwiseLoss.ABSOLUTE);
        }
    }

    @Override
    public void begin() {
        sum = 0;
    }

    @Override
    public void archive(Archive archive) {
        sum = archive.number("errors", sum);
    }

    @Override
    public void add(Batch batch) {
        kernels.losses().pointwise(kind, 0, batch.scores(), batch.target(), batch.errors());
        sum += kernels.reductions().sum(batch.errors());
    }

    double sum() {
        return sum;
    }
}
