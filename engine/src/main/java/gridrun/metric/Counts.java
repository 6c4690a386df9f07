package gridrun.metric;

import gridrun.archive.Archive;
import gridrun.nn.Network.Batch;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** How often each class was found for each: the confusion matrix. */
final class Counts implements Tally {

    private final int classes;
    private final double threshold;
    private final long[] counts;

    Counts(Tallies tallies) {
        classes = tallies.architecture().task().classes();
        threshold = tallies.architecture().loss().threshold();
        counts = new long[classes * classes];
    }

    @Override
    public void begin() {
        Arrays.fill(counts, 0);
    }

    @Override
    public void archive(Archive archive) {
        double[] exact = Arrays.stream(counts).asDoubleStream().toArray();
        archive.numbers("counts", exact);
        Arrays.setAll(counts, i -> (long) exact[i]);
    }

    @Override
    public void add(Batch batch) {
        for (int row = 0; row < batch.objective().size(); row++) {
            counts[BatchClasses.target(batch, row) * classes + BatchClasses.found(batch, row, threshold)]++;
        }
    }

    /** How often a class was found where it was right. */
    long hits(int c) {
        return counts[c * classes + c];
    }

    /** How often a class was right. */
    long actual(int c) {
        return IntStream.range(0, classes).mapToLong(found -> counts[c * classes + found]).sum();
    }

    /** How often a class was found. */
    long found(int c) {
        return IntStream.range(0, classes).mapToLong(actual -> counts[actual * classes + c]).sum();
    }

    /** All of them, 0, 1, 2, …. */
    IntStream classes() {
        return IntStream.range(0, classes);
    }

    /** The mean over some classes; no number of none. */
    static double mean(IntStream classes, IntToDoubleFunction of) {
        return classes.mapToDouble(of).average().orElse(Double.NaN);
    }

    /** A share, which is 0 of nothing. */
    static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
