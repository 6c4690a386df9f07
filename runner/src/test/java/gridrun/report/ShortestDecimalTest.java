package gridrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestDecimalTest {

    private static final int NUMBERS = 100_000;

    static Stream<DoubleUnaryOperator> manyNumbers() {
        SplittableRandom random = new SplittableRandom(1);
        return Stream.of(
                u -> u,
                u -> (float) u,
                u -> Math.round(u * 10_000) / 10_000.0,
                u -> -u * 1e6,
                u -> Math.pow(10, 60 * u - 30),
                u -> 1 - u * 1e-13,
                u -> Math.scalb(1.0, (int) (200 * u) - 100),
                u -> Math.nextDown(Math.pow(10, (int) (30 * u) - 15)),
                u -> Math.nextUp(Math.pow(10, (int) (30 * u) - 15)),
                u -> Double.longBitsToDouble(random.nextLong()));
    }

    @ParameterizedTest
    @MethodSource("manyNumbers")
    void isTheNumberThatExactArithmeticFinds(DoubleUnaryOperator of) {
        SplittableRandom random = new SplittableRandom(7);
        int compared = 0;
        for (int i = 0; i < NUMBERS; i++) {
            double value = of.applyAsDouble(random.nextDouble());
            if (Double.isFinite(value) && value != 0) {
                assertEquals(0, ShortestDecimal.exactly(value).compareTo(ShortestDecimal.of(value)), () -> "" + value);
                compared++;
            }
        }
        assertTrue(compared > NUMBERS / 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 10, 0.30000000000000004, Double.MIN_VALUE, Double.MAX_VALUE, 5e-324, 1e23,
        9007199254740993.0, 0.9999999999999999, 1e-5, 123456789012345680.0})
    void readsBackAsTheSameDouble(double value) {
        assertEquals(value, ShortestDecimal.of(value).doubleValue());
    }

    @Test
    void hasNoMoreDigitsThanItNeeds() {
        assertEquals("0.3", ShortestDecimal.of(0.3).stripTrailingZeros().toPlainString());
        assertEquals("0.6931471824645996", ShortestDecimal.of(0.6931471824645996).stripTrailingZeros().toPlainString());
    }
}
