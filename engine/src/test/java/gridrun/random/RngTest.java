package gridrun.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RngTest {

    private static final String PINNED =
            "57e1faba65107204 0.9557467261317436 1.052462856238756 0.8580364686560074";

    @Test
    void generator_is_splitMix64() {
        long published = 0xE220A8397B1DCDAFL;
        assertEquals((published >>> 11) * 0x1p-53, Rng.uniform(0, 0));
    }

    @Test
    void values_are_pinned() {
        Rng rng = Rng.of(42);
        assertEquals(PINNED, "%016x %s %s %s".formatted(rng.nextLong(), rng.nextUniform(), rng.nextGaussian(),
                Rng.of(42).split("init").split(3).nextUniform()));
    }

    @Test
    void uniform_by_index_is_the_stream() {
        Rng rng = Rng.of(7).split("dropout");
        for (int i = 0; i < 100; i++) {
            assertEquals(Rng.uniform(rng.key(), i), rng.nextUniform());
        }
    }

    @Test
    void purposes_and_indices_have_streams_of_their_own() {
        Rng rng = Rng.of(0);
        long[] first = {rng.split("data").nextLong(), rng.split("split").nextLong(), rng.split(0).nextLong(),
            rng.split(1).nextLong(), Rng.of(1).nextLong(), Rng.of(0).nextLong(), rng.split("").nextLong()};
        assertEquals(first.length, Arrays.stream(first).distinct().count());
    }

    @Test
    void splitting_does_not_advance_the_stream() {
        Rng split = Rng.of(5);
        split.split("data").nextLong();
        assertEquals(Rng.of(5).nextLong(), split.nextLong());
    }

    @Test
    void moments_are_those_of_the_distributions() {
        Rng rng = Rng.of(1);
        double[] gaussian = IntStream.range(0, 200_000).mapToDouble(i -> rng.nextGaussian()).toArray();
        assertEquals(0, Arrays.stream(gaussian).average().orElseThrow(), 0.01);
        assertEquals(1, Arrays.stream(gaussian).map(x -> x * x).average().orElseThrow(), 0.01);
        assertEquals(3, Arrays.stream(gaussian).map(x -> x * x * x * x).average().orElseThrow(), 0.1);
        double[] uniform = IntStream.range(0, 200_000).mapToDouble(i -> rng.nextUniform(-2, 4)).toArray();
        assertEquals(1, Arrays.stream(uniform).average().orElseThrow(), 0.02);
        assertTrue(Arrays.stream(uniform).allMatch(x -> x >= -2 && x < 4));
    }

    @Test
    void gaussian_byIndex_isWhatTheStreamGives() {
        Rng rng = Rng.of(3);
        for (int i = 0; i < 100; i++) {
            assertEquals(rng.nextGaussian(), Rng.gaussian(Rng.of(3).key(), i));
        }
    }

    @Test
    void nextInt_reaches_every_value_evenly() {
        Rng rng = Rng.of(9);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[rng.nextInt(7)]++;
        }
        for (int count : counts) {
            assertEquals(10_000, count, 400);
        }
    }

    @Test
    void shuffle_is_a_permutation_that_depends_on_the_key() {
        int[] one = IntStream.range(0, 100).toArray();
        int[] two = one.clone();
        Rng.of(1).split(1).shuffle(one);
        Rng.of(1).split(2).shuffle(two);
        assertNotEquals(Arrays.toString(one), Arrays.toString(two));
        assertEquals(4950, Arrays.stream(one).distinct().sum());
    }
}
