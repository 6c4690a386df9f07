package gridrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeanIntervalTest {

    /** scipy.stats.t.interval(0.95, 4, loc=3, scale=sem([1, 2, 3, 4, 5])). */
    @Test
    void of_fiveValues_isStudents() {
        MeanInterval interval = MeanInterval.of(Statistic.of(1, 2, 3, 4, 5)).orElseThrow();
        assertEquals(1.036756838522439, interval.low(), 1e-12);
        assertEquals(4.963243161477561, interval.high(), 1e-12);
    }

    @Test
    void of_oneValue_isNone() {
        assertEquals(Optional.empty(), MeanInterval.of(Statistic.of(1)));
        assertEquals(Optional.empty(), MeanInterval.of(Statistic.of()));
    }

    @Test
    void of_equalValues_isThatValue() {
        assertEquals(new MeanInterval(2, 2), MeanInterval.of(Statistic.of(2, 2)).orElseThrow());
    }
}
