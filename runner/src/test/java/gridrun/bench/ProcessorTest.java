package gridrun.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gridrun.bench.Measurements.Measurement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        29 58 139  | computes 512 bits at a time
        59 118 118 | computes 256 bits at a time and splits operations of 512
        59 118 109 | computes 256 bits at a time and splits operations of 512
        30 30      | computes 128 bits at a time and splits operations of 256
        30 59      | computes 256 bits at a time
        30         |
        """)
    void kind_ofCeilings_isInWords(String ceilings, String expected) {
        List<Measurement> rows = new ArrayList<>(List.of(new Measurement("fma_ceiling", 139, "GFLOP/s", 1.0)));
        int bits = 128;
        for (String ceiling : ceilings.split(" ")) {
            rows.add(new Measurement("fma_ceiling/" + bits, Double.parseDouble(ceiling), "GFLOP/s", null));
            bits *= 2;
        }
        assertEquals(expected == null ? "" : expected, Processor.kind(rows));
    }

    @Test
    void model_isToldOrTheArchitecture() {
        assertFalse(Processor.model().isBlank());
    }
}
