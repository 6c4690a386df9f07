package gridrun.train;

import gridrun.archive.Archive;
import java.util.function.DoubleSupplier;

/**
 * Whether a training that went to its end has diverged: its last epoch's mean loss is more than {@value #FACTOR} times
 * the larger of the first batch's, before any step, and the {@linkplain Baseline constant answer's} on the training
 * part.
 *
 * <p>All three are without penalties. It is looked at when training ends, so that a run may begin badly and improve.
 * Losses are not negative, so that a multiple of one is worse than it.
 */
final class Divergence {

    /**
     * A loss that ends so many times above where it began, and above what needs no inputs, is no result of learning.
     */
    static final double FACTOR = 10;

    private final DoubleSupplier baseline;
    private double first = Double.NaN;

    /** @param baseline the constant answer's loss; asked where the first loss alone does not decide */
    Divergence(DoubleSupplier baseline) {
        this.baseline = baseline;
    }

    /** Notes the mean loss of a batch; the first one counts. */
    void note(double loss) {
        first = Double.isNaN(first) ? loss : first;
    }

    void archive(Archive archive) {
        first = archive.number("first_loss", first);
    }

    /** Whether training has diverged, by the mean loss of its last epoch. */
    boolean at(double last) {
        return !(last <= FACTOR * first) && !(last <= FACTOR * baseline.getAsDouble());
    }
}
