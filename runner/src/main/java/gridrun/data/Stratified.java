package gridrun.data;

import gridrun.random.Rng;
import java.util.Arrays;
import java.util.BitSet;

/** Picks a share of examples at random so that every class keeps its share. */
final class Stratified {

    private Stratified() {
    }

    /** How many of {@code examples} a share comes to: the nearest number that leaves neither part empty. */
    static int count(int examples, double share) {
        return share == 0 ? 0 : (int) Math.max(1, Math.min(examples - 1, Math.rint(examples * share)));
    }

    /**
     * Picks examples.
     *
     * @param group the group of each example, from 0; in each, the number picked is within one of its exact share
     * @param share of the examples to pick, from 0 up to 1
     * @param random the stream; each group draws from one of its own
     * @return the picked examples' indices
     */
    static BitSet pick(int[] group, double share, Rng random) {
        int total = count(group.length, share);
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        BitSet picked = new BitSet(group.length);
        long seen = 0;
        for (int g = 0; g < groups; g++) {
            int[] members = members(group, g);
            int from = (int) (seen * total / group.length);
            seen += members.length;
            int to = (int) (seen * total / group.length);
            random.split(g).shuffle(members);
            for (int i = 0; i < to - from; i++) {
                picked.set(members[i]);
            }
        }
        return picked;
    }

    private static int[] members(int[] group, int g) {
        int[] members = new int[group.length];
        int count = 0;
        for (int i = 0; i < group.length; i++) {
            if (group[i] == g) {
                members[count++] = i;
            }
        }
        return Arrays.copyOf(members, count);
    }
}
