package gridrun.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.kernel.choice.KernelChoice;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions and poolings small enough to be done by hand. */
class ConvolutionTest {

    static Stream<Kernels> kernels() {
        return Stream.of(new ReferenceKernels(), new ScalarKernels(), KernelChoice.best().create());
    }

    private static Tensor tensor(Kernels kernels, double... values) {
        Tensor tensor = empty(kernels, values.length);
        for (int i = 0; i < values.length; i++) {
            tensor.set(i, values[i]);
        }
        return tensor;
    }

    private static Tensor empty(Kernels kernels, int size) {
        return kernels.allocate(size).cut(Shape.of(size));
    }

    private static void assertValues(Tensor tensor, double... expected) {
        double[] found = new double[tensor.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = tensor.get(i);
        }
        assertArrayEquals(expected, found);
    }

    @Test
    void window_same_padsAsTensorFlowDoes() {
        assertEquals(new Window(28, 3, 1, 1, 1, 28), Window.same(28, 3, 1, 1));
        assertEquals(new Window(28, 2, 1, 1, 0, 28), Window.same(28, 2, 1, 1), "one column, behind");
        assertEquals(new Window(5, 3, 2, 1, 1, 3), Window.same(5, 3, 2, 1));
        assertEquals(new Window(6, 3, 2, 1, 0, 3), Window.same(6, 3, 2, 1), "one column, behind");
        assertEquals(new Window(7, 3, 1, 2, 2, 7), Window.same(7, 3, 1, 2));
        assertEquals(new Window(7, 3, 2, 1, 0, 3), Window.valid(7, 3, 2, 1));
        assertEquals(new Window(7, 3, 1, 2, 0, 3), Window.valid(7, 3, 1, 2));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void convolution_ofOneImage(Kernels kernels) {
        Convolution g = new Convolution(1, Window.valid(3, 2, 1, 1), Window.valid(3, 2, 1, 1), 1, 1, 1);
        Tensor x = tensor(kernels, 1, 2, 3, 4, 5, 6, 7, 8, 9), w = tensor(kernels, 1, 10, 100, 1000);
        Tensor y = empty(kernels, 4), dw = empty(kernels, 4), dx = empty(kernels, 9);
        kernels.convolutions().forward(g, x, w, tensor(kernels, 0.5), y);
        assertValues(y, 5421.5, 6532.5, 8754.5, 9865.5);
        Tensor dy = tensor(kernels, 1, 0, 0, 2);
        kernels.convolutions().weightGradient(g, x, dy, dw, null);
        assertValues(dw, 1 + 2 * 5, 2 + 2 * 6, 4 + 2 * 8, 5 + 2 * 9);
        kernels.convolutions().inputGradient(g, dy, w, dx);
        assertValues(dx, 1, 10, 0, 100, 1002, 20, 0, 200, 2000);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void convolution_withStrideDilationAndPadding(Kernels kernels) {
        Convolution g = new Convolution(1, Window.whole(1), Window.same(5, 3, 2, 2), 1, 1, 1);
        assertEquals(2, g.x().before());
        Tensor x = tensor(kernels, 1, 2, 3, 4, 5), w = tensor(kernels, 1, 10, 100);
        Tensor y = empty(kernels, 3), dw = empty(kernels, 3), dx = empty(kernels, 5);
        kernels.convolutions().forward(g, x, w, null, y);
        assertValues(y, 310, 531, 53);
        Tensor dy = tensor(kernels, 1, 2, 3);
        kernels.convolutions().weightGradient(g, x, dy, dw, null);
        assertValues(dw, 2 * 1 + 3 * 3, 1 + 2 * 3 + 3 * 5, 3 + 2 * 5);
        kernels.convolutions().inputGradient(g, dy, w, dx);
        assertValues(dx, 10 + 2, 0, 100 + 20 + 3, 0, 200 + 30);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void convolution_ofGroups_readsItsOwnChannels(Kernels kernels) {
        Convolution g = new Convolution(1, Window.whole(1), Window.valid(2, 1, 1, 1), 2, 4, 2);
        Tensor x = tensor(kernels, 1, 2, 3, 4), w = tensor(kernels, 1, 10, 100, 1000);
        Tensor y = empty(kernels, 8), dx = empty(kernels, 4), dw = empty(kernels, 4);
        kernels.convolutions().forward(g, x, w, null, y);
        assertValues(y, 1, 10, 200, 2000, 3, 30, 400, 4000);
        kernels.convolutions().inputGradient(g, y, w, dx);
        assertValues(dx, 101, 2020000, 303, 4040000);
        kernels.convolutions().weightGradient(g, x, y, dw, null);
        assertValues(dw, 10, 100, 2000, 20000);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void padding_isZerosThatTakePart(Kernels kernels) {
        Convolution g = new Convolution(1, Window.whole(1), Window.same(2, 3, 1, 1), 1, 1, 1);
        Tensor y = empty(kernels, 2);
        kernels.convolutions().forward(g, tensor(kernels, 1, 1), tensor(kernels, Double.POSITIVE_INFINITY, 1, 1), null,
                y);
        assertValues(y, Double.NaN, Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void maxPooling_takesTheFirstOfEqualOnes(Kernels kernels) {
        Pooling g = new Pooling(1, Window.valid(2, 2, 2, 1), Window.valid(5, 2, 2, 1), 1);
        Tensor x = tensor(kernels, 1, 3, Double.NaN, 0, 9, 3, 2, 0, 7, 9), y = empty(kernels, 2),
                taps = empty(kernels, 2);
        kernels.poolings().max(g, x, y, taps);
        assertValues(y, 3, Double.NaN);
        assertValues(taps, 1, 0);
        Tensor dx = empty(kernels, 10);
        kernels.poolings().maxGradient(g, tensor(kernels, 5, 6), taps, dx);
        assertValues(dx, 0, 5, 6, 0, 0, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void maxPooling_ofOverlappingWindows_addsTheirGradients(Kernels kernels) {
        Pooling g = new Pooling(1, Window.whole(1), Window.same(3, 3, 1, 1), 1);
        Tensor x = tensor(kernels, -1, -2, -3), y = empty(kernels, 3), taps = empty(kernels, 3), dx = empty(kernels, 3);
        kernels.poolings().max(g, x, y, taps);
        assertValues(y, -1, -1, -2);
        kernels.poolings().maxGradient(g, tensor(kernels, 1, 10, 100), taps, dx);
        assertValues(dx, 11, 100, 0);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void averagePooling_leavesPaddingOutOfTheMean(Kernels kernels) {
        Pooling g = new Pooling(1, Window.whole(1), Window.same(3, 2, 2, 1), 2);
        Tensor y = empty(kernels, 4), dx = empty(kernels, 6);
        kernels.poolings().average(g, tensor(kernels, 1, 2, 3, 6, 5, 7), y);
        assertValues(y, 2, 4, 5, 7);
        kernels.poolings().averageGradient(g, tensor(kernels, 2, 4, 6, 8), dx);
        assertValues(dx, 1, 2, 1, 2, 6, 8);
    }
}
