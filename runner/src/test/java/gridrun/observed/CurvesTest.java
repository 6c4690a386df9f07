package gridrun.observed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gridrun.observed.Curves.Series;
import java.util.LinkedHashMap;
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
    void lastEpoch_isThatOfAnyMetric() {
        assertEquals(3, losses(3, 1, Double.NaN).lastEpoch());
        assertEquals(0, new Curves(Map.of()).lastEpoch());
    }
}
