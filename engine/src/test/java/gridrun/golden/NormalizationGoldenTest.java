package gridrun.golden;

import gridrun.nn.Layer;
import gridrun.nn.LayerNormalization;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NormalizationGoldenTest {

    private static final Map<String, LayerNormalization> BY_EXAMPLE = Map.of(
            "rows", new LayerNormalization(1e-5),
            "sequences", new LayerNormalization(1e-5),
            "images", new LayerNormalization(1e-5),
            "wide", new LayerNormalization(1e-5),
            "epsilon", new LayerNormalization(0.5));

    static Stream<Arguments> cases() {
        return Golden.cases("layer_normalization", BY_EXAMPLE);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void trains_as_in_pytorch(String name, Layer layer, Golden golden, KernelPrecision precision) {
        Fit.check(golden, precision, layer::trace);
    }
}
