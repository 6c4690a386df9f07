package gridrun.metric;

import gridrun.task.Dataset.Task;
import java.util.function.DoubleSupplier;

/**
 * The share of the examples taken for class 1 that are of it, of two classes; 0 where none is taken for it.
 *
 * <p>Source: van Rijsbergen, Information retrieval, 1979.
 *
 * <p>Example: {@code train: {metrics: [precision]}}
 */
public record Precision() implements Metric {

    @Override
    public Goal goal() {
        return Goal.MAXIMIZE;
    }

    @Override
    public Basis basis() {
        return Basis.CLASSES;
    }

    @Override
    public boolean suits(Task task) {
        return task.classes() == 2;
    }

    @Override
    public DoubleSupplier figure(Tallies tallies) {
        Counts counts = tallies.shared(Counts.class, Counts::new);
        return () -> Counts.share(counts.hits(1), counts.found(1));
    }
}
