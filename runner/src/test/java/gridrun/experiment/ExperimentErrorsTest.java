package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExperimentErrorsTest {

    static final String VALID = """
            name: lr-sweep
            description: Convergence speed against stability.
            data: {type: moons, samples: 1000, noise: 0.2, validation: 0.2}
            model: {type: mlp, hidden: [64, 32], activation: relu, init: he_normal}
            train:
              optimizer: sgd
              learning_rate: 0.01
              batch_size: 32
              epochs: 200
              early_stopping: {monitor: val_loss, patience: 20, restore_best: true}
            sweep:
              parameters:
                learning_rate: [0.001, 0.01, 0.05, 0.1]
              metric: {name: val_accuracy, goal: maximize}
              seeds: 5
            smoke: {epochs: 2, data.samples: 200, seeds: 1}
            """;

    private static final String NONE = "0 errors, nothing was run.\n";

    private static String errors(String text, String... overrides) {
        Problems problems = new Problems();
        boolean empty = Experiment.parse("lr.yaml", text, List.of(overrides), false, problems).isEmpty();
        assertEquals(!problems.isEmpty(), empty);
        return problems.render();
    }

    @Test
    void read_severalErrors_allShownInTheOrderOfTheFileWithCarets() {
        String text = VALID.replace("activation: relu", "activation: rleu").replace("    learning_rate: [",
                "    learning_rat: [");
        assertEquals("""
                lr.yaml:4:50: model.activation: 'rleu' is not one of elu, gelu, leaky_relu, linear, relu, sigmoid, silu, softmax, softplus, tanh; did you mean 'relu'?
                    4 | model: {type: mlp, hidden: [64, 32], activation: rleu, init: he_normal}
                      |                                                  ^^^^
                lr.yaml:13:5: unknown parameter 'learning_rat'; did you mean 'learning_rate' (train.learning_rate)?
                   13 |     learning_rat: [0.001, 0.01, 0.05, 0.1]
                      |     ^^^^^^^^^^^^
                2 errors, nothing was run.
                """, errors(text));
    }

    @Test
    void read_severalValuesThatOneMapRefuses_allShown() {
        String told = errors("""
                name: bad
                data: {type: moons, samples: 1, noise: -1, validation: 2}
                model: {hidden: [4]}
                train: {epochs: 0, learning_rate: -1, batch_size: 0, l2: -2, optimizer: {type: adam, beta1: 2, beta2: -1}}
                sweep: {seeds: 0, confidence: 3}
                """);
        assertEquals(List.of("data.samples", "data.noise", "data.validation", "train.epochs", "train.learning_rate",
                "train.batch_size", "train.l2", "train.optimizer.beta1", "train.optimizer.beta2", "sweep.seeds",
                "sweep.confidence"),
                told.lines().filter(line -> line.startsWith("lr.yaml"))
                        .map(line -> line.split(": ")[1]).toList(),
                told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "type: associative_recall, symbols: 4, pairs: 0 | data.pairs",
        "type: blobs, classes: 1, samples: 5 | data.classes",
        "type: shapes, classes: 100, samples: 6 | data.classes",
        "type: blobs, classes: 0, test: 5 | data.classes"})
    void read_whatFollowsFromAWrongValueOfData_isNotShown(String data, String wrong) {
        String told = errors("name: x\ndata: {" + data + "}\nmodel: {hidden: [4]}\n");
        assertEquals(List.of(wrong), told.lines().filter(line -> line.startsWith("lr.yaml"))
                .map(line -> line.split(": ")[1]).toList(), told);
    }

    @Test
    void read_whatFollowsFromAWrongValue_isNotShown() {
        String told = errors(VALID.replace("optimizer: sgd",
                "optimizer: {type: sgd, momentum: -1, nesterov: true}"));
        assertTrue(told.contains("train.optimizer.momentum: -1 is not"), told);
        assertTrue(told.endsWith("1 error, nothing was run.\n"), told);
    }

    @Test
    void bootstrapOfFolds_isRefused() {
        String text = VALID.replace("validation: 0.2", "folds: 3").replace("seeds: 5\n", "seeds: 5\n  interval: t\n");
        assertEquals(NONE, errors(text));
        String told = errors(text.replace("interval: t", "interval: bootstrap"));
        assertTrue(told.startsWith("lr.yaml:16:13: sweep.interval: the bootstrap takes runs for independent, but "
                + "folds share most of what they are trained on; write t, which is corrected for that\n"), told);
    }

    @Test
    void testsThatTakeFoldsForIndependent_areRefused() {
        String text = VALID.replace("validation: 0.2", "folds: 3");
        for (String test : List.of("wilcoxon", "permutation")) {
            String own = text.replace("seeds: 5\n", "seeds: 5\n  paired_test: " + test + "\n");
            assertTrue(errors(own).contains(" takes pairs for independent, but folds share most of what they are "
                    + "trained on; write t, which is corrected for that\n"), errors(own));
            assertEquals(NONE, errors(own.replace("folds: 3", "validation: 0.2")));
        }
        assertTrue(errors(VALID.replace("seeds: 5\n", "seeds: 5\n  confidence: 95\n"))
                .contains("sweep.confidence: 95 is not a confidence"));
    }

    @Test
    void batchesOfOne_withBatchNormalizationOfFeatures_areRefused() {
        String text = """
                name: lone
                data: {type: moons, samples: 100}
                model:
                  layers: [{dense: 8}, batch_normalization]
                train:
                  epochs: 2
                  batch_size: 1
                """;
        String refusal = "train.batch_size: '1' leaves batch_normalization one number a feature, whose variance is 0;"
                + " write 2 or more\n";
        assertTrue(errors(text).startsWith("lr.yaml:7:15: " + refusal), () -> errors(text));
        assertTrue(errors(text.replace("batch_size: 1", "batch_size: 8"), "batch_size=8,1").contains(refusal));
        assertEquals(NONE, errors(text.replace(", batch_normalization", "")));
        assertEquals(NONE,
                errors(text.replace("{dense: 8}, batch", "{reshape: [2, 1]}, batch").replace("normalization]",
                        "normalization, flatten]")),
                "two steps of a sequence have a variance");
        assertTrue(errors(
                text.replace("samples: 100", "samples: 4, validation: 0.75").replace("batch_size: 1", "batch_size: 4"))
                .startsWith(
                        "lr.yaml:2:7: data: the training part has one example, of which batch_normalization has no "
                                + "variance"));
    }

    /** Such a network gives 1 for every example, and none of its weights has a gradient. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{type: moons, samples: 50} | mean_squared_error | write sigmoid",
        "{type: noisy_sine, samples: 50} |                    | write linear",
        "{type: noisy_sine, samples: 50} | huber              | write linear"})
    void softmaxOverOneOutput_isRefused(String data, String loss, String right) {
        String text = "name: one\ndata: %s\nmodel: {hidden: [4], output: softmax}\ntrain: {loss: %s}\n"
                .formatted(data, loss == null ? "null" : loss);
        String told = errors(text);
        assertTrue(told.startsWith("lr.yaml:3:30: the output softmax of one unit is 1 whatever the inputs are; "
                + right), told);
        assertEquals(NONE, errors(text.replace("output: softmax", "output: sigmoid")));
    }

    @Test
    void idsBeyondAnEmbedding_areFoundWhereTheDataAreKnown() {
        String text = """
                name: ids
                data: {type: associative_recall, samples: 64, pairs: 2, symbols: 4}
                model:
                  layers:
                    - residual: [{embedding: {input_dim: 19, output_dim: 4}}, flatten, {dense: 3}]
                """;
        assertTrue(errors(text)
                .startsWith("lr.yaml:5:5: model.layers: embedding: the input 19 is not a whole number from 0 up to 18,"
                        + " input_dim being 19\n"),
                () -> errors(text));
        assertEquals(NONE, errors(text.replace("19", "20")));
    }

    @ParameterizedTest
    @MethodSource("gridrun.experiment.Malformed#all")
    void read_oneError_namedAtItsPlace(Malformed file) {
        String shown = errors(file.text());
        assertTrue(shown.contains(file.message()), shown);
        assertTrue(shown.endsWith("1 error, nothing was run.\n"), shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        learning_rate=abc      | command line: train.learning_rate: expected a number, not 'abc'
        lr=3                   | command line: unknown parameter 'lr'; did you mean 'learning_rate' (train.learning_rate)?
        epochs                 | command line: an override is key=value, key=value,value or ~key
        hidden=[64             | command line: this '[' is not closed
        learning_rate=         | command line: there is no value; ~learning_rate would go back to the default
        tracking=              | command line: there is no value; ~tracking would go back to the default
        tracking=sqlite:///x   | command line: tracking: 'sqlite:///x' is not the address of an MLflow server, such as http
        tracking=''            | command line: tracking: '' is not the address of an MLflow server
        name=a,b               | command line: 'name' cannot vary, so it takes one value
        model.layers.0.dense.units=3 | command line: there is no model.layers.0.dense.units in this experiment
        hidden=64,32           | command line: hidden is itself a list
        ~nothing               | command line: unknown parameter 'nothing'
        """)
    void read_badOverride_namedWithTheArgument(String override, String expected) {
        String shown = errors(VALID, override);
        assertTrue(shown.contains(expected), shown);
        assertTrue(shown.contains("      | " + override + "\n"), shown);
    }

    @Test
    void read_settingThatFailsOnlyInACell_isNamedWithTheCell() {
        String text =
                VALID.replace("learning_rate: [0.001, 0.01, 0.05, 0.1]", "train.optimizer.nesterov: [true, false]");
        assertTrue(errors(text).contains("train.optimizer.nesterov: true is not possible without a momentum above 0"),
                errors(text));
    }

    @Test
    void read_axisOverTwoNamesOfOneThing_isASingleError() {
        assertEquals("""
                command line: 'learning_rate=0.001 init=xavier_uniform' and 'learning_rate=0.001 init=glorot_uniform' are the same configuration
                      | init=xavier_uniform,glorot_uniform
                      |                     ^^^^^^^^^^^^^^
                1 error, nothing was run.
                """, errors(VALID, "init=xavier_uniform,glorot_uniform"));
    }
}
