package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        epochs: 200                | epoch: 200                 | 9:3: unknown key 'epoch' in train; did you mean 'epochs'?
        epochs: 200                | log: [gradient]             | 9:9: train.log.0: 'gradient' is not one of activation_histogram, activation_mean, activation_std, dead_units
        noise: 0.2,                | epochs: 3,                 | 3:36: unknown key 'epochs' in data (moons); it belongs under train (train.epochs)
        noise: 0.2,                | centers: 3,                | 3:36: unknown key 'centers' in data (moons); there are samples, noise, validation, test, folds, seed
        noise: 0.2,                | classes: 3,                | 3:36: unknown key 'classes' in data (moons); it is a setting of
        description:               | notes:                     | 2:1: unknown key 'notes'; there are name
        description:               | hidden:                    | 2:1: unknown key 'hidden'; it belongs under model (model.hidden)
        epochs: 200                | epochs: many               | 9:11: train.epochs: expected a whole number, not 'many'
        epochs: 200                | epochs: 1.5                | 9:11: train.epochs: expected a whole number, not '1.5'
        epochs: 200                | epochs: 9999999999         | 9:11: train.epochs: '9999999999' is beyond the range of whole numbers
        epochs: 200                | epochs:                    | expected a whole number, not nothing
        epochs: 200                | epochs: -3                 | 9:11: train.epochs: -3 is not a positive number
        batch_size: 32             | batch_size: half           | 8:15: train.batch_size: 'half' is not a batch size
        hidden: [64, 32]           | hidden: [64, no]           | 4:33: model.hidden.1: expected a whole number, not 'no'
        hidden: [64, 32]           | hidden: 64                 | 4:28: model.hidden: expected a list, each item a whole number, not '64'
        hidden: [64, 32],          |                            | 'hidden' is missing
        restore_best: true         | restore_best: yes          | expected true or false, not 'yes'
        optimizer: sgd             | optimizer: {type: sgd, beta1: 0.5} | unknown key 'beta1' in train.optimizer (sgd); it is a setting of adam, adamw
        optimizer: sgd             | optimizer: {adam: {beta3: 0.5}} | 6:22: unknown key 'beta3' in train.optimizer (adam); did you mean 'beta1'?
        type: mlp, hidden: [64, 32], activation: relu, init: he_normal | layers: [bidirectional: {layer: {units: 8}}] | model.layers.0.bidirectional.layer: 'type' is missing, and 'units' is a setting of gru, lstm, simple_rnn; write {gru: {...}}, say
        type: mlp, hidden: [64, 32], activation: relu, init: he_normal | layers: [{units: 8, activation: relu}] | model.layers.0: 'type' is missing, and 'units' is a setting of dense, simple_rnn; write {dense: {...}}, say
        type: moons,               |                            | 3:7: data: 'type' is missing, one of
        type: moons                | type: moon                 | did you mean 'moons'?
        [0.001, 0.01, 0.05, 0.1]   | []                         | 13:20: sweep.parameters.learning_rate: an empty axis; give it at least one value
        [0.001, 0.01, 0.05, 0.1]   | 0.1                        | 13:20: sweep.parameters.learning_rate: expected a list of values or a map with min, max, log, count, step, not '0.1'
        [0.001, 0.01, 0.05, 0.1]   | [0.1, 1e-1]                | 13:26: sweep.parameters.learning_rate: 0.1 stands in the list twice
        [0.001, 0.01, 0.05, 0.1]   | [0.1, fast]                | 13:26: train.learning_rate: expected a number, not 'fast'
        [0.001, 0.01, 0.05, 0.1]   | {min: 0, max: 1}           | a range needs either 'count' or 'step'
        [0.001, 0.01, 0.05, 0.1]   | {min: 0, max: 1, log: true, count: 3} | sweep.parameters.learning_rate.min: 0.0 is not a positive number
        learning_rate: [0.001, 0.01, 0.05, 0.1] | hidden: [64, 32] | 13:5: hidden is itself a list, so its axis is a list of lists; write [[64, 32]] for the one value [64, 32], or [[64], [32]] for 2 values
        learning_rate: [0.001, 0.01, 0.05, 0.1] | seed: [1, 2]  | 13:5: 'seed' is no axis
        learning_rate: [0.001, 0.01, 0.05, 0.1] | beta1: [0.1]  | unknown key 'beta1' in train.optimizer (sgd); it is a setting of adam, adamw
        learning_rate: [0.001, 0.01, 0.05, 0.1] | optimizer: [sgd, {type: adam, beta1: 0.9}, {type: adam, beta1: 0.90}] | stands in the list twice
        seeds: 5                   | seeds: 0                   | 15:10: sweep.seeds: 0 is not a number of repeats from 1 to 100,000
        seeds: 5                   | seeds: [1, 2, 1]           | 15:17: sweep.seeds: 1 stands in the list twice
        seeds: 5                   | seeds: 90000               | the sweep has more than 100,000 runs
        name: val_accuracy         | name: val_acuracy          | 'val_acuracy' is not a metric, alone or behind its moment and part
        name: val_accuracy         | name: val_acuracy          | auc, log_loss, matthews; did you mean 'val_accuracy'?
        name: val_accuracy         | name: val_macro_f1         | it is measured where it is asked for: train.metrics: [macro_f1]
        name: val_accuracy         | name: val_rmse             | val_accuracy; rmse does not suit these data
        monitor: val_loss          | monitor: test_auc          | train.early_stopping.monitor: 'test_auc' is not a metric, alone or behind val_
        monitor: val_loss          | monitor: val_auc           | 10:29: train.early_stopping.monitor: 'val_auc' is not one of loss, accuracy, val_loss, val_accuracy; it is
        epochs: 200                | metrics: [auc, mae]        | 9:18: train.metrics: 'mae' does not suit 2 classes; what does is loss, accuracy, balanced
        epochs: 200                | metrics: [top_3_accuracy]  | 9:13: train.metrics: 'top_3_accuracy' does not suit 2 classes; what does is loss
        epochs: 200                | metrics: [macro_f2]        | train.metrics.0: 'macro_f2' is not one of accuracy, auc, balanced_accuracy
        epochs: 200                | metrics: [macro_f2]        | did you mean 'macro_f1'?
        epochs: 200                | metrics: macro_f1          | train.metrics: expected a list, each item one of accuracy
        epochs: 200                | metrics: [{top_3_accuracy: 2}] | 9:14: train.metrics.0: 'top_3_accuracy' is not one of accuracy
        epochs: 200                | metrics: [{top_k_accuracy: 0}] | 9:30: train.metrics.0.top_k_accuracy.k: 0 is not a positive number
        learning_rate: [0.001, 0.01, 0.05, 0.1] | metrics: [[auc], [recall]] | are the same configuration
        goal: maximize             | goal: max                  | 'max' is not one of maximize, minimize
        name: lr-sweep             | name: ../lr                | 1:7: name: '../lr' is not a name
        epochs: 2,                 | epoch: 2,                  | 16:9: unknown parameter 'epoch'; did you mean 'epochs' (train.epochs)?
        hidden: [64, 32]           | hidden: [64], layers: []   | 'hidden' and 'layers' exclude each other
        """)
    void read_oneError_namedAtItsPlace(String from, String to, String expected) {
        assertTrue(VALID.contains(from), from);
        String shown = errors(VALID.replaceFirst(java.util.regex.Pattern.quote(from), to == null ? "" : to));
        assertTrue(shown.contains(expected), shown);
        assertTrue(shown.endsWith("1 error, nothing was run.\n"), shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        learning_rate=abc      | command line: train.learning_rate: expected a number, not 'abc'
        lr=3                   | command line: unknown parameter 'lr'; did you mean 'learning_rate' (train.learning_rate)?
        epochs                 | command line: an override is key=value, key=value,value or ~key
        hidden=[64             | command line: YAML does not parse
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
