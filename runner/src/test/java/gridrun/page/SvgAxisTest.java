package gridrun.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import gridrun.chart.Bounds;
import org.junit.jupiter.api.Test;

class SvgAxisTest {

    private static double[] ticks(double... values) {
        return SvgAxis.of(Bounds.of("val_accuracy"), values, 0, 100).ticks();
    }

    @Test
    void ends_areRound_andWithinWhatTheMetricCanBe() {
        assertArrayEquals(new double[] {0.9, 0.95, 1}, ticks(1, 1), 1e-12, "not up to 1.1");
        assertArrayEquals(new double[] {0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9}, ticks(0.51, 0.9), 1e-12);
    }

    @Test
    void withoutBounds_aConstantIsInTheMiddle() {
        SvgAxis axis = SvgAxis.of(new double[] {50}, 0, 100);
        assertArrayEquals(new double[] {44, 56}, new double[] {axis.low(), axis.high()}, 1e-9);
    }
}
