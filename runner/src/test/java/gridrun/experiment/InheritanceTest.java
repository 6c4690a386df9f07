package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InheritanceTest {

    @TempDir
    Path directory;

    @BeforeEach
    void base() throws IOException {
        write("base.yaml",
                ExperimentErrorsTest.VALID + "tags: {team: a, topic: rates}\nexpect: [best.val_accuracy >= 0.9]\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Experiment read(String text) throws IOException {
        Problems problems = new Problems();
        return Experiment.read(write("child.yaml", text), Request.PLAIN, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private String errors(String text) throws IOException {
        Problems problems = new Problems();
        assertTrue(Experiment.read(write("child.yaml", text), Request.PLAIN, problems).isEmpty());
        return problems.render().replace(directory + "/", "");
    }

    private Map<String, String> params(String text) throws IOException {
        return read(text).runs().get(0).params();
    }

    @Test
    void maps_merge_andWhatIsNotNamedStays() throws IOException {
        Experiment child = read("extends: base.yaml\nname: child\ntrain: {epochs: 7, early_stopping: {patience: 3}}\n"
                + "tags: {team: b}\n");
        Map<String, String> params = child.runs().get(0).params();
        assertEquals("child", child.name());
        assertEquals("7", params.get("train.epochs"));
        assertEquals("32", params.get("train.batch_size"));
        assertEquals("3", params.get("train.early_stopping.patience"));
        assertEquals("true", params.get("train.early_stopping.restore_best"));
        assertEquals(Map.of("team", "b", "topic", "rates"), child.tags().lasting());
        assertEquals(20, child.runs().size());
    }

    @Test
    void mapsOfOneKey_mergeAsTheMapsThatTheyAreShortFor() throws IOException {
        write("base.yaml", ExperimentErrorsTest.VALID.replace("optimizer: sgd", "optimizer: {sgd: {momentum: 0.5}}"));
        for (String over : List.of("{nesterov: true}", "{sgd: {nesterov: true}}", "{type: sgd, nesterov: true}")) {
            Map<String, String> params = params("extends: base.yaml\nname: child\ntrain: {optimizer: " + over + "}\n");
            assertEquals("0.5 true",
                    params.get("train.optimizer.momentum") + " " + params.get("train.optimizer.nesterov"), over);
        }
        assertEquals("adam",
                params("extends: base.yaml\nname: child\ntrain: {optimizer: {adam: {}}}\n").get("train.optimizer"));
    }

    @Test
    void lists_areReplaced() throws IOException {
        Experiment child = read("extends: base.yaml\nmodel: {hidden: [8]}\nexpect: ['all: final.loss < 2']\n"
                + "sweep: {parameters: {train.learning_rate: [0.5]}}\n");
        assertEquals("[8]", child.runs().get(0).params().get("model.hidden"));
        assertEquals("relu", child.runs().get(0).params().get("model.activation"));
        assertEquals(List.of("all: final.loss < 2"), child.expect().stream().map(Expectation::toString).toList());
        assertEquals(5, child.runs().size());
        assertEquals("0.5", child.runs().get(0).swept().get("learning_rate"));
    }

    @Test
    void aRange_replacesAnAxisAsAWhole() throws IOException {
        write("ranged.yaml",
                "extends: base.yaml\nsweep: {parameters: {learning_rate: {min: 0.1, max: 0.3, step: 0.1}}}\n");
        Experiment child =
                read("extends: ranged.yaml\nsweep: {parameters: {learning_rate: {min: 0.1, max: 0.2, count: 2}}}\n");
        assertEquals(10, child.runs().size());
    }

    @Test
    void smokeSettingsAndCases_merge_underWhicheverNames() throws IOException {
        write("cased.yaml",
                ExperimentErrorsTest.VALID.replace("smoke: {epochs: 2,", "smoke: {train: {epochs: 2}, batch_size: 8,")
                        .replace("  metric:",
                                "  cases: {a: {l2: 0.1, epochs: 3}, b: {train: {l2: 0.2}}, c: {l2: 0.3}}\n  metric:"));
        String child = "extends: cased.yaml\nsmoke: {train.epochs: 5}\n"
                + "sweep: {cases: {a: {train: {l2: 0.4}}, c: null, d:}, parameters: {learning_rate: null}}\n";
        Problems problems = new Problems();
        Experiment smoke = Experiment.read(write("child.yaml", child), new Request(List.of(), true, true), problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
        assertEquals("5", smoke.runs().get(0).params().get("train.epochs"));
        assertEquals("8", smoke.runs().get(0).params().get("train.batch_size"));
        List<RunSpec> runs = read(child).runs();
        assertEquals(List.of("a", "b", "d"), runs.stream().map(run -> run.swept().get("case")).distinct().toList());
        assertEquals("0.4", runs.get(0).params().get("train.l2"));
        assertEquals("3", runs.get(0).params().get("train.epochs"));
    }

    @Test
    void null_removes() throws IOException {
        Map<String, String> params =
                params("extends: base.yaml\ntrain: {early_stopping: null, epochs: null, l2: null}\n");
        assertNull(params.get("train.early_stopping.patience"));
        assertEquals(
                read(ExperimentErrorsTest.VALID.replace("  epochs: 200\n", "")).runs().get(0).params()
                        .get("train.epochs"),
                params.get("train.epochs"));
        assertTrue(read("extends: base.yaml\nsweep: null\nexpect: null\n").isSingle());
    }

    @Test
    void anotherVariant_replacesTheMap_theSameKeepsIt() throws IOException {
        write("adam.yaml", "extends: base.yaml\ntrain: {optimizer: {type: adam, beta1: 0.5}}\n");
        assertEquals("0.5",
                params("extends: adam.yaml\ntrain: {optimizer: {beta2: 0.9}}\n").get("train.optimizer.beta1"));
        assertEquals("0.5", params("extends: adam.yaml\ntrain: {optimizer: adam}\n").get("train.optimizer.beta1"));
        assertEquals("0.5", params("extends: adam.yaml\ntrain: {optimizer: {type: adam, beta2: 0.9}}\n")
                .get("train.optimizer.beta1"));
        assertEquals("adamw", params("extends: adam.yaml\ntrain: {optimizer: {type: adamw}}\n").get("train.optimizer"));
        assertEquals("0.9",
                params("extends: adam.yaml\ntrain: {optimizer: {type: adamw}}\n").get("train.optimizer.beta1"));
        assertEquals("8",
                params("extends: base.yaml\nmodel: {layers: [dense: 8]}\n").get("model.layers.0.dense.units"));
        assertEquals("0.9",
                params("extends: base.yaml\ntrain: {optimizer: {momentum: 0.9}}\n").get("train.optimizer.momentum"));
    }

    @Test
    void aChain_appliesTheNearestLast_andPathsAreRelativeToTheirFile() throws IOException {
        write("deep/middle.yaml", "extends: ../base.yaml\ntrain: {epochs: 3, batch_size: 4}\n");
        Map<String, String> params = params("extends: deep/middle.yaml\ntrain: {epochs: 5}\n");
        assertEquals("5", params.get("train.epochs"));
        assertEquals("4", params.get("train.batch_size"));
        assertEquals("0.01",
                read("extends: deep/middle.yaml\nsweep: null\n").runs().get(0).params().get("train.learning_rate"));
    }

    @Test
    void theSameConfiguration_hasTheSameIdentity() throws IOException {
        assertEquals(read(ExperimentErrorsTest.VALID).runs().get(3).configId(),
                read("extends: base.yaml\ntags: {x: y}\nexpect: null\n").runs().get(3).configId());
        assertEquals(read(ExperimentErrorsTest.VALID).sweepId(), read("extends: base.yaml\n").sweepId());
    }

    @Test
    void errors_pointIntoTheFileThatHasThem() throws IOException {
        write("base.yaml", ExperimentErrorsTest.VALID.replace("relu", "rleu"));
        String shown = errors("extends: base.yaml\ntrain: {epochs: many}\n");
        assertTrue(shown.contains("base.yaml:4:50: model.activation: 'rleu'"), shown);
        assertTrue(shown.contains("child.yaml:2:17: train.epochs: expected a whole number, not 'many'\n"
                + "    2 | train: {epochs: many}\n"), shown);
        assertTrue(shown.endsWith("2 errors, nothing was run.\n"), shown);
    }

    @Test
    void aMissingFile_isToldAtTheWordThatNamesIt() throws IOException {
        assertEquals("""
                child.yaml:1:10: extends: there is no file none.yaml
                    1 | extends: none.yaml
                      |          ^^^^^^^^^
                1 error, nothing was run.
                """, errors("extends: none.yaml\n"));
        assertTrue(errors("extends: [a, b]\n")
                .contains("child.yaml:1:10: extends: expected the path of an experiment file"));
        assertTrue(errors("extends: .\n").contains("extends: . is a directory, not a file"));
    }

    @Test
    void aCycle_isToldWithItsFiles() throws IOException {
        write("other.yaml", "extends: child.yaml\n");
        assertEquals("""
                other.yaml:1:10: extends: a cycle: child.yaml extends other.yaml extends child.yaml
                    1 | extends: child.yaml
                      |          ^^^^^^^^^^
                1 error, nothing was run.
                """, errors("extends: other.yaml\nname: x\n"));
        assertTrue(errors("extends: child.yaml\n").contains("a cycle: child.yaml extends child.yaml"));
    }

    @Test
    void twoNamesOfOneAxis_inOneFile_areStillAnError() throws IOException {
        String shown =
                errors("extends: base.yaml\nsweep: {parameters: {learning_rate: [0.5], train.learning_rate: [0.6]}}\n");
        assertTrue(shown.contains("sweep.parameters: train.learning_rate stands here for the second time"), shown);
    }

    @Test
    void anUnknownKey_isNotRemovedByNull() throws IOException {
        assertTrue(
                errors("extends: base.yaml\ntrain: {epoch: null}\n").contains("child.yaml:2:9: unknown key 'epoch'"));
    }
}
