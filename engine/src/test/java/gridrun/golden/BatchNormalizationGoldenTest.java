package gridrun.golden;

import gridrun.nn.BatchNormalization;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchNormalizationGoldenTest {

    private static final Map<String, BatchNormalization> LAYERS = Map.of(
            "rows", new BatchNormalization(0.9, 1e-5),
            "two_rows", new BatchNormalization(0.9, 0.5),
            "sequences", new BatchNormalization(0.9, 1e-5),
            "images", new BatchNormalization(0.9, 1e-5),
            "slow", new BatchNormalization(0.99, 1e-3));

    static Stream<Arguments> cases() {
        return Golden.cases("batch_normalization", LAYERS);
    }

    /** The running statistics and what evaluation makes of them are compared, too. */
    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void trains_as_in_pytorch(String name, BatchNormalization layer, Golden golden, KernelPrecision precision) {
        Fit.check(golden, precision, layer::trace);
    }
}
