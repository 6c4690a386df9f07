package gridrun.observed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.observed.Histograms.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistogramsTest {

    private static Map<String, Double> metrics(double low) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("loss", 1.0);
        metrics.put("gradient_norm/dense_1", 2.0);
        metrics.put("gradient_norm_over_time/gru_1/1", 3.0);
        for (String name : List.of("gradient_histogram/dense_1", "activation_histogram/output")) {
            metrics.put(name + "/low", low);
            metrics.put(name + "/high", 4.0);
            metrics.put(name + "/1", 0.25);
            metrics.put(name + "/2", 0.75);
        }
        return metrics;
    }

    @Test
    void at_takesTheHistogramsAlone() {
        List<Point> points = Histograms.at(7, metrics(2));
        assertEquals(2, points.size());
        Point first = points.get(0);
        assertEquals("7 gradient_histogram dense_1 2.0 4.0", "%d %s %s %s %s".formatted(first.epoch(),
                first.observation(), first.layer(), first.low(), first.high()));
        assertArrayEquals(new double[] {0.25, 0.75}, first.shares());
        assertEquals(3, first.edge(1));
        assertEquals("output", points.get(1).layer());
        assertEquals(1, GradientsOverTime.at(7, metrics(2)).size(), "bins are no time steps");
    }

    @Test
    void csv_isReadBackToTheBit_alsoWhereTrainingDiverged() {
        for (double low : new double[] {-1 / 3.0, Double.NaN}) {
            String csv = new Histograms(Histograms.at(1, metrics(low))).csv();
            assertTrue(csv.startsWith("epoch,observation,layer,low,high,bin1,bin2\n"), csv);
            assertEquals(csv, Histograms.parse(csv).csv());
            assertEquals(low, Histograms.parse(csv).points().get(0).low());
        }
        assertEquals(List.of(), Histograms.parse("").points());
    }
}
