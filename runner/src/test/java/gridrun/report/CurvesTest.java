package gridrun.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.report.Curves.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurvesTest {

    private static Curves losses(double... values) {
        int[] epochs = new int[values.length];
        for (int i = 0; i < epochs.length; i++) {
            epochs[i] = i + 1;
        }
        return new Curves(Map.of("loss", new Series(epochs, values)));
    }

    @Test
    void csv_hasALineAnEpochAndBlanksWhereNothingIs() {
        Map<String, Series> metrics = new LinkedHashMap<>();
        metrics.put("loss", new Series(new int[] {1, 2, 3}, new double[] {0.5, 0.1 + 0.2, Double.NaN}));
        metrics.put("val_loss", new Series(new int[] {1, 3}, new double[] {1, 1e-7}));
        assertEquals("epoch,loss,val_loss\n1,0.5,1\n2,0.30000000000000004,\n3,nan,1e-7\n", new Curves(metrics).csv());
    }

    @Test
    void series_ofUnequalLengths_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Series(new int[1], new double[2]));
    }

    @Test
    void meanCurve_endsWhereFewerThanHalfGoOn() {
        MeanCurve mean = MeanCurve.of("loss", List.of(losses(1, 2, 3, 4, 5), losses(3, 4, 5), losses(5)));
        assertArrayEquals(new double[] {1, 2, 3}, mean.x());
        assertArrayEquals(new double[] {3, 3, 4}, mean.mean());
        assertArrayEquals(new double[] {2, Math.sqrt(2), Math.sqrt(2)}, mean.std(), 1e-12);
    }

    @Test
    void meanCurve_leavesOutWhatIsNoNumber() {
        MeanCurve mean = MeanCurve.of("loss", List.of(losses(1, Double.NaN), losses(3, 8)));
        assertArrayEquals(new double[] {2, 8}, mean.mean());
        assertArrayEquals(new double[] {Math.sqrt(2), 0}, mean.std(), 1e-12);
        assertEquals(true, MeanCurve.of("absent", List.of(losses(1))).isEmpty());
    }
}
