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
     * <p>Of each group at least one example is left, so that none is unknown to what is trained on the others; what it
     * would have given comes from those groups that have most left. Only where more is wanted than that allows are
     * groups picked whole.
     *
     * @param group the group of each example, from 0; where no group is that small, the number picked of each is within
     *     one of its exact share
     * @param share of the examples to pick, from 0 up to 1
     * @param random the stream; each group draws from one of its own
     * @return the picked examples' indices
     */
    static BitSet pick(int[] group, double share, Rng random) {
        int total = count(group.length, share);
        int[] sizes = new int[Arrays.stream(group).max().orElse(0) + 1];
        for (int g : group) {
            sizes[g]++;
        }
        int[] quotas = quotas(sizes, total);
        BitSet picked = new BitSet(group.length);
        for (int g = 0; g < sizes.length; g++) {
            int[] members = members(group, g);
            random.split(g).shuffle(members);
            for (int i = 0; i < quotas[g]; i++) {
                picked.set(members[i]);
            }
        }
        return picked;
    }

    /**
     * One of {@code folds} parts of equal size, within one example, which together have every example once. Of each
     * group every fold has its share, within one example, as scikit-learn's StratifiedKFold gives it.
     *
     * @param fold which, from 1
     * @param random the stream; each group draws from one of its own
     */
    static BitSet fold(int[] group, int folds, int fold, Rng random) {
        BitSet picked = new BitSet(group.length);
        int place = 0;
        for (int g = 0; g <= Arrays.stream(group).max().orElse(0); g++) {
            int[] members = members(group, g);
            random.split(g).shuffle(members);
            for (int member : members) {
                picked.set(member, place++ % folds == fold - 1);
            }
        }
        return picked;
    }

    /** How many of each group are picked. */
    static int[] quotas(int[] sizes, int total) {
        int examples = Arrays.stream(sizes).sum();
        int[] quotas = new int[sizes.length];
        long seen = 0;
        int owed = 0;
        for (int g = 0; g < sizes.length; g++) {
            int from = (int) (seen * total / examples);
            seen += sizes[g];
            int wanted = (int) (seen * total / examples) - from;
            quotas[g] = Math.min(wanted, Math.max(0, sizes[g] - 1));
            owed += wanted - quotas[g];
        }
        for (; owed > 0; owed--) {
            quotas[roomiest(sizes, quotas)]++;
        }
        return quotas;
    }

    /** The group with most examples left, the first of equal ones. */
    private static int roomiest(int[] sizes, int[] quotas) {
        int best = 0;
        for (int g = 1; g < sizes.length; g++) {
            best = sizes[g] - quotas[g] > sizes[best] - quotas[best] ? g : best;
        }
        return best;
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
