package gridrun.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PowersTest {

    @Test
    void areWhatMultiplyingSaysWhereItIsExact() {
        assertEquals(1, Powers.of(0.9, 0));
        assertEquals(0.9, Powers.of(0.9, 1));
        for (int t = 1; t < 60; t++) {
            assertEquals(StrictMath.scalb(1.0, -t), Powers.of(0.5, t));
        }
    }

    @Test
    void areCloseToThoseOfTheLibraryForAnyDecay() {
        for (double decay : new double[] {0.9, 0.999, 0.96, 0.5, 0.9999}) {
            for (long t = 1; t < 2_000_000; t = t * 3 / 2 + 1) {
                double power = StrictMath.pow(decay, (double) t);
                assertEquals(power, Powers.of(decay, t), power * t * 0x1p-53 + Double.MIN_NORMAL, decay + "^" + t);
            }
        }
    }
}
