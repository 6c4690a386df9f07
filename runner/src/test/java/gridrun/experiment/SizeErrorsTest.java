package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.plan.Costs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one array cannot hold is told while the file is read, of the setting that is to blame. */
class SizeErrorsTest {

    private static final String FILE = """
            name: large
            data: {%s}
            model: {%s}
            train: {batch_size: %s}
            """;

    private final Problems problems = new Problems();

    private List<Experiment> read(String data, String model, String batch, String... overrides) {
        return Experiment.parse("t.yaml", FILE.formatted(data, model, batch), List.of(overrides), false, problems)
                .stream().toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        moons, samples: 10000000 | hidden: [64, 64]  | full | 4:21: train.batch_size: training on 8,000,000 examples at
        moons                | hidden: [200000000]   | 32   | 4:21: train.batch_size: training on 32 examples at a time:
        moons                | hidden: [300000000]   | 1    | 3:8: model: evaluating 256 examples at a time: dense_1: [
        moons, validation: 0 | hidden: [8000000]     | 1    | 3:8: model: evaluating 256 examples at a time: 4,096,
        shapes, size: 256    | layers: [conv2d: 64, conv2d: 64, flatten] | 1 | 3:8: model: evaluating 200 examples at a
        shapes               | hidden: [40000, 40000, 40000] | 1 | 3:8: model: the parameters: 3,2
        """)
    void numbersThatNoArrayHolds_areRefused(String data, String model, String batch, String told) {
        assertTrue(read("type: " + data, model, batch).isEmpty());
        assertTrue(problems.render().startsWith("t.yaml:" + told), problems::render);
    }

    @Test
    void batchOfASweep_isRefusedWhereItStands() {
        assertTrue(read("type: moons, samples: 10000000", "hidden: [64, 64]", "8", "batch_size=32,full").isEmpty());
        assertTrue(problems.render().startsWith("command line: train.batch_size: training on 8,000,000 examples at a "
                + "time: 3,128,000,000 numbers are more than one array can hold; a smaller batch_size takes less\n"),
                problems::render);
    }

    @Test
    void networkWhoseFewExamplesFit_hasItsCosts() {
        List<Experiment> read = read("type: shapes, size: 256, samples: 20",
                "layers: [conv2d: {filters: 2048, kernel_size: 1}, global_average_pooling]", "1");
        assertEquals(0, problems.count(), problems::render);
        assertEquals(1, Costs.of(read.get(0)).all().size());
    }
}
