package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CompareCommandTest {

    private static final String EXPERIMENT = """
            name: flowers
            data: {type: iris, validation: 0.3}
            model: {type: mlp, hidden: [4]}
            train: {epochs: 3, batch_size: 16}
            sweep: {parameters: {learning_rate: [0.001, 0.1]}, seeds: 2, metric: {name: val_accuracy}}
            tracking: none
            plots: none
            """;

    @TempDir
    Path directory;

    private Path file;

    private record Ended(int exit, String out, String err) {
    }

    private Ended run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, 120, true);
        int exit = Main.run(List.of(words), Map.of("GRIDRUN_RESULTS_DIR", directory.resolve("results").toString()),
                terminal, Interruption.watch());
        return new Ended(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String done(String... words) {
        Ended ended = run(words);
        assertEquals(Exit.DONE, ended.exit, ended.err);
        return ended.out;
    }

    @BeforeEach
    void train() throws IOException {
        file = Files.writeString(directory.resolve("flowers.yaml"), EXPERIMENT);
        done(file.toString());
    }

    @Test
    @DisplayName("two runs have McNemar's test once they kept their predictions, and a word why before")
    void runs_areComparedByTheirAnswers() {
        String[] command = {"compare", "flowers", "learning_rate=0.001", "seed=0", "flowers", "learning_rate=0.1",
            "seed=0"};
        String before = done(command);
        assertTrue(before.contains("no McNemar's test: A kept no predictions; " + file + " with --keep predictions "
                + "writes them and trains nothing again"), before);
        done(file.toString(), "--keep", "predictions");
        String after = done(command);
        assertTrue(after.matches("(?s).*\npart +both right +only A right +only B right +both wrong +p\n"
                + "validation( +\\d+){4} +\\S+\np: McNemar's test.*"), after);
        String otherSeeds = done("compare", "flowers", "learning_rate=0.1", "seed=0", "flowers", "learning_rate=0.1",
                "seed=1");
        assertTrue(otherSeeds.contains("no McNemar's test: the examples that they were asked about are not the same"),
                otherSeeds);
        assertTrue(otherSeeds.contains("seed     0  1\n"), otherSeeds);
    }

    @Test
    void mistakes_areTold() {
        Ended one = run("compare", "flowers");
        assertEquals(Exit.BAD_INPUT, one.exit);
        assertTrue(one.err.startsWith("compare takes two experiments, configurations or runs"), one.err);
        Ended metric = run("compare", "flowers", file.toString(), "--metric", "val_loss, nope");
        assertEquals(Exit.BAD_INPUT, metric.exit);
        assertTrue(metric.err.startsWith("--metric: 'nope' is no figure of these runs; there are: best.accuracy, "),
                metric.err);
        Ended first = run("compare", "seed=0", "flowers", "flowers");
        assertEquals(Exit.BAD_INPUT, first.exit);
        assertTrue(first.err.startsWith("'seed=0' follows no name"), first.err);
    }
}
