package gridrun.metric;

import java.util.function.DoubleSupplier;

/**
 * The correlation of the classes with those that are found, from -1 over 0, no better than chance, to 1. It is 0 where
 * all examples are of one class or are taken for one.
 *
 * <p>Source: Matthews, Comparison of the predicted and observed secondary structure of T4 phage lysozyme, 1975; for
 * several classes Gorodkin, Comparing two K-category assignments by a K-category correlation coefficient, 2004.
 *
 * <p>Example: {@code train: {metrics: [matthews]}}
 */
public record Matthews() implements Metric {

    @Override
    public Goal goal() {
        return Goal.MAXIMIZE;
    }

    @Override
    public Basis basis() {
        return Basis.CLASSES;
    }

    @Override
    public double least() {
        return -1;
    }

    @Override
    public DoubleSupplier figure(Tallies tallies) {
        Counts counts = tallies.shared(Counts.class, Counts::new);
        return () -> {
            double all = tallies.examples();
            double hits = counts.classes().mapToLong(counts::hits).sum();
            double byChance = counts.classes().mapToDouble(c -> (double) counts.found(c) * counts.actual(c)).sum();
            double found = all * all - counts.classes().mapToDouble(c -> square(counts.found(c))).sum();
            double actual = all * all - counts.classes().mapToDouble(c -> square(counts.actual(c))).sum();
            return found == 0 || actual == 0 ? 0 : (hits * all - byChance) / Math.sqrt(found * actual);
        };
    }

    private static double square(long count) {
        return (double) count * count;
    }
}
