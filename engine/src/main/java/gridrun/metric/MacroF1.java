package gridrun.metric;

import gridrun.component.Named;
import java.util.function.DoubleSupplier;

/**
 * The mean over the classes of F1, the harmonic mean of precision and recall, {@code 2 hits / (found + actual)}. A
 * class that neither is nor is found is left out; one that is never hit has 0.
 *
 * <p>Source: van Rijsbergen, Information retrieval, 1979.
 *
 * <p>Example: {@code train: {metrics: [macro_f1]}}
 */
@Named("macro_f1")
public record MacroF1() implements Metric {

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
        return () -> Counts.mean(counts.classes().filter(c -> counts.found(c) + counts.actual(c) > 0),
                c -> Counts.share(2 * counts.hits(c), counts.found(c) + counts.actual(c)));
    }
}
