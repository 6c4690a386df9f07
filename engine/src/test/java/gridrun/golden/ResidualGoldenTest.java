package gridrun.golden;

import gridrun.activation.ReLU;
import gridrun.activation.Tanh;
import gridrun.nn.Dense;
import gridrun.nn.Residual;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResidualGoldenTest {

    private static final Map<String, Residual> LAYERS = Map.of(
            "around_two_layers", new Residual(
                    List.of(new Dense(5, new Tanh(), null, true), new Dense(3, null, null, true)), null, null),
            "projected", new Residual(List.of(new Dense(5, new Tanh(), null, true)), new ReLU(), null));

    static Stream<Arguments> cases() {
        return Golden.cases("residual", LAYERS);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void trains_as_in_pytorch(String name, Residual layer, Golden golden, Precision precision) {
        Fit.check(golden, precision, layer::trace);
    }
}
