package gridrun.example;

import static gridrun.dsl.Words.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.comparison.Mark;
import gridrun.comparison.PairedDifference;
import gridrun.dsl.Configuration;
import gridrun.dsl.Experiment;
import gridrun.dsl.InvalidExperiment;
import gridrun.dsl.JavaFile;
import gridrun.dsl.Results;
import gridrun.dsl.RunResult;
import gridrun.experiment.Request;
import gridrun.plan.Job;
import gridrun.session.SessionListener;
import gridrun.store.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What docs/java.md shows and says is so. */
@Tag("slow")
class JavaGuideTest {

    private static final Pattern CODE = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern CLASS = Pattern.compile("class (\\w+) ");
    private static final Path EXAMPLE = Path.of("src", "test", "java", "gridrun", "example", "RatesInJava.java");

    @TempDir
    Path directory;

    private static List<String> programs() throws IOException {
        return CODE.matcher(Files.readString(Path.of("..", "docs", "java.md"))).results()
                .map(code -> code.group(1)).toList();
    }

    @TestFactory
    List<DynamicTest> experiment_ofTheGuide_isRight() throws IOException {
        List<String> files = programs().stream().filter(code -> code.contains("Experiment define()")).toList();
        assertEquals(5, files.size());
        return files.stream().map(code -> {
            String name = CLASS.matcher(code).results().map((MatchResult found) -> found.group(1)).findFirst()
                    .orElseThrow();
            return DynamicTest.dynamicTest(name, () -> {
                Path file = Files.writeString(directory.resolve(name + ".java"), code);
                Problems problems = new Problems();
                assertTrue(JavaFile.read(file, Request.PLAIN, problems).isPresent(), problems::render);
            });
        }).toList();
    }

    @Test
    void guide_showsTheProgramThatIsTested() throws IOException {
        assertTrue(programs().contains(Files.readString(EXAMPLE)));
        assertTrue(programs().contains(Files.readString(EXAMPLE.resolveSibling("NewcomersModel.java"))));
    }

    @Test
    void results_haveWhatTheGuideSays() throws IOException {
        Results results = RatesInJava.compare(directory);
        Configuration best = results.best();
        assertEquals(Map.of("learning_rate", "0.01"), best.swept());
        assertEquals(1, best.rank());
        assertEquals(2, best.figure().n());
        assertEquals(2, results.configurations().size());
        assertEquals(4, results.runs().size());
        assertEquals(Optional.of(Mark.BEST), best.mark());
        assertTrue(best.interval().orElseThrow().low() < best.figure().mean());
        assertEquals(Optional.empty(), best.difference());
        Configuration second = results.configurations().get(1);
        PairedDifference difference = second.difference().orElseThrow();
        assertEquals(second.figure().mean() - best.figure().mean(), difference.sample().mean(), 1e-12);
        assertEquals(difference.p(), second.pAdjusted(), "of one comparison nothing is corrected");
        assertEquals(second.mark().orElseThrow() == Mark.WORSE, second.pAdjusted() < 0.05);
        assertTrue(results.finding().orElseThrow().sentence().contains("learning_rate=0.01"),
                () -> results.finding().toString());
        assertTrue(results.isRight());
        assertFalse(results.isInterrupted());
        assertTrue(results.table().contains("best.val_accuracy"), results::table);
        RunResult run = best.runs().get(0);
        assertEquals(Optional.of(Outcome.COMPLETED), run.outcome());
        assertEquals("0.01", run.params().get("train.learning_rate"));
        assertEquals(20, run.history().get("val_accuracy").size());
        assertEquals(run.figures().get("final.val_loss"), run.history().get("val_loss").values()[19]);
        assertTrue(run.artifacts().contains("weights.npz"), () -> run.artifacts().toString());
        assertTrue(Files.exists(run.directory().resolve("weights.npz")));
        assertEquals(64, run.weightsSha256().orElseThrow().length());
    }

    @Test
    void options_overrideAndAreToldOfProgress() {
        AtomicInteger ended = new AtomicInteger();
        SessionListener listener = new SessionListener() {

            @Override
            public void ended(Job job, Outcome outcome, String reason) {
                ended.incrementAndGet();
            }
        };
        Results results = RatesInJava.RATES.run(options -> options.results(directory).jobs(1).threads(1)
                .override("learning_rate=0.1", "epochs=1").override("seeds=1").listener(listener));
        assertEquals(1, results.runs().size());
        assertEquals("1", results.runs().get(0).params().get("train.epochs"));
        assertEquals(1, ended.get());
    }

    @Test
    void wrongOverride_isAnInvalidExperiment_beforeAnythingIsRun() throws IOException {
        InvalidExperiment invalid = assertThrows(InvalidExperiment.class, () -> RatesInJava.RATES.run(
                options -> options.results(directory.resolve("none")).override("epoch=1")));
        assertTrue(invalid.getMessage().contains("unknown parameter 'epoch'"), invalid::getMessage);
        assertFalse(Files.exists(directory.resolve("none")));
    }

    @Test
    void yaml_isWrittenAsPeopleDo() {
        Experiment experiment = experiment("t").data(moons()).seeds(2)
                .model(sequential(dense(8).activation(tanh()), dropout(0.5), flatten()))
                .inCase("wide", set(MODEL, sequential(dense(64))));
        assertEquals("""
                name: t
                data: moons
                model:
                  type: sequential
                  layers:
                    - {dense: {units: 8, activation: tanh}}
                    - {dropout: 0.5}
                    - flatten
                sweep:
                  cases:
                    wide:
                      model:
                        type: sequential
                        layers:
                          - {dense: 64}
                  seeds: 2
                """, experiment.toYaml());
    }

    @Test
    void baseOfAnExperiment_isMergedIntoItsYaml() {
        Experiment base = experiment("base").data(moons()).model(mlp(8)).train(t -> t.epochs(3).earlyStopping());
        assertEquals("""
                name: wide
                data: moons
                model:
                  type: mlp
                  hidden: [64]
                train:
                  epochs: 3
                """, experiment("wide").extending(base).set(HIDDEN, List.of(64)).without(EARLY_STOPPING).toYaml());
    }
}
