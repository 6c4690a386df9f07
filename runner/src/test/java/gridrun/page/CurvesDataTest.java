package gridrun.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.metric.Goal;
import gridrun.observed.Curves;
import gridrun.observed.Curves.Series;
import gridrun.report.Compared;
import gridrun.report.Objective;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurvesDataTest {

    @ParameterizedTest
    @CsvSource({"0.1234567, 0.12346", "0.5, 0.5", "-2.000004, -2", "99999.6, 99999.6", "0.0000012345678, 0.0000012346",
        "0, 0", "NaN, null", "-Infinity, null", "1e-30, 1E-30", "123456789, 123456789"})
    void numbers_haveFiveDigits_orAllThatAreBeforeThePoint(double value, String json) {
        assertEquals(json, CurvesData.number(value));
    }

    @Test
    void configurationsThatDiverged_areMarked_sinceOthersSetTheAxis() {
        String json = CurvesData.of(new Objective("val_loss", Goal.MINIMIZE), List.of(
                configuration("sound", false, 0.5, 0.25), configuration("ended", false, 4, Double.NaN),
                configuration("diverged", true, 1e9, 1e12)));
        assertEquals(List.of("false", "true", "true"), Pattern.compile("\"diverged\": (\\w+)").matcher(json).results()
                .map(found -> found.group(1)).toList());
    }

    private static Compared<Curves> configuration(String name, boolean diverged, double... losses) {
        return new Compared<>(name, Map.of("rate", name), null, diverged, null,
                List.of(new Curves(Map.of("val_loss", new Series(new int[] {1, 2}, losses)))));
    }
}
