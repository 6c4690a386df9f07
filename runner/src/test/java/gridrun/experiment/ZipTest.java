package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipTest {

    private static final String FILE = """
            name: t
            data: moons
            model: {hidden: [4]}
            train: {epochs: 7, optimizer: sgd}
            sweep:
              parameters: {batch_size: [8, 16]}
              zip: {activation: [relu, tanh, sigmoid], model.init: [he_normal, glorot_normal, glorot_normal]}
            smoke: {epochs: 1}
            """;
    private static final String GROUPS = FILE.replace("zip: {",
            "zip:\n      - {learning_rate: [0.1, 0.2], epochs: [2, 1]}\n      - {");

    private static Experiment read(String text, boolean smoke, String... overrides) {
        Problems problems = new Problems();
        return Experiment.parse("t.yaml", text, List.of(overrides), smoke, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private static List<String> names(String text, String... overrides) {
        return read(text, false, overrides).runs().stream().map(RunSpec::name).toList();
    }

    private static String errors(String text, String... overrides) {
        Problems problems = new Problems();
        assertTrue(Experiment.parse("t.yaml", text, List.of(overrides), false, problems).isEmpty());
        return problems.render();
    }

    @Test
    void zip_variesInLockstep_afterTheParameters() {
        assertEquals(List.of("batch_size=8 activation=relu init=he_normal seed=0",
                "batch_size=8 activation=tanh init=glorot_normal seed=0",
                "batch_size=8 activation=sigmoid init=glorot_normal seed=0",
                "batch_size=16 activation=relu init=he_normal seed=0",
                "batch_size=16 activation=tanh init=glorot_normal seed=0",
                "batch_size=16 activation=sigmoid init=glorot_normal seed=0"), names(FILE));
        RunSpec run = read(FILE, false).runs().get(1);
        assertEquals("tanh", run.params().get("model.activation"));
        assertEquals("glorot_normal", run.params().get("model.init"));
        assertEquals(List.of("train.batch_size", "model.activation", "model.init"), read(FILE, false).axes());
    }

    @Test
    void severalZips_areAProduct() {
        assertEquals(List.of("learning_rate=0.1 epochs=2 activation=relu init=he_normal seed=0",
                "learning_rate=0.1 epochs=2 activation=tanh init=glorot_normal seed=0",
                "learning_rate=0.1 epochs=2 activation=sigmoid init=glorot_normal seed=0",
                "learning_rate=0.2 epochs=1 activation=relu init=he_normal seed=0",
                "learning_rate=0.2 epochs=1 activation=tanh init=glorot_normal seed=0",
                "learning_rate=0.2 epochs=1 activation=sigmoid init=glorot_normal seed=0"),
                names(GROUPS, "batch_size=32"));
    }

    @Test
    void configuration_ofARow_isThatOfItsSettings() {
        String single = FILE.replaceAll("(?s)sweep:.*smoke", "smoke").replace("hidden: [4]",
                "hidden: [4], activation: tanh, init: glorot_normal").replace("epochs: 7", "epochs: 7, batch_size: 8");
        assertEquals(read(single, false).runs().get(0).configId(), read(FILE, false).runs().get(1).configId());
    }

    @Test
    void moreValues_extendTheSweep_anotherSettingDoesNot() {
        String id = read(FILE, false).sweepId();
        assertEquals(id,
                read(FILE.replace("sigmoid]", "sigmoid, elu]").replace("glorot_normal]", "glorot_normal, he_normal]"),
                        false).sweepId());
        assertNotEquals(id, read(FILE, false, "~init").sweepId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        activation=tanh                       | init=glorot_normal activation=tanh   | 1
        activation=relu,sigmoid               | activation=relu init=he_normal, activation=sigmoid init=glorot_normal | 2
        init=xavier_normal                    | activation=tanh init=glorot_normal, activation=sigmoid init=glorot_normal | 2
        """)
    void override_withValuesOfTheZip_choosesTheseRows(String override, String expected, int count) {
        Experiment experiment = read(FILE, false, "batch_size=8", override);
        assertEquals(count, experiment.runs().size());
        for (int i = 0; i < count; i++) {
            for (String pair : expected.split(", ")[i].split(" ")) {
                assertEquals(pair.split("=")[1], experiment.runs().get(i).params().get("model." + pair.split("=")[0]));
            }
        }
    }

    @Test
    void override_withOtherValues_takesTheSettingOut() {
        assertEquals(List.of("init=he_normal seed=0", "init=glorot_normal seed=0"),
                names(FILE, "batch_size=8", "activation=elu"));
        assertEquals(List.of("activation=elu init=he_normal seed=0", "activation=elu init=glorot_normal seed=0",
                "activation=silu init=he_normal seed=0", "activation=silu init=glorot_normal seed=0"),
                names(FILE, "batch_size=8", "activation=elu,silu"));
        assertEquals(List.of("activation=relu seed=0", "activation=tanh seed=0", "activation=sigmoid seed=0"),
                names(FILE, "batch_size=8", "~init"));
        Experiment smoke = read(GROUPS.replace("smoke: {epochs: 1}", "smoke: {epochs: 3}"), true, "batch_size=8");
        assertEquals(6, smoke.runs().size());
        assertTrue(smoke.runs().stream().allMatch(run -> run.params().get("train.epochs").equals("3")));
    }

    @Test
    void override_ofAllSettings_dissolvesTheZip() {
        assertEquals(List.of("activation=relu seed=0", "activation=tanh seed=0"),
                names(FILE, "batch_size=8", "activation=relu,tanh", "init=he_normal"));
    }

    @Test
    void override_withValuesOfTheZipAndOthers_isRefused() {
        assertEquals("""
                command line: activation varies in lockstep with init, and the zip has no row with elu; give values of the zip alone, others alone, or override init too
                      | activation=relu,elu
                      |                 ^^^
                1 error, nothing was run.
                """, errors(FILE, "activation=relu,elu"));
    }

    @Test
    void resolvedFile_asksForTheSameRuns() {
        for (String file : List.of(FILE, GROUPS)) {
            for (String override : List.of("seeds=2", "activation=tanh", "activation=relu,tanh", "activation=elu",
                    "~init")) {
                Experiment experiment = read(file, false, override);
                Experiment again = read(experiment.resolved().text(), false);
                assertEquals(experiment.runs().stream().map(RunSpec::name).toList(),
                        again.runs().stream().map(RunSpec::name).toList(), override);
                assertEquals(experiment.runs().stream().map(RunSpec::configId).toList(),
                        again.runs().stream().map(RunSpec::configId).toList(), override);
                assertEquals(experiment.sweepId(), again.sweepId(), override);
            }
        }
        assertFalse(read(FILE, false, "activation=elu", "~init").resolved().text().contains("model.activation"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        [he_normal, glorot_normal, glorot_normal] | [he_normal, glorot_normal]  | t.yaml:7:44: sweep.zip: activation has 3 values and init has 2 values; settings that vary in lockstep have equally many
        [he_normal, glorot_normal, glorot_normal] | []                          | t.yaml:7:56: sweep.zip.init: an empty axis
        [he_normal, glorot_normal, glorot_normal] | he_normal                   | t.yaml:7:56: sweep.zip.init: expected a list of values, not 'he_normal'
        model.init:                               | batch_size:                 | the axis train.batch_size stands here for the second time
        model.init:                               | inti:                       | unknown parameter 'inti'; did you mean 'init' (model.init)?
        [relu, tanh, sigmoid]                     | [relu, tanh, sigmiod]       | t.yaml:7:34: model.activation: 'sigmiod' is not one of
        glorot_normal, glorot_normal]             | he_normal, glorot_normal], hidden: [[4], [5], 6]   | hidden is itself a list
        [relu, tanh, sigmoid]                     | [tanh, tanh, sigmoid]       | are the same configuration
        {activation                               | 5, x: {activation           | t.yaml:7:8: sweep.zip: expected a map of settings or a list
        """)
    void mistake_isTold(String from, String to, String message) {
        assertTrue(FILE.contains(from), from);
        String changed =
                message.contains("same configuration") ? FILE.replace("[he_normal, ", "[glorot_normal, ") : FILE;
        String shown =
                errors(changed.replace(from, to).replace("zip: 5, x: ", "zip: 5\n  cases: {}\n  metric: null #"));
        assertTrue(shown.contains(message), shown);
    }
}
