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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        lstm: 600000000                                     | lstm_1: 4 times 600000000 are more than one array can
        gru: 800000000                                      | gru_1: 3 times 800000000 are more than one array can hold
        bidirectional: {layer: {gru: 800000000}}            | forward_gru_1: 3 times 800000000 are more than
        multi_head_attention: {num_heads: 65536, key_dim: 65536} | multi_head_attention_1: 65536 times 65536 are more
        multi_head_attention: {num_heads: 1, key_dim: 800000000} | multi_head_attention_1: 3 times 800000000 are more
        """)
    void productsOfSizes_areToldAsTheyAre(String layer, String told) {
        assertTrue(read("type: moons", "layers: [reshape: [2, 1], %s, flatten]".formatted(layer), "1").isEmpty());
        assertTrue(problems.render().startsWith("t.yaml:3:8: model: " + told), problems::render);
    }

    @ParameterizedTest
    @CsvSource({"conv1d, kernel_size", "conv1d, strides", "conv1d, dilation", "max_pooling1d, pool_size",
        "max_pooling1d, strides", "average_pooling1d, pool_size", "average_pooling1d, strides"})
    void sizesAlongASequence_haveABound(String layer, String setting) {
        String others = layer.equals("conv1d") ? "filters: 1, " : "";
        assertTrue(read("type: moons", "layers: [reshape: [2, 1], %s: {%s%s: 32769}, flatten]"
                .formatted(layer, others, setting), "1").isEmpty());
        assertTrue(problems.render().contains(setting + ": 32769 is not a whole number from 1 to 32,768"),
                problems::render);
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
