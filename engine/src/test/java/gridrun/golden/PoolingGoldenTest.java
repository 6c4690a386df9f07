package gridrun.golden;

import static gridrun.nn.Padding.SAME;
import static gridrun.nn.Padding.VALID;

import gridrun.nn.AveragePooling1D;
import gridrun.nn.AveragePooling2D;
import gridrun.nn.Extent;
import gridrun.nn.GlobalAveragePooling;
import gridrun.nn.Layer;
import gridrun.nn.MaxPooling1D;
import gridrun.nn.MaxPooling2D;
import gridrun.nn.Padding;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PoolingGoldenTest {

    private static final Map<String, Layer> LAYERS = new HashMap<>();

    static {
        pooling2d("of_2", "2", null, VALID);
        pooling2d("of_2_leaves_a_rest", "2", "2", VALID);
        pooling2d("overlapping", "3", "2", VALID);
        pooling2d("overlapping_same", "3", "2", SAME);
        pooling2d("each_place_same", "3", "1", SAME);
        pooling2d("even_same", "2", "1", SAME);
        pooling2d("of_2_3", "[2, 3]", null, VALID);
        pooling2d("of_3_2_stride_1_2_same", "[3, 2]", "[1, 2]", SAME);
        pooling2d("gaps", "2", "3", SAME);
        pooling2d("whole_image", "[3, 4]", "1", VALID);
        pooling1d("of_2", 2, null, VALID);
        pooling1d("overlapping_same", 3, 2, SAME);
        LAYERS.put("global_average_of_images", new GlobalAveragePooling());
        LAYERS.put("global_average_of_sequences", new GlobalAveragePooling());
    }

    private static void pooling2d(String name, String size, String strides, Padding padding) {
        Extent every = strides == null ? null : Extent.parse(strides);
        LAYERS.put("max_2d_" + name, new MaxPooling2D(Extent.parse(size), every, padding));
        LAYERS.put("average_2d_" + name, new AveragePooling2D(Extent.parse(size), every, padding));
    }

    private static void pooling1d(String name, int size, Integer strides, Padding padding) {
        LAYERS.put("max_1d_" + name, new MaxPooling1D(size, strides, padding));
        LAYERS.put("average_1d_" + name, new AveragePooling1D(size, strides, padding));
    }

    static Stream<Arguments> cases() {
        return Golden.cases("pooling", LAYERS);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void pools_as_in_pytorch(String name, Layer layer, Golden golden, KernelPrecision precision) {
        Fit.check(golden, precision, layer::trace);
    }
}
