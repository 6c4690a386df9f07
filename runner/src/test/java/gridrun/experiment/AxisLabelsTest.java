package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Tree;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AxisLabelsTest {

    private static List<String> labels(String... values) {
        AxisLabels labels = new AxisLabels(
                Stream.of(values).<Tree>map(value -> Tree.Scalar.plain(value, Origin.DEFAULT)).toList());
        return Stream.of(values).map(labels::of).toList();
    }

    @Test
    void computedNumbers_haveThreeFigures() {
        assertEquals(List.of("0.0001", "0.000316", "0.001"), labels("0.0001", "0.000316227766017", "0.001"));
    }

    @Test
    void whatWasWritten_stays() {
        assertEquals(List.of("0.9995", "12345678", "[64, 32]", "relu"),
                labels("0.9995", "12345678", "[64, 32]", "relu"));
    }

    @Test
    void closeNumbers_stayApart() {
        assertEquals(List.of("0.12341", "0.12342"), labels("0.12341111111", "0.12342222222"));
    }

    @Test
    void rangeOfRates_isShortInNamesAndWholeInParams() {
        Problems problems = new Problems();
        RunSpec run = Experiment.parse("rates.yaml", """
                name: rates
                data: {type: moons, samples: 100}
                model: {hidden: [4]}
                sweep: {parameters: {learning_rate: {min: 0.0001, max: 0.001, log: true, count: 3}}}
                """, List.of(), false, problems).orElseThrow().runs().get(1);
        assertEquals("learning_rate=0.000316 seed=0", run.name());
        assertEquals("0.000316227766017", run.params().get("train.learning_rate"));
    }
}
