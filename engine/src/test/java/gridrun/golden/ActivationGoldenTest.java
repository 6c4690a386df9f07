package gridrun.golden;

import gridrun.activation.Activation;
import gridrun.activation.ELU;
import gridrun.activation.GELU;
import gridrun.activation.LeakyReLU;
import gridrun.activation.Linear;
import gridrun.activation.ReLU;
import gridrun.activation.SiLU;
import gridrun.activation.Sigmoid;
import gridrun.activation.Softmax;
import gridrun.activation.Softplus;
import gridrun.activation.Tanh;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationGoldenTest {

    private static final Map<String, Activation> ACTIVATIONS = Map.ofEntries(
            Map.entry("elu", new ELU(1)),
            Map.entry("elu_half", new ELU(0.5)),
            Map.entry("gelu", new GELU()),
            Map.entry("leaky_relu", new LeakyReLU(0.01)),
            Map.entry("leaky_relu_steep", new LeakyReLU(0.3)),
            Map.entry("linear", new Linear()),
            Map.entry("relu", new ReLU()),
            Map.entry("sigmoid", new Sigmoid()),
            Map.entry("silu", new SiLU()),
            Map.entry("softmax", new Softmax()),
            Map.entry("softplus", new Softplus()),
            Map.entry("tanh", new Tanh()));

    @Test
    void every_activation_has_a_case() {
        Coverage.assertComplete(Activation.class, ACTIVATIONS.values());
    }

    static Stream<Arguments> cases() {
        return Golden.cases("activation", ACTIVATIONS);
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource("cases")
    void bends_as_in_pytorch(String name, Activation activation, Golden golden, KernelPrecision precision) {
        Fit.check(golden, precision, activation::trace);
    }
}
