package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are asked about anew: another metric to rank by gives the results of a fresh store, without training. */
@Tag("slow")
class SharedRunsTest {

    private static final String EXPERIMENT = """
            name: moons
            data: {type: moons, samples: 200}
            model: {type: mlp, hidden: [16]}
            train: {optimizer: sgd, epochs: 60}
            sweep:
              parameters: {learning_rate: [0.3, 0.03]}
              seeds: 3
            """;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void experiment() throws IOException {
        file = Files.writeString(directory.resolve("moons.yaml"), EXPERIMENT);
    }

    private String run(String store, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, 120, true);
        int exit = Main
                .run(Stream.concat(Stream.of(words), Stream.of("--results-dir", directory.resolve(store).toString()))
                        .toList(), Map.of(), terminal, Interruption.watch());
        assertEquals(Exit.DONE, exit, err::toString);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String trained(String store, String metric) {
        return run(store, file.toString(), "tracking=none", "sweep.metric=" + metric);
    }

    private static String table(String out) {
        return out.substring(out.indexOf("rank"), out.indexOf("results:"));
    }

    private List<Path> sweepFiles(String store) throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve(store).resolve("sweeps"))) {
            return files.filter(path -> path.endsWith("results.md") || path.endsWith("results.csv")).sorted().toList();
        }
    }

    @Test
    void anotherMetric_ranksAsInAFreshStore() throws IOException {
        String byAccuracy = trained("shared", "{name: val_accuracy}");
        String byLoss = trained("shared", "{name: val_loss}");
        assertTrue(byLoss.contains("6 done, 0 to do"), byLoss);
        String fresh = trained("fresh", "{name: val_loss}");
        assertEquals(table(fresh), table(byLoss));
        assertFalse(table(byAccuracy).contains("best.val_loss"), byAccuracy);
        List<Path> shared = sweepFiles("shared");
        List<Path> freshFiles = sweepFiles("fresh");
        for (int i = 0; i < shared.size(); i++) {
            assertEquals(Files.readString(freshFiles.get(i)), Files.readString(shared.get(i)), shared.get(i)::toString);
        }
        assertEquals(2, shared.size());
        assertEquals(table(byAccuracy), table(trained("shared", "{name: val_accuracy}")), "and back again");
    }

    @Test
    @DisplayName("a metric that early stopping follows makes other configurations, which take the place of the "
            + "earlier ones")
    void monitorThatFollowsTheMetric_replacesRunsRatherThanMixingThem() throws IOException {
        String stopping = "early_stopping={patience: 3}";
        String byAccuracy =
                table(run("stop", file.toString(), "tracking=none", stopping, "sweep.metric={name: val_accuracy}"));
        run("stop", file.toString(), "tracking=none", stopping, "sweep.metric={name: val_loss}");
        assertEquals(7, run("stop", "results", "moons", "--format", "csv").lines().count());
        String again = run("stop", file.toString(), "tracking=none", stopping, "sweep.metric={name: val_accuracy}");
        assertTrue(again.contains("6 done, 0 to do"), again);
        assertEquals(byAccuracy, table(again));
        String left =
                Files.readString(sweepFiles("stop").stream().filter(path -> path.endsWith("results.md")).findFirst()
                        .orElseThrow());
        assertEquals(2, left.lines().filter(line -> line.matches("\\| [0-9]+ \\|.*")).count(), left);
    }

    @Test
    void finalFigure_isRankedByTheLastEpoch() {
        String out = table(trained("final", "{name: final.val_loss}"));
        assertTrue(out.matches("(?s)rank  learning_rate  final.val_loss  mark .* best.val_loss  95 % interval +"
                + "best_epoch  95 % interval +runs\n.*"), out);
    }

    @Test
    void keptFigure_isRankedByTheWeightsThatAreKept() {
        String out = table(run("kept", file.toString(), "tracking=none", "sweep.metric={name: kept.val_accuracy}",
                "early_stopping={patience: 5}"));
        assertTrue(out.matches("(?s)rank  learning_rate  kept.val_accuracy  mark .* best.val_accuracy  .*"), out);
        String params = run("kept", "results", "moons", "--format", "csv");
        assertTrue(params.lines().findFirst().orElseThrow().contains("train.early_stopping.monitor"), params);
        assertTrue(params.contains(",val_accuracy,"), "early stopping watches what is ranked: " + params);
    }
}
