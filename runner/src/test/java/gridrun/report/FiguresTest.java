package gridrun.report;

import gridrun.statistics.Statistic;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({
        "0.01, 0.01", "100, 100", "0, 0", "-0.0, 0", "1e-5, 0.00001", "1e-6, 1e-6", "2.5e-7, 2.5e-7",
        "0.1, 0.1", "1e15, 1000000000000000", "1e16, 1e16", "1.5e300, 1.5e300", "-3.25, -3.25",
        "0.30000000000000004, 0.30000000000000004", "2e-3, 0.002", "1e23, 1e23", "NaN, nan", "-Infinity, -inf",
    })
    void exact_isWrittenAsPeopleDo(double value, String text) {
        assertEquals(text, Figures.exact(value));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Math.PI, 1 / 3d, Double.MIN_VALUE, Double.MAX_VALUE, 0.69314718055994529, 123456.789e-30})
    void exact_readBack_isTheSameNumber(double value) {
        assertEquals(value, Double.parseDouble(Figures.exact(value)));
    }

    @ParameterizedTest
    @CsvSource({"0, <1e-300", "1e-320, 1e-320", "0.04999, 0.05", "0.00123, 0.0012", "1, 1"})
    void p_isNeverZero(double p, String text) {
        assertEquals(text, Figures.p(p));
    }

    @ParameterizedTest
    @CsvSource({"0.04999, 0.05, 0.04999", "0.0496, 0.05, 0.0496", "0.0494, 0.05, 0.049", "0.05, 0.05, 0.05",
        "0.0504, 0.05, 0.05", "0.0099999, 0.01, 0.0099999", "0, 0.05, <1e-300", "1e-320, 0.05, 1e-320"})
    @DisplayName("a p below the level is not written as the level")
    void p_isOnItsSideOfTheLevel(double p, double level, String text) {
        assertEquals(text, Figures.p(p, level));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 0.5, 0.12345, 2 / 3d, 0.99995, 0.00004, 1e-12, 12.34565})
    void fixed_isWrittenAsTheFormatterDoes(double value) {
        assertEquals("%.4f".formatted(value), Figures.fixed(value, 4));
    }

    @Test
    @DisplayName("Decimals: the first digit of the smallest deviation, and two of the largest")
    void decimals_followFromTheDeviations() {
        assertEquals(4, Figures.decimals(List.of(new Statistic(5, 0.965, 0.0071))));
        assertEquals(3, Figures.decimals(List.of(new Statistic(5, 0.965, 0.071), new Statistic(5, 0.9, 0.0051))));
        assertEquals(0, Figures.decimals(List.of(new Statistic(5, 87, 30))));
        assertEquals(4, Figures.decimals(List.of(new Statistic(1, 0.965, Double.NaN))));
        assertEquals(2, Figures.decimals(List.of(new Statistic(1, 12.3, Double.NaN))));
        assertEquals(0, Figures.decimals(List.of(Statistic.of())));
    }

    @Test
    @DisplayName("Rounding is no deviation: neither of float32's last bit, nor of differences that are all alike")
    void decimals_ofRounding_areThoseOfTheRest() {
        assertEquals(4, Figures.decimals(List.of(new Statistic(6, 0.6583, 2.7e-8))));
        assertEquals(2, Figures.decimals(List.of(new Statistic(2, -0.05, 0.0707),
                new Statistic(2, -0.35, 0.212),
                new Statistic(2, -0.1, 1.4e-17), new Statistic(2, 0, 2e-17))));
    }

    @Test
    @DisplayName("equal values deviate by nothing, whatever their mean's last bit")
    void statistic_ofEqualValues_hasNoRoundingNoise() {
        double value = 0.9722222222222222;
        assertEquals(new Statistic(3, value, 0), Statistic.of(value, value, value));
        assertEquals(new Statistic(3, 0.1, 0), Statistic.of(0.1, 0.1, 0.1, Double.NaN));
        assertEquals(4, Figures.decimals(List.of(Statistic.of(value, value, value))));
        assertEquals(new Statistic(1, 2, Double.NaN), Statistic.of(2));
        assertEquals(0, Statistic.of().n());
        assertEquals(new Statistic(2, 2, Math.sqrt(2)), Statistic.of(1, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "0.96504, 0.0071, 4, 0.9650 ± 0.0071",
        "0.5,     NaN,    2, 0.50",
        "3e8,     1e8,    3, 3e8 ± 1e8",
        "0.00001, 0.1,    1, 1e-5 ± 0.1",
        "0.5,     0,      2, 0.50 ± 0.00",
        "2,       0.22,   0, 2 ± 0.2",
        "2.303,   9.1e-6, 3, 2.303 ± 9.1e-6",
        "0.658,   2.7e-8, 3, 0.658 ± 0.000",
    })
    void meanAndStd_haveTheSameDecimals(double mean, double std, int decimals, String text) {
        assertEquals(text, Figures.meanAndStd(new Statistic(2, mean, std), decimals));
    }
}
