package gridrun.metric;

import gridrun.nn.Network.Batch;
import gridrun.tensor.Tensor;

/** The classes in the rows of a batch. */
final class BatchClasses {

    private BatchClasses() {
    }

    /** The class that a row's target is. */
    static int target(Batch batch, int row) {
        return of(batch.target(), row, 0.5);
    }

    /**
     * The class that the network finds.
     *
     * @param threshold the score of a single output above which it says class 1
     */
    static int found(Batch batch, int row, double threshold) {
        return of(batch.scores(), row, threshold);
    }

    private static int of(Tensor rows, int row, double threshold) {
        int columns = rows.columns();
        if (columns == 1) {
            return rows.get(row) > threshold ? 1 : 0;
        }
        int from = row * columns;
        int best = 0;
        for (int c = 1; c < columns; c++) {
            best = rows.get(from + c) > rows.get(from + best) ? c : best;
        }
        return best;
    }
}
