package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesTest {

    private static final String FILE = """
            name: t
            data: moons
            model: {layers: [{dense: 4}], init: he_normal}
            train: {epochs: 7}
            sweep:
              parameters: {batch_size: [8, 16]}
              cases:
                plain:
                deep: {model: {layers: [{dense: 4}, {dense: 5}]}, learning_rate: 0.1}
                wide: {model: {type: mlp, hidden: [64]}, train: {optimizer: sgd, epochs: 9}}
            smoke: {epochs: 1}
            """;

    private static Experiment read(String text, boolean smoke, String... overrides) {
        Problems problems = new Problems();
        return Experiment.parse("t.yaml", text, List.of(overrides), smoke, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private static List<String> params(Experiment experiment, String name) {
        return experiment.runs().stream().map(run -> run.params().get(name)).toList();
    }

    @Test
    void cases_areTheLastAxis() {
        assertEquals(List.of("batch_size=8 case=plain seed=0", "batch_size=8 case=deep seed=0",
                "batch_size=8 case=wide seed=0", "batch_size=16 case=plain seed=0", "batch_size=16 case=deep seed=0",
                "batch_size=16 case=wide seed=0"), read(FILE, false).runs().stream().map(RunSpec::name).toList());
    }

    @Test
    void names_mayBeTexts_butNotWhatSeparatesSettings() {
        String text = FILE.replace("plain:", "Plain, no depth:").replace("deep:", "\"4 + 5 units (deep)\":");
        Problems problems = new Problems();
        Experiment.parse("t.yaml", text, List.of(), false, problems);
        assertTrue(problems.render().contains("'Plain, no depth' is not the name of a case"), problems.render());
        assertEquals("case=4 + 5 units (deep) seed=0",
                read(text.replace("Plain, no", "Plain no"), false, "batch_size=8").runs().get(1).name());
    }

    @Test
    void title_isALineOfText_andNoPartOfAnyIdentity() {
        Experiment plain = read(FILE, false);
        Experiment titled = read("title: Depth against width ±\n" + FILE, false);
        assertEquals("Depth against width ±", titled.title());
        assertEquals(plain.sweepId(), titled.sweepId());
        assertEquals(plain.runs().stream().map(RunSpec::configId).toList(),
                titled.runs().stream().map(RunSpec::configId).toList());
        Problems problems = new Problems();
        Experiment.parse("t.yaml", "title: \"two\\nlines\"\n" + FILE, List.of(), false, problems);
        assertTrue(problems.render().contains("a line of text of up to 200 letters"), problems.render());
    }

    @Test
    void case_overFile_mergesMapsReplacesListsAndVariants() {
        Experiment experiment = read(FILE, false, "batch_size=8");
        assertEquals(List.of("he_normal", "he_normal", "glorot_uniform"), params(experiment, "model.init"));
        assertEquals(List.of("7", "7", "9"), params(experiment, "train.epochs"));
        assertEquals(List.of("adam", "adam", "sgd"), params(experiment, "train.optimizer"));
        assertEquals(List.of("0.001", "0.1", "0.01"), params(experiment, "train.learning_rate"));
        assertEquals("5", params(experiment, "model.layers.1.dense.units").get(1));
    }

    @Test
    void override_standsAboveCases() {
        assertEquals(List.of("3", "3", "3"), params(read(FILE, false, "batch_size=8", "epochs=3"), "train.epochs"));
        assertEquals(List.of("1", "1", "1"), params(read(FILE, true, "batch_size=8"), "train.epochs"));
    }

    @Test
    void override_standsAboveWhatACaseSaysWithinAMap_andKeepsTheRest() {
        Experiment experiment = read(FILE.replace("epochs: 7", "epochs: 7, optimizer: sgd")
                .replace("optimizer: sgd, epochs: 9", "optimizer: {sgd: 0.9}, epochs: 9"), false, "case=plain,wide",
                "batch_size=8", "momentum=0.5");
        assertEquals(List.of("0.5", "0.5"), params(experiment, "train.optimizer.momentum"));
        String nested = FILE.replace("plain:", "plain: {model: {hidden: [3]}}");
        Experiment changed = read(nested.replace("layers: [{dense: 4}], init", "type: mlp, hidden: [5], init"), false,
                "case=plain,wide", "batch_size=8", "hidden=[7]");
        assertEquals(List.of("[7]", "[7]"), params(changed, "model.hidden"));
        assertEquals(List.of("7", "9"), params(changed, "train.epochs"));
    }

    @Test
    void override_thatStandsAboveCases_isNoted() {
        assertEquals(List.of("epochs=3 stands above what case wide says of epochs"),
                read(FILE, false, "batch_size=8", "epochs=3").notes());
        assertEquals(List.of(), read(FILE, false, "batch_size=8", "l2=0.1").notes());
    }

    @Test
    void casesThatAnOverrideMakesEqual_areToldOfTheOverride() {
        String text = """
                name: t
                data: moons
                model: {hidden: [4]}
                sweep: {cases: {slow: {learning_rate: 0.001}, fast: {learning_rate: 10}}}
                smoke: {learning_rate: 1}
                """;
        Problems problems = new Problems();
        assertTrue(Experiment.parse("t.yaml", text, List.of("learning_rate=0.5"), false, problems).isEmpty());
        assertTrue(problems.render().startsWith("command line: 'case=slow' and 'case=fast' are the same configuration: "
                + "learning_rate=0.5 stands above what the cases slow, fast say of learning_rate\n"), problems::render);
        Problems smoke = new Problems();
        assertTrue(Experiment.parse("t.yaml", text, List.of(), true, smoke).isEmpty());
        assertTrue(smoke.render().startsWith("t.yaml:5:9: 'case=slow' and 'case=fast' are the same configuration: "
                + "the smoke setting learning_rate stands above"), smoke::render);
    }

    /** An axis' values are put over the case, so what the case says would be lost without a word. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        parameters: {learning_rate: [0.1, 0.2]} | learning_rate: 10          | learning_rate is an axis as well
        parameters: {learning_rate: [0.1, 0.2]} | train: {learning_rate: 10} | learning_rate is an axis as well
        parameters: {learning_rate: [0.1, 0.2]} | learning_rate: null        | learning_rate is an axis as well
        parameters: {hidden: [[8], [16]]}       | model: {hidden: [64]}      | hidden is an axis as well
        zip: {hidden: [[8], [16]]}              | hidden: [64]               | hidden is an axis as well
        parameters: {momentum: [0.1, 0.2]}      | optimizer: {sgd: 0.5}      | momentum is an axis as well
        parameters: {data: [moons, circles]}    | noise: 0.3                 | noise belongs to data, which is an axis
        """)
    void whatAnAxisSetsToo_isRefused(String axes, String setting, String message) {
        String text = """
                name: t
                data: moons
                model: {hidden: [4]}
                train: {optimizer: sgd}
                sweep:
                  %s
                  cases: {plain: , fast: {%s}}
                """.formatted(axes, setting);
        Problems problems = new Problems();
        assertTrue(Experiment.parse("t.yaml", text, List.of(), false, problems).isEmpty());
        assertTrue(problems.render().contains(": sweep.cases.fast: " + message), problems::render);
    }

    @Test
    void aCaseThatSaysAnotherPartOfWhatAnAxisSets_isRight() {
        Experiment experiment = read(FILE.replace("batch_size: [8, 16]", "model.layers.0.dense.units: [3, 6]"), false,
                "case=plain,deep");
        assertEquals(List.of("3", "3", "6", "6"), params(experiment, "model.layers.0.dense.units"));
        assertEquals(List.of("0.001", "0.1", "0.001", "0.1"), params(experiment, "train.learning_rate"));
    }

    @Test
    @DisplayName("A layer of a case, also an item alone, may be written short where an axis sets something of it")
    void aCasesShortLayer_takesTheAxis() {
        String text = """
                name: t
                data: moons
                model: {layers: [{dense: 3}]}
                sweep:
                  parameters: {model.layers.0.dense.units: [4, 5]}
                  cases: {two: {model.layers: [{dense: 8}, {dense: 6}]}, fast: {learning_rate: 0.1}}
                """;
        assertEquals(List.of("4", "4", "5", "5"), params(read(text, false), "model.layers.0.dense.units"));
        String within =
                text.replace("model.layers: [{dense: 8}, {dense: 6}]", "model: {layers: [{dense: 8}, flatten]}");
        assertEquals(List.of("4", "4", "5", "5"), params(read(within, false), "model.layers.0.dense.units"));
        String item = text.replace("model.layers: [{dense: 8}, {dense: 6}]", "model.layers.0: {dense: 8}");
        assertEquals(List.of("4", "4", "5", "5"), params(read(item, false), "model.layers.0.dense.units"));
        String wide = text.replace("units: [4, 5]", "activation: [relu, tanh]");
        assertEquals(List.of("relu", "relu", "tanh", "tanh"),
                params(read(wide, false), "model.layers.0.dense.activation"));
    }

    @Test
    @DisplayName("What a layer of a case need not say is lost where an axis sets it")
    void whatALayerOfACaseNeedNotSay_isRefusedWhereAnAxisSetsIt() {
        String text = """
                name: t
                data: moons
                model: {layers: [{dense: 3}]}
                sweep:
                  parameters: {model.layers.0.dense.activation: [relu, tanh]}
                  cases: {two: {%s}, fast: {learning_rate: 0.1}}
                """;
        for (String said : List.of("model.layers: [{dense: {units: 8, activation: gelu}}]",
                "model: {layers: [{type: dense, units: 8, activation: gelu}, {dense: 6}]}",
                "model.layers.0: {dense: {units: 8, activation: gelu}}")) {
            Problems problems = new Problems();
            assertTrue(Experiment.parse("t.yaml", text.formatted(said), List.of(), false, problems).isEmpty());
            assertTrue(
                    problems.render().contains(": sweep.cases.two: activation is an axis as well"),
                    problems::render);
        }
    }

    @Test
    void anAxisThatSaysWhatAnotherSets_isRefused() {
        String text = """
                name: t
                data: moons
                model: {hidden: [4]}
                sweep: {parameters: {noise: [0.1, 0.2], data: [{type: circles, noise: 0.3}, moons]}}
                """;
        Problems problems = new Problems();
        assertTrue(Experiment.parse("t.yaml", text, List.of(), false, problems).isEmpty());
        assertTrue(problems.render().startsWith("t.yaml:4:48: data says noise, which is an axis as well"),
                problems::render);
        assertEquals(4, read(text.replace(", noise: 0.3", ""), false).runs().size());
    }

    /** Values of an axis are put over what the command line and smoke settings set. */
    @ParameterizedTest
    @DisplayName("What a smoke setting or an argument sets below an axis whose values say it is refused, else it holds")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        optimizer: [{sgd: 0.5}, {sgd: 0.9}]           | optimizer.momentum=0.3              | optimizer
        optimizer: [{sgd: 0.5}, {sgd: 0.9}]           | momentum=0.3                        | optimizer
        optimizer: [{sgd: 0.5}, {sgd: 0.9}]           | optimizer={momentum: 0.3}           | optimizer
        optimizer: [{sgd: 0.5}, {sgd: 0.9}]           | ~momentum                           | optimizer
        optimizer: [sgd, {sgd: 0.9}]                  | momentum=0.3                        | optimizer
        optimizer: [sgd, {sgd: {nesterov: true, momentum: 0.2}}] | momentum=0.3             | optimizer
        optimizer: [sgd, adam]                        | momentum=0.3                        |
        optimizer: [{sgd: 0.5}, {sgd: 0.9}]           | momentum=0.3 optimizer=sgd          |
        layers: [[{dense: 3}], [{dense: 4}]]          | model.layers.0.dense.activation=tanh | layers
        model.layers.0: [{dense: 3}, {dense: 4}]      | model.layers.0.dense.units=9        | model.layers.0
        model.layers.0: [{dense: 3}, {dense: 4}]      | model.layers.1.dense.units=9        |
        """)
    void whatLiesBelowAnAxis_isRefusedWhereItsValuesSayIt(String axis, String arguments, String said) {
        String text = """
                name: t
                data: moons
                model: {layers: [{dense: 5}, {dense: 6}]}
                train: {optimizer: sgd}
                sweep: {parameters: {%s}}
                """.formatted(axis);
        String[] overrides = arguments.contains("{") ? new String[] {arguments} : arguments.split(" ");
        Problems problems = new Problems();
        boolean right = Experiment.parse("t.yaml", text, List.of(overrides), false, problems).isPresent();
        assertEquals(said == null, right, problems::render);
        assertTrue(right || problems.render().startsWith("command line: %s has no effect: %s is an axis, whose values"
                .formatted(overrides[0], said)), problems::render);
        if (overrides[0].matches("[a-z.0-9_]+=.*") && overrides.length == 1) {
            String smoke = text + "smoke: {" + overrides[0].replace("=", ": ") + "}\n";
            for (boolean asked : List.of(true, false)) {
                Problems found = new Problems();
                assertEquals(right, Experiment.parse("t.yaml", smoke, List.of(), asked, found).isPresent(),
                        found::render);
                assertTrue(right
                        || found.render().contains("t.yaml:6:") && found.render().contains(": the smoke setting "),
                        found::render);
                assertTrue(right || found.render().endsWith("1 error, nothing was run.\n"), found::render);
            }
        }
    }

    @Test
    @DisplayName("What an argument sets within a list is refused where a case gives that list as a whole")
    void whatLiesInAListOfACase_isRefused() {
        Problems problems = new Problems();
        assertTrue(Experiment.parse("t.yaml", FILE, List.of("model.layers.0.dense.units=3", "case=plain,deep"), false,
                problems).isEmpty());
        assertTrue(problems.render().startsWith("command line: model.layers.0.dense.units=3 has no effect in case deep,"
                + " whose layers is put over this one; change it there"), problems::render);
        assertEquals(List.of("3", "3"), params(read(FILE, false, "model.layers.0.dense.units=3", "case=plain"),
                "model.layers.0.dense.units"));
    }

    @Test
    void casesThatAreEqualBecauseTheyAreWrong_areToldAsWrongAlone() {
        Problems problems = new Problems();
        assertTrue(Experiment.parse("t.yaml", FILE.replaceAll("(deep|wide): .*", "$1: {learning_rat: 0.1}"), List.of(),
                false, problems).isEmpty());
        assertEquals(2, problems.count(), problems::render);
    }

    @Test
    void case_onCommandLine_choosesAndCollapses() {
        assertEquals(List.of("case=plain seed=0", "case=wide seed=0"),
                read(FILE, false, "case=plain,wide", "batch_size=8").runs().stream().map(RunSpec::name).toList());
        Experiment one = read(FILE, false, "case=wide", "batch_size=8");
        assertTrue(one.isSingle());
        assertEquals("mlp", one.runs().get(0).params().get("model"));
    }

    @Test
    void anotherCase_extendsTheSweep_anotherBaseDoesNot() {
        String id = read(FILE, false).sweepId();
        assertEquals(id, read(FILE.replace("smoke:", "    more: {model: {init: zeros}}\nsmoke:"), false).sweepId());
        assertNotEquals(id, read(FILE.replace("epochs: 7", "epochs: 8"), false).sweepId());
    }

    @Test
    void axis_withinLayers_variesOneOfThem() {
        Experiment experiment =
                read(FILE.replace("batch_size: [8, 16]", "model.layers.0.dense.units: [3, 6]"), false, "case=plain");
        assertEquals(List.of("3", "6"), params(experiment, "model.layers.0.dense.units"));
    }

    @Test
    void resolvedFile_asksForTheSameRuns() {
        for (String override : List.of("epochs=3", "case=deep,wide", "case=wide")) {
            Experiment experiment = read(FILE, false, override);
            Experiment again = read(experiment.resolved().text(), false);
            assertEquals(experiment.runs().stream().map(RunSpec::configId).toList(),
                    again.runs().stream().map(RunSpec::configId).toList(), override);
            assertEquals(experiment.sweepId(), again.sweepId(), override);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        deep: {learning_rat: 0.1}       | unknown parameter 'learning_rat'; did you mean 'learning_rate'
        deep: {model: {init: he_norml}} | did you mean 'he_normal'
        deep: 5                         | sweep.cases.deep: expected a map of settings
        de=ep: {epochs: 2}              | 'de=ep' is not the name of a case
        deep: {seeds: 5}                | 'seeds' is no axis
        deep: {epochs: 7}               | are the same configuration
        deep: {model.layers.4.dense.units: 7} | there is no model.layers.4.dense.units
        """)
    void mistake_isTold(String line, String message) {
        Problems problems = new Problems();
        String file = FILE.replaceAll("    deep: .*\n", "    " + line + "\n");
        assertTrue(Experiment.parse("t.yaml", file, List.of(), false, problems).isEmpty());
        assertTrue(problems.render().contains(message), problems::render);
    }
}
