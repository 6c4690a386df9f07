package gridrun.data;

import gridrun.component.Check;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Which examples are in which part, by their numbers in ascending order. Every example is in one part.
 *
 * @param train what is learnt from, and all that anything is fitted to
 * @param validation what is looked at after every epoch; empty for none
 * @param test what is looked at once, at the end; empty for none
 */
record Partition(int[] train, int[] validation, int[] test) {

    /** The most folds: that of leaving one out of small data. */
    private static final int MOST_FOLDS = 1000;

    /** Checks what data sets have in common. */
    static void check(double validation, int folds) {
        Check.fraction("validation", validation);
        Check.that(folds == 0 || folds >= 2 && folds <= MOST_FOLDS, "folds", folds,
                "0 for none, or a whole number from 2 to %,d".formatted(MOST_FOLDS));
    }

    /**
     * Draws the parts, stratified for classes: first the test part, then of the rest the validation part or its fold.
     *
     * <p>They depend on the streams' keys alone, so they are the same however often they are drawn.
     *
     * @param groups the group of each example that keeps its share in every part
     */
    static Partition of(int[] groups, DatasetSpec spec, DataStreams draw) {
        BitSet tested = Stratified.pick(groups, spec.testShare(), draw.test());
        int[] rest = IntStream.range(0, groups.length).filter(i -> !tested.get(i)).toArray();
        int[] left = Arrays.stream(rest).map(i -> groups[i]).toArray();
        BitSet held = draw.fold() > 0 ? Stratified.fold(left, spec.folds(), draw.fold(), draw.split())
                : Stratified.pick(left, spec.validation(), draw.split());
        return new Partition(
                IntStream.range(0, rest.length).filter(i -> !held.get(i)).map(i -> rest[i]).toArray(),
                held.stream().map(i -> rest[i]).toArray(), tested.stream().toArray());
    }

    // Identity, not content: a record's equality over arrays would mislead.

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
