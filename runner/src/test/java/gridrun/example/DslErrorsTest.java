package gridrun.example;

import static gridrun.dsl.Words.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problem;
import gridrun.config.Problems;
import gridrun.dsl.Experiment;
import gridrun.dsl.InvalidExperiment;
import gridrun.dsl.JavaFile;
import gridrun.experiment.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in Java is told as the same mistake in a file is, with the line of the program. */
class DslErrorsTest {

    private static final String MOONS = "name: t\ndata: moons\nmodel: {type: mlp, hidden: [8]}\n";

    @TempDir
    Path directory;

    private static Experiment right() {
        return experiment("t").data(moons()).model(mlp(8));
    }

    private record Pair(String yaml, Experiment java) {
    }

    private static List<Pair> pairs() {
        return List.of(
                new Pair("name: t\nmodel: {type: mlp, hidden: [8]}", experiment("t").model(mlp(8))),
                new Pair("name: a b\ndata: moons\nmodel: {type: mlp, hidden: [8]}",
                        experiment("a b").data(moons()).model(mlp(8))),
                new Pair("name: t\ndata: {type: moons, samples: 0}\nmodel: {type: mlp, hidden: [8]}",
                        experiment("t").data(moons().samples(0)).model(mlp(8))),
                new Pair("name: t\ndata: moons\nmodel: {type: mlp, hidden: [8, 0]}",
                        experiment("t").data(moons()).model(mlp(8, 0))),
                new Pair("name: t\ndata: moons\nmodel: {layers: [{conv2d: 4}]}",
                        experiment("t").data(moons()).model(sequential(conv2d(4)))),
                new Pair("name: t\ndata: moons\nmodel: {layers: [{dropout: 1}]}",
                        experiment("t").data(moons()).model(sequential(dropout(1)))),
                new Pair(MOONS + "train: {learning_rate: -1}", right().train(t -> t.learningRate(-1))),
                new Pair(MOONS + "train: {batch_size: half}", right().train(t -> t.batchSize("half"))),
                new Pair(MOONS + "train: {early_stopping: {monitor: val_los}}",
                        right().train(t -> t.earlyStopping(s -> s.monitor("val_los")))),
                new Pair(MOONS + "train: {loss: mean_squared_error, optimizer: {type: adam, beta1: 2}}",
                        right().train(t -> t.loss(meanSquaredError()).optimizer(adam().beta1(2)))),
                new Pair(MOONS + "train: {log: [gradient_norm, dead_units], metrics: [rmse]}",
                        right().train(t -> t.log(GRADIENT_NORM, DEAD_UNITS).metrics(rmse()))),
                new Pair(MOONS + "sweep: {parameters: {learning_rate: []}}", right().over(LEARNING_RATE)),
                new Pair(MOONS + "sweep: {parameters: {learning_rate: [0.1, 0.1]}}",
                        right().over(LEARNING_RATE, 0.1, 0.1)),
                new Pair(MOONS + "sweep: {parameters: {learning_rate: [0.1, -0.2]}}",
                        right().over(LEARNING_RATE, 0.1, -0.2)),
                new Pair(MOONS + "sweep: {parameters: {learning_rate: {min: 1, max: 0.1, count: 3}}}",
                        right().over(LEARNING_RATE, range(1, 0.1).count(3))),
                new Pair(MOONS + "sweep: {parameters: {model.layers.0.dense.units: [1, 2]}}",
                        right().over(at("model.layers.0.dense.units"), 1, 2)),
                new Pair(MOONS + "sweep: {parameters: {learning_rat: [0.1]}}",
                        right().over(at("learning_rat"), 0.1)),
                new Pair(MOONS + "sweep: {parameters: {hidden: [1, 2]}}", right().over(at("hidden"), 1, 2)),
                new Pair(MOONS + "sweep: {zip: {activation: [relu, tanh], init: [zeros]}}",
                        right().zip(over(ACTIVATION, relu(), tanh()), over(INIT, zeros()))),
                new Pair(MOONS + "sweep: {parameters: {epochs: [1, 2]}, exclude: [{epochs: 3}]}",
                        right().over(EPOCHS, 1, 2).exclude(where(EPOCHS, 3))),
                new Pair(MOONS + "sweep: {cases: {a=b: {epochs: 3}}}", right().inCase("a=b", set(EPOCHS, 3))),
                new Pair(MOONS + "sweep: {cases: {\"a\\u202eb\": {epochs: 3}}}",
                        right().inCase("a\u202eb", set(EPOCHS, 3))),
                new Pair(MOONS + "sweep: {cases: {a: {epochs: 0}}}", right().inCase("a", set(EPOCHS, 0))),
                new Pair(MOONS + "sweep: {metric: {name: val_acuracy}}", right().metric("val_acuracy")),
                new Pair(MOONS + "sweep: {seeds: 0}", right().seeds(0)),
                new Pair(MOONS + "sweep: {seeds: 100000, parameters: {epochs: [1, 2]}}",
                        right().seeds(100000).over(EPOCHS, 1, 2)),
                new Pair(MOONS + "expect: [best.val_accuracy ~ 1]", right().expect("best.val_accuracy ~ 1")),
                new Pair(MOONS + "expect: [best.val_acuracy > 1]", right().expect("best.val_acuracy > 1")),
                new Pair(MOONS + "smoke: {epochs: 0}", right().smoke(set(EPOCHS, 0))),
                new Pair(MOONS + "smoke: {epoch: 1}", right().smoke(set(at("epoch"), 1))),
                new Pair(MOONS + "tracking: 'no address'", right().tracking("no address")),
                new Pair("extends: absent.yaml\n" + MOONS, right().extending("absent.yaml")));
    }

