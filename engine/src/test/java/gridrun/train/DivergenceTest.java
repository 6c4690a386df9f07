package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivergenceTest {

    @ParameterizedTest
    @DisplayName("The loss at the end counts beside the larger of the first and the constant answer's")
    @CsvSource({"1, 0.5, 10, false", "1, 0.5, 10.01, true", "0.5, 1, 10, false", "0.5, 1, 10.01, true",
        "0, 0.3, 0, false",
        "0, 0, 1e-9, true", "1, 1, 3.6e31, true", "1, 1, Infinity, true", "1, 1, NaN, true", "Infinity, 1, 5, false"})
    void at_theEnd_isBeyondTenTimesTheLarger(double first, double baseline, double last, boolean diverged) {
        Divergence divergence = new Divergence(() -> baseline);
        divergence.note(first);
        divergence.note(1e9);
        assertEquals(diverged, divergence.at(last));
    }

    @Test
    void theConstantAnswer_isNotAskedWhereTheFirstLossDecides() {
        Divergence divergence = new Divergence(() -> {
            throw new AssertionError("asked");
        });
        divergence.note(0.7);
        assertFalse(divergence.at(7));
    }
}
