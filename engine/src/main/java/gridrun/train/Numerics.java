package gridrun.train;

import gridrun.kernel.Reductions;
import gridrun.nn.Architecture;
import gridrun.schedule.Cosine;

/** The version of the numbers this engine computes. */
public final class Numerics {

    /**
     * Counted up whenever a change to the engine changes a result's bits, so that no old result is taken for a new one.
     */
    public static final int VERSION = 1;

    /** Since then batches of one example leave the running statistics of batch normalization alone. */
    private static final int LONE_EXAMPLES = 2;

    /**
     * Since then sums of very many losses and bias gradients are made of blocks, and a cosine's period begins anew
     * where its length, a product, rounds up.
     */
    private static final int LONG_SUMS = 3;

    private Numerics() {
    }

    /**
     * The version of what a training computes: a later one where a correction concerns it, so that all other results
     * stand.
     *
     * @param examples of the training part
     */
    public static int version(Architecture architecture, TrainSpec spec, int examples) {
        if (hasLongSums(architecture, spec.batchSize().of(examples)) || spec.schedule() instanceof Cosine cosine
                && cosine.period() != null && cosine.multiplier() != Math.rint(cosine.multiplier())) {
            return LONG_SUMS;
        }
        boolean corrected = spec.hasBatchOfOne(examples) && architecture.lacksStatistics(1);
        return corrected ? LONE_EXAMPLES : VERSION;
    }

    private static boolean hasLongSums(Architecture architecture, int batch) {
        // Tracing each of ten thousand small runs would take as long as all the rest of planning them.
        boolean mayHaveRows = (long) batch * architecture.input().size() > Reductions.ROWS;
        return (long) batch * architecture.task().width() > Reductions.BLOCK
                || mayHaveRows && (long) batch * architecture.biasRows() > Reductions.ROWS;
    }
}
