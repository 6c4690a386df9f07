package gridrun.golden;

import static gridrun.nn.Padding.SAME;
import static gridrun.nn.Padding.VALID;

import gridrun.activation.ReLU;
import gridrun.nn.Conv1D;
import gridrun.nn.Conv2D;
import gridrun.nn.Extent;
import gridrun.nn.Layer;
import gridrun.nn.Padding;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionGoldenTest {

    private static final Map<String, Conv2D> IMAGES = Map.ofEntries(
            Map.entry("valid", conv2d(3, "3", VALID, "1", "1", 1)),
            Map.entry("same", conv2d(3, "3", SAME, "1", "1", 1)),
            Map.entry("same_even_kernel", conv2d(2, "[2, 4]", SAME, "1", "1", 1)),
            Map.entry("same_stride_2_even", conv2d(3, "3", SAME, "2", "1", 1)),
            Map.entry("same_stride_2_odd", conv2d(3, "3", SAME, "2", "1", 1)),
            Map.entry("same_stride_3", conv2d(3, "[5, 3]", SAME, "3", "1", 1)),
            Map.entry("same_kernel_larger_than_the_image", conv2d(3, "5", SAME, "1", "1", 1)),
            Map.entry("same_stride_larger_than_the_kernel", conv2d(3, "2", SAME, "3", "1", 1)),
            Map.entry("valid_stride_2_leaves_a_rest", conv2d(3, "3", VALID, "2", "1", 1)),
            Map.entry("valid_stride_1_2", conv2d(3, "[2, 3]", VALID, "[1, 2]", "1", 1)),
            Map.entry("valid_dilation_2", conv2d(2, "3", VALID, "1", "2", 1)),
            Map.entry("same_dilation_2", conv2d(2, "3", SAME, "1", "2", 1)),
            Map.entry("groups", conv2d(6, "3", SAME, "1", "1", 2)),
            Map.entry("groups_stride_2", conv2d(3, "2", VALID, "2", "1", 3)),
            Map.entry("depthwise", conv2d(3, "3", SAME, "1", "1", 3)),
            Map.entry("depthwise_twice", conv2d(6, "3", VALID, "1", "1", 3)),
            Map.entry("pointwise", conv2d(4, "1", VALID, "1", "1", 1)),
            Map.entry("pointwise_stride_2", conv2d(4, "1", VALID, "2", "1", 1)),
            Map.entry("whole_image", conv2d(4, "[3, 4]", VALID, "1", "1", 1)),
            Map.entry("no_bias",
                    new Conv2D(3, Extent.of(3), Extent.of(1), SAME, Extent.of(1), 1, null, null, false, null, null)),
            Map.entry("relu", new Conv2D(
                    3, Extent.of(3), Extent.of(1), SAME, Extent.of(1), 1, new ReLU(), null, true, null, null)),
            Map.entry("one_of_everything", conv2d(1, "1", VALID, "1", "1", 1)));

    private static final Map<String, Conv1D> SEQUENCES = Map.of(
            "valid", conv1d(4, 3, VALID, 1, 1, 1, true),
            "same", conv1d(4, 3, SAME, 1, 1, 1, true),
            "same_even_kernel", conv1d(3, 4, SAME, 1, 1, 1, true),
            "same_stride_2", conv1d(3, 3, SAME, 2, 1, 1, true),
            "valid_stride_3", conv1d(3, 2, VALID, 3, 1, 1, true),
            "same_dilation_3", conv1d(3, 3, SAME, 1, 3, 1, true),
            "groups", conv1d(6, 3, VALID, 1, 1, 2, true),
            "no_bias", conv1d(3, 2, VALID, 1, 1, 1, false));

    private static Conv2D conv2d(int filters, String kernel, Padding padding, String strides, String dilation,
            int groups) {
        return new Conv2D(filters, Extent.parse(kernel), Extent.parse(strides), padding, Extent.parse(dilation), groups,
                null, null, true, null, null);
    }

    private static Conv1D conv1d(int filters, int kernel, Padding padding, int strides, int dilation, int groups,
            boolean bias) {
        return new Conv1D(filters, kernel, strides, padding, dilation, groups, null, null, bias, null, null);
    }

    static Stream<Arguments> cases() {
        return Stream.concat(Golden.cases("conv2d", IMAGES), Golden.cases("conv1d", SEQUENCES));
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void trains_as_in_pytorch(String name, Layer layer, Golden golden, KernelPrecision precision) {
        Fit.check(golden, precision, layer::trace);
    }
}
