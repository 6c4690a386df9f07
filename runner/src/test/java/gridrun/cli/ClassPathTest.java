package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that names a class of the user's, and the option that says where the class is. */
@Tag("slow")
class ClassPathTest {

    private static final String LAYER = """
            package com.example;

            @gridrun.component.Version("1")
            public record Same(@gridrun.component.Default("1") int times) implements gridrun.nn.CustomLayer {

                @Override
                public gridrun.graph.Node trace(gridrun.graph.Graph graph, gridrun.graph.Node x) {
                    return x;
                }
            }
            """;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int run(String... words) {
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return Main.run(Stream.concat(Stream.of(words), Stream.of("--results-dir", directory.resolve("r").toString()))
                .toList(), Map.of(), new Terminal(stream, stream, false, 80, true), new Interruption());
    }

    @Test
    void commandMisspelt_isToldBeforeItsOptions() {
        assertEquals(Exit.BAD_INPUT, run("reslts", "own", "--format", "json"));
        assertEquals("reslts: there is no such file; did you mean the command 'results'?\n",
                printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void fileThatIsLikeNoCommand_isMissing() {
        assertEquals(Exit.BAD_INPUT, run("penguins"));
        assertEquals("penguins: there is no such file\n1 error, nothing was run.\n",
                printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void classOfTheUsers_isFoundByTheOption_forEveryCommand() throws IOException {
        Path source = Files.writeString(directory.resolve("Same.java"), LAYER);
        Path classes = Files.createDirectory(directory.resolve("classes"));
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", classes.toString(),
                "-classpath", System.getProperty("java.class.path"), source.toString()));
        String file = Files.writeString(directory.resolve("own.yaml"), """
                name: own
                data: {type: moons, samples: 40}
                model: {layers: [{dense: 2}, {com.example.Same: 3}]}
                train: {epochs: 1}
                tracking: none
                """).toString();
        assertEquals(Exit.BAD_INPUT, run(file));
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("""
                own.yaml:3:31: model.layers.1: there is no class com.example.Same on the class path; \
                name the jar or directory that has it by --class-path
                """), printed::toString);
        assertEquals(Exit.BAD_INPUT, run(file, "--class-path", classes + "s"));
        assertTrue(printed.toString(StandardCharsets.UTF_8).endsWith("--class-path: there is no " + classes + "s\n"));
        assertEquals(Exit.BAD_INPUT, run("--class-path", classes.toString(), "results", "own"));
        assertTrue(printed.toString(StandardCharsets.UTF_8).endsWith(
                "'results' is a command, and comes first: java -jar runner.jar results ...\n"), printed::toString);
        assertEquals(Exit.DONE, run(file, "--check-gradients", "--class-path", classes.toString()), printed::toString);
        assertEquals(Exit.DONE, run("results", "own", "--class-path", classes.toString()), printed::toString);
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("best.val_loss"), printed::toString);
    }
}
