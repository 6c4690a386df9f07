package gridrun.train;

import gridrun.kernel.Reductions;
import gridrun.nn.Architecture;
import gridrun.schedule.Cosine;
import java.util.IdentityHashMap;
import java.util.Map;

/** The versions of the numbers this engine computes, of trainings that share their networks. */
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

    /** Tracing a network again for each of ten thousand runs would take as long as all the rest of planning them. */
    private final Map<Architecture, Integer> biasRows = new IdentityHashMap<>();

    /**
     * The version of what a training computes: a later one where a correction concerns it, so that all other results
     * stand.
     *
     * @param examples of the training part
     */
    public int version(Architecture architecture, TrainSpec spec, int examples) {
        if (hasLongSums(architecture, spec.batchSize().of(examples)) || spec.schedule() instanceof Cosine cosine
                && cosine.period() != null && cosine.multiplier() != Math.rint(cosine.multiplier())) {
            return LONG_SUMS;
        }
        boolean corrected = spec.hasBatchOfOne(examples) && architecture.lacksStatistics(1);
        return corrected ? LONE_EXAMPLES : VERSION;
    }

    private boolean hasLongSums(Architecture architecture, int batch) {
        return batch > Reductions.BLOCK || (long) batch * biasRows.computeIfAbsent(architecture,
                Architecture::biasRows) > Reductions.ROWS;
    }
}
