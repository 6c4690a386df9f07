package gridrun.init;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.init.Initializer.Fan;
import gridrun.random.Rng;
import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {

    private static final int IN = 300;
    private static final int OUT = 200;

    /** Each initializer with the variance that its paper asks for. */
    private static final Map<Initializer, Double> VARIANCES = Map.of(
            new Zeros(), 0.0,
            new Ones(), 0.0,
            new RandomNormal(0.05), 0.0025,
            new GlorotUniform(), 2.0 / (IN + OUT),
            new GlorotNormal(), 2.0 / (IN + OUT),
            new HeUniform(), 2.0 / IN,
            new HeNormal(), 2.0 / IN,
            new LecunUniform(), 1.0 / IN,
            new LecunNormal(), 1.0 / IN,
            new Orthogonal(1), 1.0 / IN);

    static Stream<Class<?>> permitted() {
        return Stream.of(Initializer.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("permitted")
    void fill_has_the_mean_and_the_variance_of_the_paper(Class<?> type) {
        Initializer initializer = VARIANCES.keySet().stream().filter(type::isInstance).findFirst().orElseThrow(
                () -> new AssertionError(type + " has no example here"));
        Tensor w = filled(initializer, IN, OUT, 1);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < w.size(); i++) {
            double difference = w.get(i) - (initializer instanceof Ones ? 1 : 0);
            sum += difference;
            squares += difference * difference;
        }
        double variance = VARIANCES.get(initializer);
        assertEquals(0, sum / w.size(), 4 * Math.sqrt(variance / w.size()));
        assertEquals(variance, squares / w.size(), 0.03 * variance);
    }

    @ParameterizedTest
    @MethodSource("permitted")
    void fill_is_a_function_of_the_stream(Class<?> type) {
        Initializer initializer = VARIANCES.keySet().stream().filter(type::isInstance).findFirst().orElseThrow();
        Tensor one = filled(initializer, 20, 30, 5);
        Tensor same = filled(initializer, 20, 30, 5);
        Tensor other = filled(initializer, 20, 30, 6);
        boolean differs = false;
        for (int i = 0; i < one.size(); i++) {
            assertEquals(one.get(i), same.get(i));
            differs |= one.get(i) != other.get(i);
        }
        assertEquals(VARIANCES.get(initializer) > 0, differs);
    }

    @Test
    void orthogonal_vectors_are_orthonormal_either_way() {
        for (int[] size : new int[][] {{40, 12}, {12, 40}, {17, 17}, {1, 5}}) {
            Tensor w = filled(new Orthogonal(1), size[0], size[1], 3);
            boolean wide = size[0] <= size[1];
            int count = Math.min(size[0], size[1]);
            for (int a = 0; a < count; a++) {
                for (int b = 0; b < count; b++) {
                    double dot = 0;
                    for (int i = 0; i < Math.max(size[0], size[1]); i++) {
                        dot += wide ? w.get(a * size[1] + i) * w.get(b * size[1] + i)
                                : w.get(i * size[1] + a) * w.get(i * size[1] + b);
                    }
                    assertEquals(a == b ? 1 : 0, dot, 1e-6);
                }
            }
        }
    }

    @Test
    void uniform_stays_within_its_limit() {
        Tensor w = filled(new GlorotUniform(), 100, 100, 1);
        double limit = Math.sqrt(6.0 / 200);
        double largest = 0;
        for (int i = 0; i < w.size(); i++) {
            largest = Math.max(largest, Math.abs(w.get(i)));
        }
        assertTrue(largest <= limit && largest > 0.99 * limit, () -> "limit " + limit);
    }

    private static Tensor filled(Initializer initializer, int in, int out, long seed) {
        Tensor w = Arena.ofFloats(in * out).cut(Shape.of(in, out));
        initializer.fill(w, Fan.of(w.shape()), Rng.of(seed));
        return w;
    }
}
