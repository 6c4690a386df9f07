package gridrun.random;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The seeds of a run's random streams. They are usually one, so that another seed draws everything anew.
 *
 * @param data of generated data
 * @param split of the choice of the examples that are held out
 * @param init of the weights with which training begins
 * @param order of the order of the examples, and of dropout
 */
public record RunSeeds(long data, long split, long init, long order) implements Comparable<RunSeeds> {

    /** The first number that stands for several seeds. */
    private static final long FIRST_OF_SEVERAL = 1L << 32;
    /** Leaves 50 bits, which are exact in float64. */
    private static final int TOO_MANY_BITS = 14;

    /** One seed for all. */
    public static RunSeeds of(long seed) {
        return new RunSeeds(seed, seed, seed, seed);
    }

    /** Whether it is one seed. */
    public boolean isOne() {
        return data == split && split == init && init == order;
    }

    /** The seed; where there are several a number that stands for their combination alone. */
    public long number() {
        return isOne() ? data : FIRST_OF_SEVERAL
                + (Rng.of(0).split("seeds").split(data).split(split).split(init).split(order).key() >>> TOO_MANY_BITS);
    }

    /** The seeds by what they are of. */
    public Map<String, Long> byName() {
        Map<String, Long> seeds = new LinkedHashMap<>();
        seeds.put("data", data);
        seeds.put("split", split);
        seeds.put("init", init);
        seeds.put("order", order);
        return seeds;
    }

    /** Written out, for tables ask thousands of times, and the JDK spins classes for what a record has by itself. */
    @Override
    public boolean equals(Object other) {
        return other instanceof RunSeeds that && data == that.data && split == that.split && init == that.init
                && order == that.order;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(((data * 31 + split) * 31 + init) * 31 + order);
    }

    @Override
    public int compareTo(RunSeeds other) {
        int bySeed = Long.compare(data, other.data);
        bySeed = bySeed != 0 ? bySeed : Long.compare(split, other.split);
        bySeed = bySeed != 0 ? bySeed : Long.compare(init, other.init);
        return bySeed != 0 ? bySeed : Long.compare(order, other.order);
    }

    /** The seed as a text, or {@code data=0 split=1 init=2 order=0}. */
    @Override
    public String toString() {
        return isOne() ? Long.toString(data) : byName().entrySet().stream()
                .map(seed -> seed.getKey() + "=" + seed.getValue()).collect(Collectors.joining(" "));
    }
}
