package gridrun.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.activation.ReLU;
import gridrun.component.Check;
import gridrun.graph.Graph;
import gridrun.init.HeNormal;
import gridrun.init.Initializer.Fan;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageLayersTest {

    private static final Shape IMAGE = Shape.of(28, 28, 6);

    private static Conv2D conv2d(int filters, int kernelSize, Padding padding, int dilation, int groups) {
        return new Conv2D(filters, Extent.of(kernelSize), Extent.of(1), padding, Extent.of(dilation), groups, null,
                null, true,
                null, null);
    }

    private static Conv1D conv1d(int kernelSize) {
        return new Conv1D(4, kernelSize, 1, Padding.VALID, 1, 1, null, null, true, null, null);
    }

    private static Residual residual(Layer inner) {
        return new Residual(List.of(inner), null, null);
    }

    static Stream<Arguments> impossible() {
        String padding = "; a smaller %s or padding: same would do";
        return Stream.of(
                Arguments.of(conv2d(8, 3, Padding.SAME, 1, 1), Shape.of(784),
                        "conv2d_1: [784] is no image, which is [height, width, channels]"),
                Arguments.of(conv2d(8, 5, Padding.VALID, 1, 1), Shape.of(3, 9, 1),
                        "conv2d_1: [3, 9, 1] is smaller than its window [5, 5]" + padding.formatted("kernel_size")),
                Arguments.of(conv2d(8, 3, Padding.VALID, 14, 1), IMAGE,
                        "conv2d_1: [28, 28, 6] is smaller than its window [29, 29]" + padding.formatted("kernel_size")),
                Arguments.of(conv2d(8, 3, Padding.SAME, 1, 4), IMAGE,
                        "conv2d_1: [28, 28, 6] has 6 channels for 8 filters, of which 4 groups do not divide both"),
                Arguments.of(conv1d(3), IMAGE, "conv1d_1: [28, 28, 6] is no sequence, which is [time, channels]"),
                Arguments.of(conv1d(10), Shape.of(9, 2),
                        "conv1d_1: [9, 2] is smaller than its window [10]" + padding.formatted("kernel_size")),
                Arguments.of(new MaxPooling2D(new Extent(2, 29), null, Padding.VALID), IMAGE,
                        "max_pooling2d_1: [28, 28, 6] is smaller than its window [2, 29]"
                                + padding.formatted("pool_size")),
                Arguments.of(new MaxPooling2D(Extent.of(2), null, Padding.VALID), Shape.of(7),
                        "max_pooling2d_1: [7] is no image, which is [height, width, channels]"),
                Arguments.of(new AveragePooling1D(3, null, Padding.VALID), Shape.of(2, 5),
                        "average_pooling1d_1: [2, 5] is smaller than its window [3]" + padding.formatted("pool_size")),
                Arguments.of(new GlobalAveragePooling(), Shape.of(7),
                        "global_average_pooling_1: [7] has nothing to average over; it takes images or sequences,"
                                + " [height, width, channels] or [time, channels]"),
                Arguments.of(residual(conv2d(8, 3, Padding.VALID, 1, 1)), IMAGE, "residual_1: [28, 28, 6]"
                        + " goes around layers that end in [26, 26, 8], which no strides of the shortcut leave; "
                        + "padding: same would do"),
                Arguments.of(residual(conv1d(3)), Shape.of(9, 2), "residual_1: [9, 2]"
                        + " goes around layers that end in [7, 4], which no strides of the shortcut leave; padding: "
                        + "same would do"),
                Arguments.of(residual(new Reshape(List.of(4, 6))), Shape.of(2, 12), "residual_1: [2, 12]"
                        + " goes around layers that end in [4, 6], which no strides of the shortcut leave; padding: "
                        + "same would do"),
                Arguments.of(residual(new Flatten()), IMAGE, "residual_1: [28, 28, 6]"
                        + " goes around layers that end in [4704]; no shortcut leads from one to the other"),
                Arguments.of(new Reshape(List.of(5, 5)), Shape.of(24),
                        "reshape_1: [24] of 24 numbers cannot be seen as [5, 5]"),
                Arguments.of(new Reshape(List.of(-1, 5)), Shape.of(24),
                        "reshape_1: [24] of 24 numbers cannot be seen as [-1, 5]"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void impossibleShape_isToldWithLayerAndBothShapes(Layer layer, Shape input, String message) {
        Architecture architecture = architecture(input, layer);
        assertEquals(message, assertThrows(Graph.ImpossibleShape.class, () -> architecture.trace(2)).getMessage());
    }

    private static Architecture architecture(Shape input, Layer... layers) {
        Sequential model = new Sequential(List.of(layers), new ReLU(), new HeNormal(), null);
        return Architecture.of(model, null, input, Task.classification(10));
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(conv2d(8, 3, Padding.SAME, 2, 2), IMAGE, Shape.of(28, 28, 8)),
                Arguments.of(conv2d(8, 3, Padding.VALID, 2, 1), IMAGE, Shape.of(24, 24, 8)),
                Arguments.of(conv1d(3), Shape.of(9, 2), Shape.of(7, 4)),
                Arguments.of(new MaxPooling2D(Extent.of(3), null, Padding.VALID), IMAGE, Shape.of(9, 9, 6)),
                Arguments.of(new MaxPooling2D(Extent.of(3), null, Padding.SAME), IMAGE, Shape.of(10, 10, 6)),
                Arguments.of(new AveragePooling2D(Extent.of(3), Extent.of(1), Padding.VALID), IMAGE,
                        Shape.of(26, 26, 6)),
                Arguments.of(new MaxPooling1D(3, 2, Padding.VALID), Shape.of(9, 2), Shape.of(4, 2)),
                Arguments.of(residual(new MaxPooling2D(new Extent(2, 4), null, Padding.VALID)), IMAGE,
                        Shape.of(14, 7, 6)),
                Arguments.of(residual(new MaxPooling2D(new Extent(5, 3), null, Padding.SAME)), IMAGE,
                        Shape.of(6, 10, 6)),
                Arguments.of(residual(new MaxPooling1D(2, null, Padding.SAME)), Shape.of(9, 2), Shape.of(5, 2)),
                Arguments.of(new GlobalAveragePooling(), IMAGE, Shape.of(6)),
                Arguments.of(new Reshape(List.of(7, -1, 2)), IMAGE, Shape.of(7, 336, 2)));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shape_ofTheResult(Layer layer, Shape input, Shape expected) {
        Graph graph = new Graph();
        assertEquals(expected, layer.trace(graph, graph.input(input.batched(3))).shape().example());
    }

    @Test
    void parameters_areShapedAsDocumented() {
        assertEquals(8 * 3 * 3 * 3 + 8 + 28 * 28 * 8 * 10 + 10,
                architecture(IMAGE, conv2d(8, 3, Padding.SAME, 1, 2), new Flatten()).parameterCount());
        assertEquals(3 * 2 * 4 + 4 + 7 * 4 * 10 + 10,
                architecture(Shape.of(9, 2), conv1d(3), new Flatten()).parameterCount());
        Conv2D halving =
                new Conv2D(8, Extent.of(3), Extent.of(2), Padding.SAME, Extent.of(1), 1, null, null, true, null, null);
        assertEquals(9 * 6 * 8 + 8 + 6 * 8 + 14 * 14 * 8 * 10 + 10,
                architecture(IMAGE, residual(halving), new Flatten()).parameterCount());
        assertEquals(new Fan(3 * 5 * 16, 3 * 5 * 32), Fan.of(Shape.of(3, 5, 16, 32)));
        assertEquals(new Fan(3 * 16, 3 * 32), Fan.of(Shape.of(3, 16, 32)));
    }

    @Test
    void flops_ofAConvolution() {
        long dense = 2L * 28 * 28 * 8 * 10;
        long forward = 2L * 28 * 28 * 8 * 9;
        long loss = architecture(Shape.of(1), new Flatten()).flopsPerExample() - 2 * 2 * 10;
        long bias = 28 * 28 * 8;
        assertEquals(2 * forward + bias + 3 * dense + loss,
                architecture(Shape.of(28, 28, 1),
                        conv2d(8, 3, Padding.SAME, 1, 1).inherit(new gridrun.activation.Linear(), null),
                        new Flatten()).flopsPerExample());
    }

    @ParameterizedTest
    @MethodSource("wrongShapes")
    void reshape_toWrongShape_isRefused(List<Integer> shape) {
        assertEquals("shape", assertThrows(Check.Invalid.class, () -> new Reshape(shape)).component());
    }

    static Stream<List<Integer>> wrongShapes() {
        return Stream.of(List.of(), List.of(0), List.of(-1, -1), List.of(3, -2));
    }

    @Test
    void extent_readsWhatItWrites() {
        for (Extent extent : List.of(Extent.of(3), new Extent(3, 5), new Extent(1, 32768))) {
            assertEquals(extent, Extent.parse(extent.toString()));
        }
        assertEquals(Extent.of(3), Extent.parse("[3, 3]"));
        assertEquals("3", Extent.parse("[3, 3]").toString());
        for (String wrong : List.of("0", "-1", "1.5", "[3]", "[3, 4, 5]", "[3, 0]", "three", "32769", "[]")) {
            assertThrows(IllegalArgumentException.class, () -> Extent.parse(wrong), wrong);
        }
    }
}
