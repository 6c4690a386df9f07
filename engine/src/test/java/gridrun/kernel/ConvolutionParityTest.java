package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class ConvolutionParityTest {

    private static final int[] CHANNELS = {1, 3, 8, 16, 17};
    private static final int[] FILTERS = {1, 8, 10, 16, 33};
    /** Batch, height, width, kernel height and width, strides, dilations. */
    private static final int[][] GEOMETRIES = {
        {2, 5, 9, 3, 3, 1, 1, 1, 1}, {1, 1, 1, 1, 1, 1, 1, 1, 1}, {3, 4, 8, 1, 1, 1, 1, 1, 1},
        {2, 7, 10, 2, 2, 2, 2, 1, 1},
        {1, 11, 13, 5, 5, 1, 1, 1, 1}, {2, 9, 17, 3, 5, 2, 3, 1, 1}, {1, 9, 12, 3, 2, 1, 1, 2, 3},
        {2, 8, 15, 3, 3, 2, 3, 3, 2},
        {1, 1, 20, 1, 3, 1, 1, 1, 1}, {2, 5, 6, 2, 2, 4, 3, 1, 1}};

    static Stream<Convolution> geometries() {
        List<Convolution> all = new ArrayList<>();
        for (int[] g : GEOMETRIES) {
            for (int channels : CHANNELS) {
                int filters = FILTERS[(channels + all.size() / 2) % FILTERS.length];
                for (boolean same : new boolean[] {true, false}) {
                    all.add(new Convolution(g[0], window(same, g[1], g[3], g[5], g[7]),
                            window(same, g[2], g[4], g[6], g[8]),
                            channels, filters, 1));
                }
            }
        }
        for (int[] c : new int[][] {
            {1, 8, 1}, {1, 33, 1}, {8, 8, 1}, {8, 16, 1}, {3, 33, 1}, {16, 32, 1}, {6, 10, 2}, {8, 32, 2}, {5, 5, 5},
            {4, 64, 2}}) {
            all.add(new Convolution(2, window(true, 7, 3, 1, 1), window(true, 12, 3, 1, 1), c[0], c[1], c[2]));
            all.add(new Convolution(3, window(true, 6, 3, 2, 1), window(true, 19, 2, 2, 2), c[0], c[1], c[2]));
        }
        return all.stream();
    }

    private static Window window(boolean same, int size, int taps, int stride, int dilation) {
        return same ? Window.same(size, taps, stride, dilation) : Window.valid(size, taps, stride, dilation);
    }

    @Test
    void geometries_haveEveryNumberOfFilters() {
        for (int filters : FILTERS) {
            assertTrue(geometries().anyMatch(g -> g.filters() == filters), () -> filters + " filters");
        }
    }

    @ParameterizedTest
    @MethodSource("geometries")
    void convolutions_areEqual(Convolution g) {
        Shape b = Shape.of(g.filters());
        for (KernelCase.Content content : List.of(Parity.NORMAL, Parity.ODD)) {
            Parity.check("forward " + g, content,
                    (kernels, t) -> kernels.convolutions().forward(g, t[0], t[1], null, t[2]),
                    g.input(), g.weights(), g.output());
            Parity.check("forward with bias " + g, content,
                    (kernels, t) -> kernels.convolutions().forward(g, t[0], t[1], t[2], t[3]),
                    g.input(), g.weights(), b, g.output());
            Parity.check("weightGradient " + g, content,
                    (kernels, t) -> kernels.convolutions().weightGradient(g, t[0], t[1], t[2], null),
                    g.input(), g.output(), g.weights());
            Parity.check("weightGradient with bias " + g, content,
                    (kernels, t) -> kernels.convolutions().weightGradient(g, t[0], t[1], t[2], t[3]),
                    g.input(), g.output(), g.weights(), b);
            Parity.check("inputGradient " + g, content,
                    (kernels, t) -> kernels.convolutions().inputGradient(g, t[0], t[1], t[2]),
                    g.output(), g.weights(), g.input());
        }
    }
}
