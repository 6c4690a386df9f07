package gridrun.train;

import gridrun.nn.Architecture;

/** The version of the numbers this engine computes. */
public final class Numerics {

    /**
     * Counted up whenever a change to the engine changes a result's bits, so that no old result is taken for a new one.
     */
    public static final int VERSION = 1;

    /** Since then batches of one example leave the running statistics of batch normalization alone. */
    private static final int LONE_EXAMPLES = 2;

    private Numerics() {
    }

    /**
     * The version of what a training computes: a later one where a correction concerns it, so that all other results
     * stand.
     *
     * @param examples of the training part
     */
    public static int version(Architecture architecture, TrainSpec spec, int examples) {
        boolean corrected = spec.hasBatchOfOne(examples) && architecture.lacksStatistics(1);
        return corrected ? Math.max(VERSION, LONE_EXAMPLES) : VERSION;
    }
}
