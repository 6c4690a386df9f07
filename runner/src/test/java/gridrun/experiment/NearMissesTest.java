package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is nearly right, and what is said of it: one error, with what is right. */
class NearMissesTest {

    private static final String FILE = """
            name: t
            data: {type: moons, samples: 60}
            model: {hidden: [4]}
            """;

    private static String errors(String text, String... overrides) {
        Problems problems = new Problems();
        assertTrue(Experiment.parse("t.yaml", text, List.of(overrides), false, problems).isEmpty());
        return problems.render();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        seeds: 5                                | unknown key 'seeds'; it belongs under sweep (sweep.seeds)
        sweep: {parameters: {lr: [1, 2]}}       | unknown parameter 'lr'; did you mean 'learning_rate'
        sweep: {cases: {a: {lr: 0.1}, b: }}     | unknown parameter 'lr'; did you mean 'learning_rate'
        sweep: {parameters: {units: [4, 5]}}    | it is written as model.layers.0.dense.units
        sweep: {metric: {name: test_accuracy}}  | these data have no test part, which data.test: 0.2 holds out\n
        train: {early_stopping: {monitor: val_f1}} | did you mean 'val_macro_f1'?
        train: {metrics: [acc]}                 | did you mean 'accuracy'?
        sweep: {parameters: {learning_rate: [0.1, 0.3]}, exclude: [{learning_rate: 0.2}]} | it is 0.1, 0.3\n
        train: {__: 2}                          | unknown key '__' in train; there are optimizer
        sweep: {seeds: {splits: 3}}             | unknown key 'splits' in sweep.seeds; did you mean 'split'?
        train: {optimizer: {sgd: 0.9, nesterov: true}} | write {sgd: {momentum: 0.9, nesterov: true}}
        """)
    void line_isToldWhatIsRight(String line, String message) {
        String told = errors(FILE + line + "\n");
        assertTrue(told.contains(message.replace("\\n", "\n")), told);
        assertTrue(told.endsWith("1 error, nothing was run.\n"), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {dense: 4, activation: relu}               | write {dense: {units: 4, activation: relu}}
        {activation: relu, dense: 4}               | write {dense: {units: 4, activation: relu}}
        {lstm: {units: 3}, return_sequences: true} | write {lstm: {units: 3, return_sequences: true}}
        {dense: 4, strides: 2}                     | 'type' is missing, one of activation
        """)
    void layersSettingsBesideIt_areShownWithinIt(String layer, String message) {
        String told = errors(FILE.replace("hidden: [4]", "layers: [" + layer + "]"));
        assertTrue(told.contains("t.yaml:3:18: model.layers.0: ") && told.contains(message), told);
    }

    /** What follows from a key that there is not, is not told: that the one which was meant is missing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {dense: {unit: 4}}             | unknown key 'unit' in model.layers.0.dense (dense); did you mean 'units'?
        {bidirectional: {dense: 4}}    | unknown key 'dense' in model.layers.0.bidirectional
        {dense: {unit: 4, bias: true}} | unknown key 'unit' in model.layers.0.dense (dense); did you mean 'units'?
        {dense: {bias: true}}          | 'units' is missing
        """)
    void misspeltKey_isNotToldToBeMissingToo(String layer, String message) {
        String told = errors(FILE.replace("hidden: [4]", "layers: [" + layer + "]"));
        assertTrue(told.contains(message), told);
        assertTrue(told.endsWith("1 error, nothing was run.\n"), told);
        assertTrue(errors(FILE.replace("name:", "Name:")).endsWith("1 error, nothing was run.\n"));
    }

    @ParameterizedTest
    @DisplayName("Lines of a map or a list that YAML takes for a text or a key are told as that where one is wanted")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        train:\\n  epochs:2          | 5:3: 'epochs:2' is one word to YAML, which wants a blank behind the colon
        train:\\n  epochs:_2         | 5:3: behind the colon stands the character U+00A0
        train:\\n  -epochs: 2        | 5:3: an item of a list has a blank behind its dash: '- epochs'
        train:\\n  optimizer:\\n    type:sgd  | 6:5: train.optimizer: 'type:sgd' is one word to YAML
        train:\\n  optimizer:\\n    -type: sgd | 6:5: an item of a list has a blank behind its dash
        train:\\n  metrics:\\n    -accuracy   | 6:5: an item of a list has a blank behind its dash: '- accuracy'
        sweep:\\n  parameters:\\n    learning_rate:[1] | 6:5: 'learning_rate:[1]' is one word to YAML
        train:\\n  metrics:\\n    -16\\n    -32  | 6:5: an item of a list has a blank behind its dash: '- 16'
        train:\\n  metrics:\\n    -16    | 6:5: train.metrics: expected a list, each item one of
        train:\\n  optimizer: -3          | 5:14: train.optimizer: '-3' is not one of
        expect:\\n  -max: 1                  | 5:3: an item of a list has a blank behind its dash
        tags:\\n  note:x                     | 5:3: 'note:x' is one word to YAML
        """)
    void linesThatYamlTakesForSomethingElse_areTold(String lines, String message) {
        String told = errors(FILE + lines.replace("\\n", "\n").replace(":_", ":\u00A0") + "\n");
        assertTrue(told.startsWith("t.yaml:" + message), told);
        assertTrue(told.endsWith("1 error, nothing was run.\n"), told);
        String layers = FILE.replace("{hidden: [4]}", "\n  layers:\n    -dense: 4");
        assertTrue(errors(layers).startsWith("t.yaml:5:5: an item of a list has a blank behind its dash"),
                errors(layers));
    }

    @Test
    @DisplayName("A tag may begin with a dash, and a text have a colon")
    void textsOnLinesOfTheirOwn_areRight() {
        Problems problems = new Problems();
        assertTrue(Experiment.parse("t.yaml", FILE + "tags:\n  -dash: 3\n  note:\n    see:this\n", List.of(), false,
                problems).isPresent(), problems::render);
    }

    @ParameterizedTest
    @CsvSource({"d.csv", "some/d.csv"})
    void nameOfAFile_isToldWhereItStands(String file) {
        String told = errors(FILE.replace("{type: moons, samples: 60}", file));
        assertTrue(told.startsWith("t.yaml:2:7: data: '%1$s' is not the name of a component; a file is given as"
                .formatted(file) + " {type: csv, path: %s}\n".formatted(file)), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        metric=val_loss          | unknown parameter 'metric'; its name in full is sweep.metric
        data.decimal=,           | a text with a comma stands in quotes
        model.layers.1.units=3   | did you mean 'model.layers.1.dense.units'?
        """)
    void argument_isToldWhatIsRight(String argument, String message) {
        String told = errors(FILE.replace("hidden: [4]", "layers: [flatten, {dense: 4}]"), argument);
        assertTrue(told.contains(message), told);
        assertEquals(1, told.split("command line: ", -1).length - 1, told);
    }
}
