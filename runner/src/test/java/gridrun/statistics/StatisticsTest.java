package gridrun.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.random.Rng;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatisticsTest {

    /** scipy.stats.t.interval(0.95, 4, loc=3, scale=sem([1, 2, 3, 4, 5])). */
    @Test
    void student_ofFiveValues_isScipys() {
        MeanInterval interval = MeanInterval.student(Statistic.of(1, 2, 3, 4, 5), 0.95).orElseThrow();
        assertEquals(1.036756838522439, interval.low(), 1e-12);
        assertEquals(4.963243161477561, interval.high(), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(MeanInterval.Method.class)
    void interval_ofFewOrEqualValues(MeanInterval.Method method) {
        assertEquals(Optional.empty(), MeanInterval.of(method, new double[] {1}, 0.95));
        assertEquals(Optional.empty(), MeanInterval.of(method, new double[] {1, Double.NaN}, 0.95));
        assertEquals(Optional.of(new MeanInterval(2, 2)), MeanInterval.of(method, new double[] {2, 2, 2}, 0.95));
    }

    @Test
    void bootstrap_isAFunctionOfTheValues() {
        double[] values = {0.97, 0.98, 0.975, 0.99, 0.96};
        MeanInterval first = MeanInterval.of(MeanInterval.Method.BOOTSTRAP, values, 0.95).orElseThrow();
        assertEquals(first, MeanInterval.of(MeanInterval.Method.BOOTSTRAP, values.clone(), 0.95).orElseThrow());
        assertTrue(first.low() > 0.96 && first.low() < 0.972 && first.high() > 0.977 && first.high() < 0.99,
                first.toString());
    }

    @ParameterizedTest
    @EnumSource(PairedTest.Choice.class)
    void p_ofNoDifference_isOne(PairedTest.Choice kind) {
        assertEquals(1, kind.test().p(0, 0, 0, 0, 0));
        assertEquals(1, kind.test().p());
    }

    @ParameterizedTest
    @EnumSource(PairedTest.Choice.class)
    @DisplayName("differences that are one and the same have no spread: their p is that of the signs alone")
    void p_ofConstantDifferences_isThatOfTheSigns(PairedTest.Choice kind) {
        assertEquals(2.0 / 32, kind.test().p(0.98 - 0.975, 0.99 - 0.985, 0.985 - 0.98, 0.97 - 0.965, 0.995 - 0.99),
                1e-15);
    }

    @Test
    void smallest_isReachedByDifferencesOfOneSign() {
        for (int n = 2; n <= 12; n++) {
            double[] ones = DoubleStream.iterate(1, value -> value + 1).limit(n).toArray();
            assertEquals(new Wilcoxon().smallest(n), new Wilcoxon().p(ones), 1e-15);
            assertEquals(new SignFlip().smallest(n), new SignFlip().p(ones), 1e-15);
        }
        assertEquals(6, new Wilcoxon().fewest(0.05));
        assertEquals(8, new SignFlip().fewest(0.05 / 4));
        assertEquals(0.125, new SignFlip().smallest(4));
        assertEquals(5, new SignFlip().fewest(0.125), "p must be below the level");
    }

    @Test
    @DisplayName("beyond 20 differences the permutation test is estimated, and close to the t-test of normal ones")
    void signFlip_ofManyDifferences_isClose() {
        Rng random = Rng.of(3);
        double[] differences = DoubleStream.generate(() -> random.nextGaussian() + 0.4).limit(30).toArray();
        double p = new SignFlip().p(differences);
        assertEquals(PairedT.INDEPENDENT.p(differences), p, 0.01);
        assertEquals(p, new SignFlip().p(differences));
    }

    @Test
    @DisplayName("overlapping training parts widen the test: Nadeau and Bengio's variance is (1/n + n_test/n_train) s²")
    void pairedT_ofOverlappingParts_isCorrected() {
        double[] differences = {0.01, 0.03, -0.01, 0.02, 0.015};
        Statistic sample = Statistic.of(differences);
        double uncorrected = PairedT.INDEPENDENT.p(differences);
        assertTrue(new PairedT(0.25).p(differences) > uncorrected);
        double scale = Math.sqrt(0.2 / 0.45);
        double[] narrowed = DoubleStream.of(differences)
                .map(value -> sample.mean() * scale + (value - sample.mean())).toArray();
        assertEquals(PairedT.INDEPENDENT.p(narrowed), new PairedT(0.25).p(differences), 1e-12);
    }

    @Test
    void holm_leavesOutWhatIsNoNumber() {
        assertArrayEquals(new double[] {0.03, Double.NaN, 0.06, 0.06}, Holm.adjusted(0.01, Double.NaN, 0.03, 0.04),
                1e-15);
    }

    @Test
    void power_ofNoEffect_needsNoNumberOfPairs() {
        assertEquals(OptionalInt.empty(), new Power(0, 0.05).pairs());
        assertEquals(OptionalInt.empty(), new Power(1e-3, 0.05).pairs());
        assertEquals(OptionalInt.of(2), new Power(1e3, 0.05).pairs());
    }
}
