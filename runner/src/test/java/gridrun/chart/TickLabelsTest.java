package gridrun.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickLabelsTest {

    @ParameterizedTest
    @CsvSource({"0 0.5 1, 0 0.5 1", "0.001 0.01, 0.001 0.01", "5000 10000, 5000 10000",
        "1e7, 1e7", "3e-300, 3e-300", "0 80000 100000, 0 8e4 1e5", "5e-4 0.001 0.0015, 5e-4 1e-3 1.5e-3",
        "1e-5 0.001 0.1 10 1000 1e5, 1e-5 1e-3 0.1 10 1e3 1e5", "-200000 0 10000, -2e5 0 1e4"})
    void numbersOfAnAxis_areShort_andWrittenAlike(String ticks, String texts) {
        double[] all = Arrays.stream(ticks.split(" ")).mapToDouble(Double::parseDouble).toArray();
        TickLabels labels = TickLabels.of(all);
        assertEquals(texts, Arrays.stream(all).mapToObj(labels::of).collect(Collectors.joining(" ")));
    }
}
