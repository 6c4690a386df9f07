package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.kernel.choice.KernelChoice;
import gridrun.kernel.vector.VectorKernels;
import gridrun.random.Rng;
import gridrun.tensor.Arena;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Any number of threads and the scalar loops leave the same bits in the whole arena")
@Tag("slow")
class TeamParityTest {

    private final Kernels scalar = new ScalarKernels();

    @BeforeEach
    void thereAreVectors() {
        assumeTrue(KernelChoice.best().reason() == null, "scalar loops stay on one thread");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void everyMethod_onSizesFromOne_isEqual(int threads) {
        try (Kernels team = new VectorKernels(threads, 0)) {
            for (KernelCase kernelCase : KernelCase.all()) {
                for (int n : new int[] {1, 3, 16, 17, 31, 33, 100, 257}) {
                    for (int m : new int[] {1, 3, 16, 33}) {
                        assertSame(team, kernelCase, m, n, 5 * m * n);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void products_onAwkwardSizes_areEqual(int threads) {
        try (Kernels team = new VectorKernels(threads, 0)) {
            for (int k : new int[] {1, 13, 257}) {
                for (KernelCase product : KernelCase.products(k)) {
                    for (int n : new int[] {1, 3, 10, 16, 17, 32, 33, 65, 131}) {
                        for (int m : new int[] {1, 2, 5, 11, 12, 13, 30, 149}) {
                            assertSame(team, product, m, n, m * k + k * n + 2 * m * n + n);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void products_ofSeveralBlocks_areEqual(int threads) {
        try (Kernels team = KernelChoice.best().create(threads)) {
            for (KernelCase product : KernelCase.products(259)) {
                assertSame(team, product, 677, 1031, 677 * 259 + 259 * 1031 + 2 * 677 * 1031);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void threads_ofClosedKernels_areGone(int threads) {
        Set<Thread> before = workers();
        Kernels team = new VectorKernels(threads, 0);
        assertSame(team, KernelCase.products(5).get(0), 60, 70, 10_000);
        Set<Thread> during = workers();
        during.removeAll(before);
        assertEquals(threads - 1, during.size());
        team.close();
        assertTrue(during.stream().noneMatch(Thread::isAlive));
    }

    private static Set<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("gridrun-worker"))
                .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
    }

    private void assertSame(Kernels team, KernelCase kernelCase, int m, int n, int size) {
        Object[] expected = new Object[1];
        Object[] actual = new Object[1];
        int room = size + 5 * n + m + 80;
        Arena after = kernelCase.run(scalar, m, n, room, Rng::nextGaussian, expected);
        Arena found = kernelCase.run(team, m, n, room, Rng::nextGaussian, actual);
        assertEquals(expected[0], actual[0], () -> kernelCase + " " + m + " x " + n);
        assertArrayEquals(KernelParityTest.bits(after), KernelParityTest.bits(found),
                () -> kernelCase + " " + m + " x " + n);
    }
}
