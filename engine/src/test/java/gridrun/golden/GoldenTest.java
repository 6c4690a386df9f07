package gridrun.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.activation.Tanh;
import gridrun.nn.Dense;
import gridrun.tensor.Shape;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The comparison itself: it sees what differs. */
class GoldenTest {

    private static final Golden PLAIN = Golden.read("dense").get("plain");

    @Test
    void tensors_are_read_with_their_shapes() {
        assertEquals(Shape.of(3, 4), PLAIN.shape("dense_1.W"));
        assertEquals(-0.78125, PLAIN.value("dense_1.W"));
        assertEquals(12, PLAIN.values("dense_1.W").length);
    }

    @ParameterizedTest
    @EnumSource(KernelPrecision.class)
    void another_layer_is_told(KernelPrecision precision) {
        Dense bent = new Dense(4, new Tanh(), null, true);
        assertTold("y differs by", () -> Fit.check(PLAIN, precision, bent::trace));
    }

    @ParameterizedTest
    @EnumSource(KernelPrecision.class)
    void a_difference_of_a_hundred_thousandth_is_told(KernelPrecision precision) {
        double[] losses = PLAIN.values("losses");
        precision.check(PLAIN, "losses", losses);
        losses[0] *= 1 + 2e-5;
        assertTold("losses differs by 1.", () -> precision.check(PLAIN, "losses", losses));
    }

    @Test
    void no_number_is_told() {
        double[] losses = PLAIN.values("losses");
        losses[7] = Double.NaN;
        assertTold("losses differs by NaN", () -> KernelPrecision.FLOAT32.check(PLAIN, "losses", losses));
    }

    @Test
    void a_case_without_a_test_is_told() {
        assertTold("dense.txt has the cases",
                () -> Golden.cases("dense", Map.of("plain", new Dense(4, null, null, true))));
    }

    private static void assertTold(String what, Runnable check) {
        AssertionError error = assertThrows(AssertionError.class, check::run);
        assertTrue(error.getMessage().contains(what), error::getMessage);
    }
}
