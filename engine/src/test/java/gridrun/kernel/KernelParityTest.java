package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.kernel.choice.KernelChoice;
import gridrun.random.Rng;
import gridrun.tensor.Arena;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The kernels of this machine and the scalar loops leave the same bits in the whole arena")
@Tag("slow")
class KernelParityTest {

    private static final int[] SIZES = {1, 3, 7, 8, 15, 16, 17, 31, 33, 64, 100, 127, 129, 257};
    private static final float[] SPECIAL = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0, -0.0f, Float.MIN_VALUE, -Float.MIN_VALUE,
        Float.MIN_NORMAL / 3, 1e4f, -1e4f, Float.MAX_VALUE, -Float.MAX_VALUE, 88.5f, -88.5f, -103.9f, 0.625f, 1e-30f};

    private final Kernels fast = KernelChoice.best().create();
    private final Kernels scalar = new ScalarKernels();

    static Stream<KernelCase> cases() {
        return KernelCase.all().stream();
    }

    @Test
    void cases_ofAllMethods_areComplete() {
        Set<String> tested = Stream.concat(KernelCase.all().stream(), KernelCase.products(1).stream())
                .map(KernelCase::method).collect(Collectors.toCollection(TreeSet::new));
        Set<String> declared = Stream.of(Elements.class, Losses.class, Noises.class, Products.class,
                Reductions.class, Rows.class, Updates.class)
                .flatMap(type -> Arrays.stream(type.getMethods())).map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(declared, tested);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kernels_onSizesFromOne_areEqual(KernelCase kernelCase) {
        for (int n : SIZES) {
            for (int m : new int[] {1, 3, 16, 33}) {
                assertSame(kernelCase, m, n, 5 * m * n, rng -> rng.nextGaussian() * 2);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kernels_onPositiveNumbers_areEqual(KernelCase kernelCase) {
        for (int n : SIZES) {
            assertSame(kernelCase, 5, n, 25 * n, rng -> rng.nextUniform(0.001, 3));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void kernels_onSpecialValues_areEqual(KernelCase kernelCase) {
        for (int n : SIZES) {
            assertSame(kernelCase, 7, n, 35 * n,
                    rng -> rng.nextInt(3) > 0 ? rng.nextGaussian() : SPECIAL[rng.nextInt(SPECIAL.length)]);
        }
    }

    @ParameterizedTest
    @MethodSource("innerSizes")
    void products_onAwkwardSizes_areEqual(int k) {
        for (KernelCase product : KernelCase.products(k)) {
            for (int n : new int[] {1, 3, 10, 16, 17, 31, 32, 33, 65}) {
                for (int m : new int[] {1, 2, 4, 5, 7, 11, 12, 13, 23, 30, 149}) {
                    assertSame(product, m, n, m * k + k * n + 2 * m * n + n, Rng::nextGaussian);
                }
            }
        }
    }

    static int[] innerSizes() {
        return new int[] {1, 2, 13, 64, 255, 256, 720, 1024, 1025};
    }

    @Test
    void products_ofSeveralBlocks_areEqual() {
        int m = 397, k = 1031;
        for (KernelCase product : KernelCase.products(k)) {
            for (int n : new int[] {320, 1031, 1096}) {
                assertSame(product, m, n, m * k + k * n + 2 * m * n, rng -> rng.nextUniform(-1, 1));
            }
        }
    }

    @Test
    void products_ofSpecialValues_areEqual() {
        for (KernelCase product : KernelCase.products(3)) {
            for (int n : SIZES) {
                assertSame(product, 13, n, 60 * n + 60,
                        rng -> rng.nextInt(3) > 0 ? rng.nextGaussian() : SPECIAL[rng.nextInt(SPECIAL.length)]);
            }
        }
    }

    private void assertSame(KernelCase kernelCase, int m, int n, int size, KernelCase.Content content) {
        Object[] expected = new Object[1];
        Object[] actual = new Object[1];
        int room = size + 5 * n + m + 80;
        Arena after = kernelCase.run(scalar, m, n, room, content, expected);
        Arena found = kernelCase.run(fast, m, n, room, content, actual);
        assertEquals(expected[0], actual[0], () -> kernelCase + " " + m + " x " + n);
        assertArrayEquals(bits(after), bits(found), () -> kernelCase + " " + m + " x " + n);
    }

    /** The bits of the whole block, with one NaN for all. */
    static int[] bits(Arena arena) {
        float[] floats = arena.floats();
        int[] bits = new int[floats.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits(floats[i]);
        }
        return bits;
    }
}
