package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.kernel.choice.KernelChoice;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums of very large batches: a chain of a million numbers of one sign would lose a hundredth. */
class LongSumsTest {

    /** 37 columns are four vectors, one, and some left over, of whatever width. */
    private static final int COLUMNS = 37;

    private static final Kernels SCALAR = new ScalarKernels();
    private static final List<Kernels> KERNELS = List.of(SCALAR, KernelChoice.best().create(),
            KernelChoice.best().create(2));

    @AfterAll
    static void endThreads() {
        KERNELS.forEach(Kernels::close);
    }

    private static Tensor filled(Kernels kernels, Shape shape, double value) {
        Tensor tensor = kernels.allocate(shape.size()).cut(shape);
        tensor.fill(value);
        return tensor;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Reductions.BLOCK, Reductions.BLOCK + 1, 3_000_017})
    void sum_ofEqualNumbers_isTheirProduct(int size) {
        double value = (float) Math.log(2);
        double expected = SCALAR.reductions().sum(filled(SCALAR, Shape.of(size), value));
        assertEquals(value * size, expected, 2e-6 * value * size);
        KERNELS.forEach(kernels -> assertEquals(expected,
                kernels.reductions().sum(filled(kernels, Shape.of(size), value)), kernels.description()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, Reductions.ROWS, Reductions.ROWS + 1, 1_000_003})
    void columnSums_ofEqualNumbers_areTheirProduct(int rows) {
        double value = 0.5f / rows;
        double[] expected = columnSums(SCALAR, rows, (float) value);
        for (double sum : expected) {
            assertEquals(0.5, sum, 1e-3);
        }
        KERNELS.forEach(kernels -> assertArrayEquals(expected, columnSums(kernels, rows, (float) value),
                kernels.description()));
    }

    private static double[] columnSums(Kernels kernels, int rows, double value) {
        Tensor sums = filled(kernels, Shape.of(COLUMNS), 7);
        kernels.reductions().columnSums(filled(kernels, Shape.of(rows, COLUMNS), value), sums);
        return IntStream.range(0, COLUMNS).mapToDouble(sums::get).toArray();
    }
}
