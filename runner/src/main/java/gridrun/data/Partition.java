package gridrun.data;

import gridrun.random.Rng;
import java.util.BitSet;

/**
 * Which examples are in which part, by their numbers in ascending order.
 *
 * @param train what is learnt from, and all that anything is fitted to
 * @param validation what is looked at after every epoch; empty for none
 */
record Partition(int[] train, int[] validation) {

    /**
     * Draws the parts, stratified for classes. They depend on the stream's key alone, so they are the same however
     * often they are drawn.
     *
     * @param groups the group of each example that keeps its share in every part
     * @param validation the share that is held out for validation
     */
    static Partition of(int[] groups, double validation, Rng split) {
        BitSet held = Stratified.pick(groups, validation, split);
        BitSet kept = new BitSet(groups.length);
        kept.set(0, groups.length);
        kept.andNot(held);
        return new Partition(kept.stream().toArray(), held.stream().toArray());
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
