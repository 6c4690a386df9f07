package gridrun.kernel;

import gridrun.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoolingParityTest {

    private static final int[] CHANNELS = {1, 3, 8, 16, 17, 33};
    /** Batch, height, width, window, strides. */
    private static final int[][] GEOMETRIES = {
        {2, 4, 6, 2, 2, 2, 2}, {1, 1, 1, 1, 1, 1, 1}, {2, 7, 7, 2, 2, 2, 2}, {1, 7, 9, 3, 3, 2, 2},
        {1, 5, 6, 3, 2, 1, 1},
        {1, 9, 8, 2, 3, 3, 4}, {3, 1, 11, 1, 4, 1, 4}, {1, 7, 10, 3, 3, 3, 3}};

    record Example(int[] axes, boolean same, int channels) {

        private Window window(int axis) {
            return same ? Window.same(axes[1 + axis], axes[3 + axis], axes[5 + axis], 1)
                    : Window.valid(axes[1 + axis], axes[3 + axis], axes[5 + axis], 1);
        }

        Pooling pooling() {
            return new Pooling(axes[0], window(0), window(1), channels);
        }
    }

    static Stream<Example> examples() {
        List<Example> all = new ArrayList<>();
        for (int[] axes : GEOMETRIES) {
            for (int channels : CHANNELS) {
                all.add(new Example(axes, true, channels));
                all.add(new Example(axes, false, channels));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void poolings_areEqual(Example example) {
        Pooling g = example.pooling();
        Shape x = g.input(), y = g.output();
        for (KernelCase.Content content : List.of(Parity.NORMAL, Parity.ODD, rng -> rng.nextInt(3))) {
            Parity.check("max", content, (kernels, t) -> kernels.poolings().max(g, t[0], t[1], t[2]), x, y, y);
            Parity.check("maxGradient", content, (kernels, t) -> {
                kernels.poolings().max(g, t[0], t[1], t[2]);
                kernels.poolings().maxGradient(g, t[3], t[2], t[4]);
            }, x, y, y, y, x);
            Parity.check("average", content, (kernels, t) -> kernels.poolings().average(g, t[0], t[1]), x, y);
            Parity.check("averageGradient", content,
                    (kernels, t) -> kernels.poolings().averageGradient(g, t[0], t[1]), y, x);
        }
    }
}
