package gridrun.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ResolvedFileTest {

    private static Experiment parse(String source, String text, Request request) {
        Problems problems = new Problems();
        return Experiment.parse(source, text, request, problems)
                .orElseThrow(() -> new AssertionError(problems.render() + text));
    }

    static Stream<Arguments> files() {
        String layers = """
                name: t
                description: "Several: #things"
                tags: {team: "a b", n: 3}
                data: {type: blobs, noise: 1e-5}
                model:
                  layers: [dense: 8, flatten, dropout: 0.25, {dense: {units: 2, activation: {type: leaky_relu}}}]
                train: {optimizer: adamw, batch_size: full, early_stopping: {patience: 3}}
                sweep:
                  parameters:
                    train.optimizer: [sgd, {type: adam, beta1: 0.5}]
                    learning_rate: {min: 0.1, max: 0.3, count: 3}
                  seeds: [4, 9]
                expect: ['all: best.loss < 2', best_epoch >= 1]
                smoke: {epochs: 2, train: {batch_size: 4}}
                """;
        Request plain = Request.PLAIN;
        return Stream.of(
                Arguments.of(ExperimentErrorsTest.VALID, plain),
                Arguments.of(ExperimentErrorsTest.VALID, new Request(List.of(), true, true)),
                Arguments.of(ExperimentErrorsTest.VALID, new Request(List.of(), false, false)),
                Arguments.of(ExperimentErrorsTest.VALID, new Request(List.of("learning_rate=0.5"), false, true)),
                Arguments.of(ExperimentErrorsTest.VALID, new Request(
                        List.of("learning_rate=0.5", "hidden=[4],[8,8]", "seeds=3,7", "~early_stopping"), false, true)),
                Arguments.of("name: t\ndata: moons\nmodel: {hidden: [4]}\n", plain),
                Arguments.of("name: t\ndata: moons\nmodel: {hidden: [4]}\n",
                        new Request(List.of("epochs=1,2"), false, true)),
                Arguments.of(layers, plain),
                Arguments.of(layers, new Request(List.of("tracking=none", "seed=3"), true, true)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void text_isAFileOfTheSameRuns_andItsOwnResolution(String text, Request request) {
        Experiment first = parse("t.yaml", text, request);
        String rendered = first.resolved().text();
        Experiment second = parse("r.yaml", rendered, Request.PLAIN);
        assertEquals(first.name(), second.name());
        assertEquals(first.runs().stream().map(RunSpec::configId).toList(),
                second.runs().stream().map(RunSpec::configId).toList());
        assertEquals(first.runs().stream().map(RunSpec::name).toList(),
                second.runs().stream().map(RunSpec::name).toList());
        assertEquals(first.runs().stream().map(RunSpec::seed).toList(),
                second.runs().stream().map(RunSpec::seed).toList());
        assertEquals(first.metric(), second.metric());
        assertEquals(first.tags(), second.tags());
        assertEquals(first.expect(), second.expect());
        assertEquals(first.tracking(), second.tracking());
        if (!request.smoke()) {
            assertEquals(first.sweepId(), second.sweepId());
        }
        assertEquals(values(rendered), values(second.resolved().text()));
        assertEquals(second.resolved().text(),
                parse("r.yaml", second.resolved().text(), Request.PLAIN).resolved().text());
    }

    /** Without the comments, which tell places that differ. */
    private static List<String> values(String text) {
        return text.lines().map(line -> line.replaceFirst(" +# [^#]*$", "")).toList();
    }

    @Test
    void text_tellsWhereEachValueComesFrom() {
        String text = parse("lr.yaml", ExperimentErrorsTest.VALID, new Request(List.of("batch_size=8"), true, true))
                .resolved().text();
        assertTrue(text.matches("(?s).*name: lr-sweep-smoke +# lr.yaml:1:7\n.*"), text);
        assertTrue(text.matches("(?s).*  batch_size: 8 +# command line\n.*"), text);
        assertTrue(text.matches("(?s).*  epochs: 2 +# smoke, lr.yaml:16:17\n.*"), text);
        assertTrue(text.matches("(?s).*  optimizer:\n    type: sgd +# lr.yaml:6:14\n    momentum: 0 +# default\n.*"),
                text);
        assertTrue(text.matches("(?s).*    train.learning_rate: \\[0.001, 0.01, 0.05, 0.1] +# lr.yaml:13:20\n.*"),
                text);
        assertTrue(text.contains("smoke: null"), text);
        for (String line : text.lines().toList()) {
            assertTrue(line.endsWith(":") || line.contains("  # "), line);
        }
    }

    @Test
    void text_ofAWordWithANumber_tellsItsPlaceTwice() {
        String text = parse("m.yaml", "name: m\ndata: {type: blobs, classes: 9}\nmodel: {hidden: [4]}\n"
                + "train: {metrics: [top_3_accuracy]}\n", Request.PLAIN).resolved().text();
        assertTrue(text.matches("(?s).* type: top_k_accuracy +# m.yaml:4:19\n +k: 3 +# m.yaml:4:19\n.*"), text);
    }

    @Test
    void configIds_ofTheCommittedSweep_areThoseOfItsFirstDay() {
        Problems problems = new Problems();
        Experiment sweep =
                Experiment.read(Path.of("../experiments/lr-sweep.yaml"), Request.PLAIN, problems).orElseThrow();
        assertEquals(20, sweep.runs().size());
        assertEquals(
                List.of("f5d335662d1e1c3d4c89c187c7467329693be203cb56c62bd74be84bb923ae68",
                        "57756cd9ddcc5ac9a7fe409fcc5808e49fab6df4a68184de0b750f2895512a24"),
                List.of(sweep.runs().get(0).configId(), sweep.runs().get(5).configId()));
        assertTrue(sweep.sweepId().startsWith("e8777210"), sweep.sweepId());
    }
}
