package gridrun.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.bench.Measurements.Measurement;
import gridrun.report.Format;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

    private static final Measurements TWO = new Measurements(List.of(
            new Measurement("sgemm/512x512x512", 228.123456, "GFLOP/s", 0.8512),
            new Measurement("allocation/cnn", 0, "bytes a step", null)));

    @Test
    void table_alignsAndRounds() {
        assertEquals("""
                name               value  unit          of_ceiling
                sgemm/512x512x512  228.1  GFLOP/s            0.851
                allocation/cnn         0  bytes a step
                """, TWO.in(Format.TABLE, 80, false));
    }

    @Test
    void json_keepsAllDigits() {
        assertEquals("""
                [
                  {"name": "sgemm/512x512x512", "value": 228.123456, "unit": "GFLOP/s", "of_ceiling": 0.8512},
                  {"name": "allocation/cnn", "value": 0, "unit": "bytes a step", "of_ceiling": null}
                ]
                """, TWO.in(Format.JSON, 80, false));
    }
}
