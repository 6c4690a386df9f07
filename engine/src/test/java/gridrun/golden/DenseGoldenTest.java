package gridrun.golden;

import gridrun.activation.Sigmoid;
import gridrun.activation.Softmax;
import gridrun.activation.Tanh;
import gridrun.nn.Dense;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DenseGoldenTest {

    private static final Map<String, Dense> LAYERS = Map.of(
            "plain", new Dense(4, null, null, true),
            "no_bias", new Dense(4, null, null, false),
            "one_by_one", new Dense(1, null, null, true),
            "wide", new Dense(19, null, null, true),
            "tanh", new Dense(3, new Tanh(), null, true),
            "softmax", new Dense(3, new Softmax(), null, true),
            "on_sequences", new Dense(5, new Sigmoid(), null, true));

    static Stream<Arguments> cases() {
        return Golden.cases("dense", LAYERS);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void trains_as_in_pytorch(String name, Dense layer, Golden golden, KernelPrecision precision) {
        Fit.check(golden, precision, layer::trace);
    }
}
