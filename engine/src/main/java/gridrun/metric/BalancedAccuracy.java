package gridrun.metric;

import java.util.function.DoubleSupplier;

/**
 * The mean over the classes of the share of their examples that is found, so that rare classes count as much as
 * frequent ones. A class without an example is left out.
 *
 * <p>Source: Brodersen et al., The balanced accuracy and its posterior distribution, 2010.
 *
 * <p>Example: {@code train: {metrics: [balanced_accuracy]}}
 */
public record BalancedAccuracy() implements Metric {

    @Override
    public Goal goal() {
        return Goal.MAXIMIZE;
    }

    @Override
    public Basis basis() {
        return Basis.CLASSES;
    }

    @Override
    public DoubleSupplier figure(Tallies tallies) {
        Counts counts = tallies.shared(Counts.class, Counts::new);
        return () -> Counts.mean(counts.classes().filter(c -> counts.actual(c) > 0),
                c -> Counts.share(counts.hits(c), counts.actual(c)));
    }
}
