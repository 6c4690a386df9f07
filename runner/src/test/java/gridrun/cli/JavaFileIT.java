package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Java file does what a YAML file does, in every command that takes one. */
@Tag("slow")
class JavaFileIT {

    private static final String PROGRAM = """
            import static gridrun.dsl.Words.*;

            class Small {

                static gridrun.dsl.Experiment define() {
                    return experiment("small").data(moons().samples(60)).model(mlp(4)).train(t -> t.epochs(2))
                            .over(LEARNING_RATE, 0.1, 0.01).tracking("none");
                }
            }
            """;

    @TempDir
    Path directory;

    private Runner runner;
    private String java;
    private String yaml;

    @BeforeEach
    void files() throws IOException {
        runner = Runner.in(directory.resolve("results"));
        java = Files.writeString(directory.resolve("Small.java"), PROGRAM).toString();
        yaml = Files.writeString(directory.resolve("other.yaml"), """
                name: other
                data: {type: moons, samples: 60}
                model: {hidden: [4]}
                train: {epochs: 2}
                tracking: none
                """).toString();
    }

    private Runner.Ended right(String... words) throws IOException, InterruptedException {
        Runner.Ended ended = runner.run(words);
        assertEquals(Exit.DONE, ended.exit(), ended::toString);
        return ended;
    }

    @Test
    void filesOfBothKinds_areRunByOneCommand_andNotAgain() throws IOException, InterruptedException {
        right(java, yaml, "--check-gradients");
        Runner.Ended again = right(java, yaml);
        assertTrue(again.out().contains("small: 2 configurations x 1 seed = 2 runs (2 done, 0 to do)"),
                again::toString);
        assertTrue(again.out().contains("other: 1 run (1 done, 0 to do)"), again::toString);
        assertEquals(2, runner.weights("small").size());
        assertEquals(1, runner.weights("other").size());
        Runner.Ended more = right(java, "learning_rate=0.1,0.01,0.001");
        assertEquals(3, runner.weights("small").size(), more::toString);
    }

    @Test
    void resultsAndEvaluation_areThoseOfTheExperiment() throws IOException, InterruptedException {
        right(java);
        assertTrue(right("results", "small").out().contains("learning_rate"));
        assertTrue(right("evaluate", "small").out().contains("accuracy"));
        assertTrue(right("gradients", java).out().contains("small"));
    }

    @Test
    void renderedYaml_isTheSameExperiment() throws IOException, InterruptedException {
        right(java);
        Path rendered = Files.writeString(directory.resolve("small.yaml"), right(java, "--render").out());
        Runner.Ended again = right(rendered.toString(), "--dry-run");
        assertTrue(again.out().contains("2 done, 0 to do"), again::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.se,jdk.unsupported",
        "java.sql,java.desktop,java.management,java.net.http,java.naming,jdk.unsupported"})
    void javaWithoutCompiler_saysSoInOneSentence(String modules) throws IOException, InterruptedException {
        Runner.Ended ended = runner.withOptions("--limit-modules", modules).run(java);
        assertEquals(Exit.BAD_INPUT, ended.exit(), ended::toString);
        assertEquals(java + ": this Java cannot compile, so it runs no Java files: start it by the java of a JDK,"
                + " or run the YAML that --render prints there\n1 error, nothing was run.\n", ended.err());
    }
}
