package gridrun.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gridrun.config.Problems;
import gridrun.experiment.Experiment;
import gridrun.experiment.ExperimentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema, asked through a validator of others, and Gridrun itself agree on what is right. */
@Tag("slow")
class JsonSchemaTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(read(ROOT.resolve("docs/experiment.schema.json")));
    private static final String FILE = read(ROOT.resolve("experiments/lr-sweep.yaml"));
    private static final String LAYERS = "name: t\ndata: moons\nmodel: {layers: [%s]}\n";

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Error> errors(String text) {
        return SCHEMA.validate(text, InputFormat.YAML);
    }

    private static boolean isExperiment(String text, Problems problems) {
        return Experiment.parse("t.yaml", text, List.of(), false, problems).isPresent();
    }

    private static void assertAccepted(String text) {
        Problems problems = new Problems();
        assertTrue(isExperiment(text, problems), () -> text + "\n" + problems.render());
        assertEquals(List.of(), errors(text), text);
    }

    private static void assertRefused(String text) {
        assertFalse(isExperiment(text, new Problems()), text);
        assertFalse(errors(text).isEmpty(), text);
    }

    private static String changed(String from, String to) {
        assertTrue(FILE.contains(from), from);
        return FILE.replaceFirst(Pattern.quote(from), to == null ? "" : java.util.regex.Matcher.quoteReplacement(to));
    }

    @TestFactory
    List<DynamicTest> committedExperiment_isValidAndNamesTheSchema() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(ROOT.resolve("experiments"))) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted()
                    .forEach(file -> tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        assertEquals(List.of(), errors(read(file)));
                        assertEquals("# yaml-language-server: $schema=../docs/experiment.schema.json",
                                Files.readAllLines(file).get(0));
                    })));
        }
        assertFalse(tests.isEmpty());
        return tests;
    }

    @Test
    void schema_comparedWithItsDraft_isValid() {
        Schema draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(com.networknt.schema.SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
        assertEquals(List.of(), draft.validate(JsonSchema.text(), InputFormat.JSON));
    }

    @Test
    void cases_asInAFile_areAccepted() {
        String file = FILE.replace("  metric:",
                "  cases:\n    plain:\n    deep: {model: {hidden: [8, 8]}, train.epochs: 3, l2: 0.1}\n"
                        + "    layered: {model: {layers: [{dense: 3}]}}\n  metric:");
        assertAccepted(file);
        assertRefused(file.replace("train.epochs: 3", "train.epoch: 3"));
        assertAccepted(file.replace("    deep:", "    Two layers (deep):"));
        assertRefused(file.replace("    deep:", "    de=ep:"));
        assertRefused(file.replace("    plain:", "    plain: 5"));
    }

    @Test
    void smoke_mayHaveTagsOfItsOwn() {
        String file = FILE.replaceFirst("(?m)^smoke:.*$", "smoke: {epochs: 2, tags.ci.job: '7'}");
        assertTrue(file.contains("tags.ci.job"), file);
        assertAccepted(file);
        assertRefused(file.replace("tags.ci.job", "tag.job"));
    }

    @Test
    void componentsOfOthers_byTheirClasses_areAccepted() {
        String here = "gridrun.example.CustomComponentsTest$";
        assertAccepted("name: t\ndata: {type: %sRamp, size: 9}\nmodel: {layers: [%sDoubled, {%sDoubled: 2}]}\n"
                .formatted(here, here, here));
        assertRefused(LAYERS.formatted("{type: com.example, of: 3, layers: }".replace("com.example", "com example")));
        assertRefused(FILE.replaceFirst("type: sgd|optimizer:.*", "optimizer: com.example.Mine"));
    }

    @Test
    void metrics_asInAFile_areAccepted() {
        String file = """
                name: t
                data: {type: blobs, classes: 9}
                model: {type: mlp, hidden: [4]}
                train:
                  metrics: [macro_f1, top_3_accuracy, {top_k_accuracy: 2}, top_k_accuracy, {type: log_loss}]
                  early_stopping: {monitor: val_top_3_accuracy}
                  schedule: {type: reduce_on_plateau, monitor: val_top_2_accuracy}
                sweep: {seeds: 2, metric: {name: kept.val_top_5_accuracy}}
                """;
        assertAccepted(file);
        assertAccepted(file.replace("kept.val_top_5_accuracy", "best.top_3_accuracy"));
        assertRefused(file.replace("[macro_f1", "[macro_f2"));
        assertRefused(file.replace("metrics: [", "metrics: [top_0_accuracy, "));
        assertRefused(file.replace("monitor: val_top_3", "monitor: test_top_3"));
        assertRefused(file.replace("kept.val_top_5", "test_val_top_5"));
        assertRefused(file.replace("{top_k_accuracy: 2}", "{top_k_accuracy: many}"));
        assertRefused(file.replace("{top_k_accuracy: 2}", "{top_3_accuracy: 2}"));
        assertRefused(file.replace("{top_k_accuracy: 2}", "{type: top_3_accuracy}"));
    }

    @Test
    void zip_asInAFile_isAccepted() {
        String one = FILE.replace("  metric:",
                "  zip: {activation: [relu, relu], model.init: [he_normal, xavier_normal]}\n  metric:");
        assertAccepted(one);
        assertRefused(one.replace("[relu, relu]", "[relu, rleu]"));
        assertRefused(one.replace("[relu, relu]", "relu"));
        assertRefused(one.replace("[relu, relu]", "[]"));
        assertRefused(one.replace("model.init", "inti"));
        String two = FILE.replace("  metric:", "  zip:\n    - {activation: [relu, tanh], l2: [0, 0.1]}\n"
                + "    - {epochs: [3, 4]}\n  metric:");
        assertAccepted(two);
        assertRefused(two.replace("[3, 4]", "[3, 0]"));
    }

    @Test
    void exclude_asInAFile_isAccepted() {
        String file = FILE.replace("  metric:", "  cases: {a: , b: {l2: 0.1}}\n"
                + "  exclude: [{case: a, learning_rate: 0.1}, {case: [a, b], train.learning_rate: [0.01, 0.05]}]\n  "
                + "metric:");
        assertAccepted(file);
        assertRefused(file.replace("{case: a, learning_rate: 0.1}", "{case: a, learning_rate: high}"));
        assertRefused(file.replace("{case: a, learning_rate: 0.1}", "{cases: a}"));
        assertRefused(file.replace("{case: a, learning_rate: 0.1}", "a"));
    }

    @Test
    void axisWithinAList_isAccepted() {
        String file = LAYERS.formatted("repeat: {count: 2, layers: [dense: 3]}")
                + "sweep: {parameters: {model.layers.0.repeat.count: [1, 2]}}\n";
        assertAccepted(file);
        assertAccepted(file.replace("[1, 2]", "{min: 1, max: 5, step: 2}"));
        assertRefused(file.replace("[1, 2]", "3"));
        assertRefused(file.replace("[1, 2]", "[]"));
    }

    @Test
    void raceForSeeds_isAccepted() {
        assertAccepted(changed("seeds: 5", "seeds: {min: 5, max: 40}"));
        assertAccepted(changed("seeds: 5", "seeds: {min: 5, max: 40, block: 3, until: decided}"));
        assertAccepted(changed("seeds: 1}", "seeds: {min: 2, max: 4}}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        activation: relu           | activation: rleu
        epochs: 200                | epoch: 200
        noise: 0.2,                | epochs: 3,
        noise: 0.2,                | centers: 3,
        noise: 0.2,                | classes: 3,
        noise: 0.2,                | noise: -1,
        samples: 1000              | samples: 3
        validation: 0.2            | validation: 1
        description:               | labels:
        description:               | hidden:
        epochs: 200                | epochs: many
        epochs: 200                | epochs: 1.5
        epochs: 200                | epochs: 9999999999
        epochs: 200                | epochs:
        epochs: 200                | epochs: -3
        learning_rate: 0.01        | learning_rate: 0
        batch_size: 32             | batch_size: half
        batch_size: 32             | batch_size: 0
        hidden: [64, 32]           | hidden: [64, no]
        hidden: [64, 32]           | hidden: [64, 0]
        hidden: [64, 32]           | hidden: 64
        hidden: [64, 32],          |
        restore_best: true         | restore_best: yes
        patience: 20               | patience: 0
        monitor: val_loss          | monitor: val_lost
        optimizer: sgd             | optimizer: {type: sgd, beta1: 0.5}
        optimizer: sgd             | optimizer: {type: adam, beta1: 1}
        optimizer: sgd             | optimizer: {momentum: 0.9}
        optimizer: sgd             | optimizer: [sgd]
        optimizer: sgd             | optimizer: {adam: {momentum: 0.5}}
        optimizer: sgd             | optimizer: {adm: {beta1: 0.5}}
        optimizer: sgd             | optimizer: {sgd: {}, adam: {}}
        type: moons,               |
        type: moons                | type: moon
        [0.001, 0.01, 0.05, 0.1]   | []
        [0.001, 0.01, 0.05, 0.1]   | 0.1
        [0.001, 0.01, 0.05, 0.1]   | [0.1, 1e-1]
        [0.001, 0.01, 0.05, 0.1]   | [0.1, fast]
        [0.001, 0.01, 0.05, 0.1]   | {min: 0, max: 1}
        [0.001, 0.01, 0.05, 0.1]   | {min: 0, max: 1, count: 3, step: 0.1}
        [0.001, 0.01, 0.05, 0.1]   | {min: 0.1, max: 1, count: 1}
        [0.001, 0.01, 0.05, 0.1]   | {min: 0.1, max: 1, number: 3}
        learning_rate: [0.001, 0.01, 0.05, 0.1] | learning_rat: [0.1]
        learning_rate: [0.001, 0.01, 0.05, 0.1] | hidden: [64, 32]
        learning_rate: [0.001, 0.01, 0.05, 0.1] | seed: [1, 2]
        learning_rate: [0.001, 0.01, 0.05, 0.1] | tracking: [none]
        seeds: 5                   | seeds: 0
        seeds: 5                   | seeds: 100001
        seeds: 5                   | seeds: []
        seeds: 5                   | seeds: [1, 2, 1]
        seeds: 5                   | seeds: five
        seeds: 5                   | seeds: {min: 5}
        seeds: 5                   | seeds: {min: 5, max: 9, until: bored}
        name: val_accuracy         | name: val_acuracy
        goal: maximize             | goal: max
        name: lr-sweep             | name: ../lr
        name: lr-sweep             | name:
        name: lr-sweep             |
        epochs: 2,                 | epoch: 2,
        epochs: 2,                 | epochs: none,
        epochs: 2,                 | sweep: {seeds: 2},
        hidden: [64, 32]           | hidden: [64], layers: []
        """)
    void malformedFile_isRefused(String from, String to) {
        assertRefused(changed(from, to));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        init: he_normal            | init: kaiming_normal
        init: he_normal            | init: {type: random_normal, stddev: 0.01}
        init: he_normal            | init: {type: normal}
        type: mlp,                 |
        hidden: [64, 32]           | hidden: []
        batch_size: 32             | batch_size: full
        learning_rate: 0.01        | learning_rate:
        learning_rate: 0.01        | learning_rate: 1e-2
        epochs: 200                | epochs: 2e2
        optimizer: sgd             | optimizer: {type: sgd, momentum: 0.9, nesterov: true}
        optimizer: sgd             | optimizer: {sgd: {momentum: 0.9, nesterov: true}}
        optimizer: sgd             | optimizer: {adam: {beta1: 0.8}}
        optimizer: sgd             | schedule: {cosine: {}}
        init: he_normal            | init: {random_normal: 0.01}
        activation: relu           | activation: {leaky_relu: 0.1}
        type: mlp, hidden: [64, 32], activation: relu, init: he_normal | mlp: [64, 32]
        type: mlp, hidden: [64, 32], activation: relu, init: he_normal | sequential: [dense: 64]
        {type: moons, samples: 1000, noise: 0.2, validation: 0.2} | {moons: {samples: 100}}
        learning_rate: [0.001, 0.01, 0.05, 0.1] | optimizer: [sgd, {adam: {beta1: 0.8}}]
        epochs: 2,                 | train: {optimizer: {sgd: {momentum: 0.5}}},
        early_stopping: {          | early_stopping: {min_delta: 1e-3,
        early_stopping: {monitor: val_loss, patience: 20, restore_best: true} | early_stopping: {}
        early_stopping: {monitor: val_loss, patience: 20, restore_best: true} | loss: mse
        {type: moons, samples: 1000, noise: 0.2, validation: 0.2} | moons
        {type: moons, samples: 1000, noise: 0.2, validation: 0.2} | {type: blobs, classes: 2, samples: 4}
        description:               | tracking: none #
        name: lr-sweep             | name: 2024
        learning_rate: [0.001, 0.01, 0.05, 0.1] | learning_rate: {min: 1e-4, max: 0.1, log: true, count: 5}
        learning_rate: [0.001, 0.01, 0.05, 0.1] | train.epochs: {min: 1, max: 5, step: 2}
        learning_rate: [0.001, 0.01, 0.05, 0.1] | hidden: [[], [64, 32]]
        learning_rate: [0.001, 0.01, 0.05, 0.1] | optimizer: [sgd, {type: adam, beta1: 0.8}]
        learning_rate: [0.001, 0.01, 0.05, 0.1] | optimizer.type: [sgd, adam]
        learning_rate: [0.001, 0.01, 0.05, 0.1] | batch_size: [16, full]
        learning_rate: [0.001, 0.01, 0.05, 0.1] | early_stopping.patience: [5, 10]
        learning_rate: [0.001, 0.01, 0.05, 0.1] | early_stopping: [null, {patience: 3}]
        learning_rate: [0.001, 0.01, 0.05, 0.1] | optimizer.momentum: [0, 0.9]
        seeds: 5                   | seeds: [1, 7, 42]
        metric: {name: val_accuracy, goal: maximize} | metric: {name: loss}
        metric: {name: val_accuracy, goal: maximize} | metric:
        epochs: 2,                 | train: {epochs: 2, optimizer: {momentum: 0.5}},
        epochs: 2,                 | train.optimizer: adam, learning_rate: [0.1, 0.2],
        epochs: 2,                 | data: {samples: 100},
        epochs: 2,                 | description: short, sweep.metric.goal: minimize,
        """)
    void otherWaysToWriteIt_areAccepted(String from, String to) {
        assertAccepted(changed(from, to == null ? "" : to.replace("\\n", "\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "dense: 8", "dense: {units: 8, activation: tanh}", "{type: dense, units: 8}", "{units: 8, bias: false}",
        "flatten", "flatten: {}", "flatten:", "{type: flatten}", "dropout", "dropout: 0.25", "dropout: {rate: 0.1}",
        "activation: relu", "activation: {function: {type: elu, alpha: 2}}", "activation: {type: elu}",
        "activation: {elu: 2}",
        "activation: {function: {elu: 2}}", "{function: tanh}",
        "{type: activation, function: swish}",
        "residual: [dense: 2, {dense: {units: 2}}]", "residual: {layers: [dense: 3], activation: relu}",
        "{type: residual, layers: [flatten, residual: [dropout, dense: 2]]}",
        "reshape: [-1]"})
    void formsOfALayer_areAccepted(String layer) {
        assertAccepted(LAYERS.formatted(layer));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "conv2d: 8", "conv2d: {filters: 8, kernel_size: 5, strides: [2, 1]}", "max_pooling2d: 2",
        "max_pooling2d: [2, 3]",
        "max_pooling2d", "average_pooling2d: {pool_size: 3, strides:}", "{type: conv2d, filters: 8, padding: same}"})
    void formsOfALayerOfImages_areAccepted(String layer) {
        assertAccepted(LAYERS.formatted("dense: 400, reshape: [20, 20, 1], " + layer + ", flatten"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "bidirectional: {lstm: 8}", "bidirectional: {lstm: {units: 8}}", "bidirectional: {type: gru, units: 8}",
        "bidirectional: {layer: {simple_rnn: 8}, merge: sum}", "bidirectional: {layer: {type: lstm, units: 8}}",
        "{type: bidirectional, layer: {gru: 8}}", "{layer: {gru: 8}, merge: sum}"})
    void formsOfALayerOfSequences_areAccepted(String layer) {
        assertAccepted(LAYERS.formatted("dense: 12, reshape: [6, 2], " + layer));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "bidirectional: {layer: {units: 8}}", "bidirectional: {units: 8}", "bidirectional: {lstm: 8, merge: sum}",
        "bidirectional: {layer: {lst: 8}}", "bidirectional: {layer: {lstm: 8, gru: 8}}", "bidirectional: lstm",
        "bidirectional: 8",
        "{units: 8, return_sequences: true}", "{filters: 8, padding: same}"})
    void wrongFormsOfALayerOfSequences_areRefused(String layer) {
        assertRefused(LAYERS.formatted("dense: 12, reshape: [6, 2], " + layer));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "dense", "dense:", "dense: {}", "dense: 0", "dense: {unit: 8}", "dense: {type: dense, units: 8}", "denze: 8",
        "{units: 8}", "{dense: 8, dropout: 0.1}", "{bias: true}", "flatten: 3", "dropout: 1", "activation",
        "activation: {type: elo}", "activation: {elo: 2}", "[dense]", "3", "{}", "residual", "residual: 3",
        "residual: [denze: 3]",
        "residual: [residual: [dense: 0]]",
        "conv2d: {kernel_size: 3}", "conv2d: [8]", "max_pooling2d: 0",
        "max_pooling2d: [2]", "max_pooling2d: [2, 3, 4]", "max_pooling2d: [2, 0]", "max_pooling2d: two"})
    void wrongFormsOfALayer_areRefused(String layer) {
        assertRefused(LAYERS.formatted(layer));
    }

    @Test
    void names_ofSettingsByTheirRecords_areThoseOfTheBinder() {
        assertEquals(List.copyOf(ExperimentFile.settings().names()),
                List.copyOf(Setting.below(ExperimentFile.top()).keySet()));
    }
}