    @TestFactory
    List<DynamicTest> mistake_inJava_isToldAsInAFile() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Pair pair : pairs()) {
            tests.add(DynamicTest.dynamicTest(pair.yaml().replace("\n", " "), () -> {
                Problems problems = new Problems();
                assertTrue(gridrun.experiment.Experiment.parse("t.yaml", pair.yaml(), Request.PLAIN, problems)
                        .isEmpty());
                InvalidExperiment invalid = assertThrows(InvalidExperiment.class, pair.java()::plan);
                assertEquals(problems.inOrder().stream().map(Problem::message).sorted().toList(),
                        invalid.problems().stream().map(Problem::message).sorted().toList());
                for (Problem problem : invalid.problems()) {
                    assertEquals("DslErrorsTest.java", problem.origin().source());
                    assertTrue(problem.origin().line() > 40, problem::toString);
                }
            }));
        }
        return tests;
    }

    @Test
    void mistakes_ofAProgram_areToldAtOnceWithTheirLines() throws IOException {
        Experiment wrong = experiment("t").data(moons().samples(-5))
                .model(mlp(8).dropout(1.5));
        InvalidExperiment invalid = assertThrows(InvalidExperiment.class, wrong::plan);
        List<String> lines = Files.readAllLines(Path.of("src/test/java/gridrun/example/DslErrorsTest.java"));
        int line = lines.indexOf(lines.stream().filter(each -> each.contains("samples(-5))")).findFirst()
                .orElseThrow()) + 1;
        assertEquals("""
                DslErrorsTest.java:%d: data.samples: -5 is not a whole number from 4 to 10000000
                  %d |         Experiment wrong = experiment("t").data(moons().samples(-5))
                      |                                                                 ^^
                DslErrorsTest.java:%d: model.dropout: 1.5 is not a number from 0 up to, not with, 1
                  %d |                 .model(mlp(8).dropout(1.5));
                      |                                       ^^^
                2 errors, nothing was run.""".formatted(line, line, line + 1, line + 1), invalid.getMessage());
    }

    @Test
    void fileThatDoesNotCompile_isToldWithLineAndColumn() throws IOException {
        assertEquals("Sweep.java:5:44: cannot find symbol, symbol: method nois(double), location: class Moons",
                message("""
                        import static gridrun.dsl.Words.*;
                        import gridrun.dsl.Experiment;
                        class Sweep {
                            static Experiment define() {
                                return experiment("t").data(moons().nois(0.1));
                            }
                        }
                        """));
    }

    @Test
    void axisOfAnotherType_doesNotCompile() throws IOException {
        assertTrue(message("""
                import static gridrun.dsl.Words.*;
                import gridrun.dsl.Experiment;
                class Sweep {
                    static Experiment define() {
                        return experiment("t").over(LEARNING_RATE, "fast");
                    }
                }
                """).contains("Sweep.java:5:31: no suitable method found for over(Key<Number>,String)"));
    }

    @Test
    void fileWithoutAnExperiment_saysWhatIsMissing() throws IOException {
        assertEquals("Sweep.java: there is no method 'static Experiment define()' in a class Sweep; its result is what"
                + " is run", message("class Sweep { }"));
    }

    @Test
    void exceptionInAFile_isToldWithItsLine() throws IOException {
        assertEquals("Sweep.java:3: define() fails: java.lang.IllegalStateException: why", message("""
                class Sweep {
                    static gridrun.dsl.Experiment define() {
                        throw new IllegalStateException("why");
                    }
                }
                """));
    }

    /** The first line that is told of a file, without the directory. */
    private String message(String source) throws IOException {
        Path file = Files.writeString(directory.resolve("Sweep.java"), source);
        Problems problems = new Problems();
        assertTrue(JavaFile.read(file, Request.PLAIN, problems).isEmpty());
        assertFalse(problems.isEmpty());
        return problems.render().lines().findFirst().orElseThrow().substring(directory.toString().length() + 1);
    }
}
