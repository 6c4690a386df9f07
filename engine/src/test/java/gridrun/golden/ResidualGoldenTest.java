package gridrun.golden;

import gridrun.activation.ReLU;
import gridrun.activation.Tanh;
import gridrun.nn.Conv2D;
import gridrun.nn.Dense;
import gridrun.nn.Extent;
import gridrun.nn.Padding;
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
            "projected", new Residual(List.of(new Dense(5, new Tanh(), null, true)), new ReLU(), null),
            "projected_with_strides", new Residual(List.of(new Conv2D(3, new Extent(2, 3), Extent.of(2), Padding.SAME,
                    Extent.of(1), 1, null, null, true, null, null)), new Tanh(), null));

    static Stream<Arguments> cases() {
        return Golden.cases("residual", LAYERS);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void trains_as_in_pytorch(String name, Residual layer, Golden golden, KernelPrecision precision) {
        Fit.check(golden, precision, layer::trace);
    }
}
