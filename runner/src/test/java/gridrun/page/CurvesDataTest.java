package gridrun.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvesDataTest {

    @ParameterizedTest
    @CsvSource({"0.1234567, 0.12346", "0.5, 0.5", "-2.000004, -2", "99999.6, 99999.6", "0.0000012345678, 0.0000012346",
        "0, 0", "NaN, null", "-Infinity, null", "1e-30, 1E-30", "123456789, 123456789"})
    void numbers_haveFiveDigits_orAllThatAreBeforeThePoint(double value, String json) {
        assertEquals(json, CurvesData.number(value));
    }
}
