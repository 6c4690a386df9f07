package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {

    private static String line(int width, long current) {
        return new ProgressLine('#').text("lr-sweep", current, 100, Duration.ofSeconds(30), "4/8 runs",
                "learning_rate=0.05 seed=1", "val_accuracy 0.9650", width);
    }

    @Test
    void text_wide_showsRunAndMetric() {
        assertEquals("lr-sweep  50% |" + "#".repeat(20) + " ".repeat(20)
                + "| 4/8 runs  0:30 left  learning_rate=0.05 seed=1  val_accuracy 0.9650", line(200, 50));
    }

    @Test
    void text_of80Columns_showsTheMetricAndABarThatSaysSomething() {
        assertEquals("lr-sweep  50% |###########            | 4/8 runs  0:30 left  val_accuracy 0.9650", line(80, 50));
        assertTrue(line(80, 100).endsWith("#| 4/8 runs  in 0:30  val_accuracy 0.9650"), line(80, 100));
        assertTrue(line(80, 0).startsWith("lr-sweep   0% |     "), line(80, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 79, 80, 100, 120, 200})
    void text_neverExceedsTheWidth(int width) {
        for (long current = 0; current <= 100; current += 10) {
            assertTrue(line(width, current).length() <= width, line(width, current));
        }
    }
}
