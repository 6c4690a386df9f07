package gridrun.example;

import static gridrun.dsl.Words.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.dsl.Experiment;
import gridrun.dsl.InvalidExperiment;
import gridrun.dsl.JavaFile;
import gridrun.experiment.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mistake in Java is told as the same mistake in a file is, with the line of the program. */
class DslErrorsTest {

    @TempDir
    Path directory;

    @Test
    void mistakes_ofAProgram_areToldAtOnceWithTheirLines() throws IOException {
        Experiment wrong = experiment("t").data(moons().samples(-5))
                .model(mlp(8).dropout(1.5));
        InvalidExperiment invalid = assertThrows(InvalidExperiment.class, wrong::plan);
        List<String> lines = Files.readAllLines(Path.of("src/test/java/gridrun/example/DslErrorsTest.java"));
        int line = lines.indexOf(lines.stream().filter(each -> each.contains("samples(-5))")).findFirst()
                .orElseThrow()) + 1;
        assertEquals("""
                DslErrorsTest.java:%d: data.samples: -5 is not a whole number from 4, for 2 classes, to 10000000
                %5d |         Experiment wrong = experiment("t").data(moons().samples(-5))
                      |                                                                 ^^
                DslErrorsTest.java:%d: model.dropout: 1.5 is not a number from 0 up to, not with, 1
                %5d |                 .model(mlp(8).dropout(1.5));
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
