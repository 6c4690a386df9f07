package gridrun.comparison;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How a race goes: when it is looked at, and how much of the level each look spends.
 *
 * @param first seed
 * @param min seeds before the first look
 * @param block seeds between two looks
 * @param max seeds at the last look
 * @param configurations that take part
 */
public record RaceTerms(long first, int min, int block, int max, int configurations) {

    /** How many seeds there are at each look. */
    public int[] looks() {
        int between = (max - min + block - 1) / block;
        return IntStream.rangeClosed(0, between).map(i -> (int) Math.min(max, min + (long) i * block)).toArray();
    }

    /** How many seeds there are at the first look after so many, or at the last. */
    int after(int seeds) {
        return IntStream.of(looks()).filter(look -> look > seeds).findFirst().orElse(max);
    }

    /**
     * The share of the level that the look at so many seeds spends: that of its new seeds in all, so that the whole is
     * spent at the last (the spending function α t of Kim and DeMets, 1987).
     */
    double share(int seeds) {
        int before = IntStream.of(looks()).filter(look -> look < seeds).max().orElse(0);
        return (after(seeds - 1) - before) / (double) max;
    }

    /**
     * The p of the paired test below which the look at so many seeds tells the worst of those that are left.
     *
     * @param level what the whole race spends
     * @param all configurations at the start
     * @param left configurations at the look
     */
    public double needed(double level, int seeds, int all, int left) {
        return 2 * level * share(seeds) / ((all - 1) * (double) left);
    }

    /** Whether a seed is among the first ones. */
    boolean isAmong(long seed, int seeds) {
        return seed >= first && seed - first < seeds;
    }

    /** As a text, to be kept. */
    String text() {
        return Stream.of(first, min, block, max, configurations).map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    /** It again from its text. */
    static RaceTerms parse(String text) {
        long[] numbers = Stream.of(text.split(" ")).mapToLong(Long::parseLong).toArray();
        int[] small = LongStream.of(numbers).skip(1).mapToInt(Math::toIntExact).toArray();
        return new RaceTerms(numbers[0], small[0], small[1], small[2], small[3]);
    }
}
