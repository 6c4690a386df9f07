package gridrun.comparison;

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

    /**
     * The share of the level that a look spends: that of its new seeds in all, so that the whole is spent at the last
     * (the spending function α t of Kim and DeMets, 1987).
     */
    double share(int look) {
        int[] looks = looks();
        return (look == 0 ? looks[0] : looks[look] - looks[look - 1]) / (double) max;
    }

    /** Whether a seed is among the first ones. */
    boolean isAmong(long seed, int seeds) {
        return seed >= first && seed - first < seeds;
    }

    /** As a text, to be kept. */
    String text() {
        return Stream.of(first, min, block, max, configurations).map(Object::toString).reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }

    /** It again from its text. */
    static RaceTerms parse(String text) {
        long[] numbers = Stream.of(text.split(" ")).mapToLong(Long::parseLong).toArray();
        int[] small = LongStream.of(numbers).skip(1).mapToInt(Math::toIntExact).toArray();
        return new RaceTerms(numbers[0], small[0], small[1], small[2], small[3]);
    }
}
