package gridrun.metric;

import gridrun.archive.Archive;
import gridrun.nn.Network.Batch;
import gridrun.task.Dataset.Task;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * The area under the curve of the receiver operating characteristic, of two classes: how often an example of class 1
 * has a larger output than one of class 0, where equal ones count one half. It is no number where all examples are of
 * one class. Outputs are compared before a sigmoid or softmax, which makes equal what is large.
 *
 * <p>Source: Hanley and McNeil, The meaning and use of the area under a receiver operating characteristic (ROC) curve,
 * 1982.
 *
 * <p>Example: {@code train: {metrics: [auc]}}
 */
public record AUC() implements Metric {

    @Override
    public Goal goal() {
        return Goal.MAXIMIZE;
    }

    @Override
    public Basis basis() {
        return Basis.SCORES;
    }

    @Override
    public boolean suits(Task task) {
        return task.classes() == 2;
    }

    @Override
    public DoubleSupplier figure(Tallies tallies) {
        Scores negative = new Scores(0);
        Scores positive = new Scores(1);
        tallies.own(negative);
        tallies.own(positive);
        return () -> area(negative.sorted(), positive.sorted());
    }

    private static double area(double[] negative, double[] positive) {
        if (negative.length == 0 || positive.length == 0 || isBroken(negative) || isBroken(positive)) {
            return Double.NaN;
        }
        long halves = 0;
        int below = 0;
        int notAbove = 0;
        for (double score : positive) {
            while (below < negative.length && negative[below] < score) {
                below++;
            }
            while (notAbove < negative.length && negative[notAbove] <= score) {
                notAbove++;
            }
            halves += below + notAbove;
        }
        return halves / (2.0 * negative.length * positive.length);
    }

    /** Whether there is no number among sorted ones. */
    private static boolean isBroken(double[] sorted) {
        return Double.isNaN(sorted[sorted.length - 1]);
    }

    /** What the network says of class 1, for the examples of one class. */
    private static final class Scores implements Tally {

        private final int of;
        private double[] values = new double[256];
        private int size;

        Scores(int of) {
            this.of = of;
        }

        @Override
        public void begin() {
            size = 0;
        }

        @Override
        public void archive(Archive archive) {
            size = (int) archive.whole("scores.size", size);
            double[] noted = Arrays.copyOf(values, size);
            archive.numbers("scores", noted);
            values = Arrays.copyOf(noted, Math.max(values.length, size));
        }

        @Override
        public void add(Batch batch) {
            for (int row = 0; row < batch.objective().size(); row++) {
                if (BatchClasses.target(batch, row) == of) {
                    add(batch.scores().columns() == 1 ? batch.scores().get(row)
                            : batch.scores().get(2 * row + 1) - batch.scores().get(2 * row));
                }
            }
        }

        private void add(double score) {
            values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
            values[size++] = score + 0.0; // -0 equals 0, but is sorted before it
        }

        double[] sorted() {
            double[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
