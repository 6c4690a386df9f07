package gridrun.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.tensor.Arena;
import gridrun.tensor.Shape;
import gridrun.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistogramTest {

    private static double[] of(float... values) {
        double[] histogram = Histogram.room();
        Histogram.count(List.of(tensor(values)), histogram);
        return histogram;
    }

    private static Tensor tensor(float... values) {
        return Arena.view(values, Shape.of(values.length));
    }

    @Test
    void count_hasTheShareOfEachBin_theGreatestInTheLast() {
        double[] expected = new double[32];
        expected[0] = -15;
        expected[1] = 15;
        expected[2] = 0.25;
        expected[2 + 15] = 0.5;
        expected[2 + 29] = 0.25;
        assertArrayEquals(expected, of(-15, 0, 0.5f, 15));
        double[] parts = Histogram.room();
        Histogram.count(List.of(tensor(15, 0), tensor(0.5f, -15)), parts);
        assertArrayEquals(expected, parts, "in whatever tensors and order the values are");
    }

    @Test
    void count_ofEqualValues_isOneBin() {
        double[] histogram = of(3, 3, 3);
        assertEquals(3, histogram[0]);
        assertEquals(3, histogram[1]);
        assertEquals(1, histogram[2]);
        assertEquals(1, Arrays.stream(histogram).skip(2).sum());
    }

    @Test
    void count_whereTrainingDiverged_isNoNumber() {
        assertTrue(Arrays.stream(of(1, Float.NaN, 2)).allMatch(Double::isNaN));
        assertTrue(Arrays.stream(of(1, Float.POSITIVE_INFINITY)).allMatch(Double::isNaN));
    }

    @Test
    void report_namesEndsAndBins() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        Histogram.report("activation_histogram/dense_1", of(0, 30), metrics);
        assertEquals(32, metrics.size());
        assertEquals(List.of("activation_histogram/dense_1/low", "activation_histogram/dense_1/high",
                "activation_histogram/dense_1/1"), metrics.keySet().stream().limit(3).toList());
        assertEquals(30, metrics.get("activation_histogram/dense_1/high"));
        assertEquals(0.5, metrics.get("activation_histogram/dense_1/30"));
    }
}
