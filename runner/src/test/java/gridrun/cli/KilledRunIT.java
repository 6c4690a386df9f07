package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.cli.Runner.Ended;
import gridrun.store.Artifact;
import gridrun.store.Facts;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep that is killed again and again, half of the times within runs that have checkpoints, ends with the content of
 * an undisturbed one. {@code -Dgridrun.kills=50} kills more often.
 */
@Tag("long")
class KilledRunIT {

    private static final int KILLS = Integer.getInteger("gridrun.kills", 4);

    private static final String EXPERIMENT = """
            name: killed
            data: {type: spirals, samples: 2000, validation: 0.2}
            model: {hidden: [96, 96], dropout: 0.1}
            train:
              epochs: %d
              schedule: {type: reduce_on_plateau, patience: 4}
              early_stopping: {patience: 1000}
            sweep: {parameters: {optimizer: [adam, nadam]}, seeds: 2}
            checkpoint: {every_seconds: 0.1}
            """.formatted(40 * KILLS);

    @TempDir
    Path temporary;

    /** What is recorded, but for what depends on the clock: by run, the outcome, weights, files and metrics. */
    private static Map<String, String> content(Path results) {
        Map<String, String> content = new TreeMap<>();
        try (Store store = Store.open(results)) {
            Sweep sweep = store.sweeps("killed").get(0);
            for (Run run : store.runs(sweep.sweepId())) {
                content.put(run.name(), String.join("\n", run.outcome().toString(), run.error().toString(),
                        run.facts().get(Facts.WEIGHTS_SHA256),
                        run.artifacts().stream().filter(file -> file.path().matches("metrics.csv|config.yaml"))
                                .map(Artifact::toString).collect(Collectors.joining("\n")),
                        store.metrics(run.runKey()).stream().filter(metric -> !metric.key().startsWith("system/"))
                                .map(metric -> metric.step() + " " + metric.key() + " " + metric.value())
                                .collect(Collectors.joining("\n"))));
            }
        }
        return content;
    }

    private static boolean hasCheckpoint(Path results) throws IOException {
        Path there = results.resolve("checkpoints");
        if (!Files.isDirectory(there)) {
            return false;
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.anyMatch(file -> file.toString().endsWith(".checkpoint"));
        }
    }

    @Test
    void killedAgainAndAgain_endsAsAnUndisturbedSweep() throws Exception {
        Path file = Files.writeString(temporary.resolve("killed.yaml"), EXPERIMENT);
        String[] command = {file.toString(), "tracking=none"};
        Ended undisturbed = Runner.in(temporary.resolve("whole")).run(command);
        assertEquals(0, undisturbed.exit(), undisturbed::toString);
        Path results = temporary.resolve("killed");
        Runner runner = Runner.in(results);
        Random random = new Random(14);
        int within = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = runner.start(command);
            if (kill % 2 == 0) {
                while (process.isAlive() && !hasCheckpoint(results)) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            }
            process.waitFor(300 + random.nextInt(900), TimeUnit.MILLISECONDS);
            within += process.isAlive() && hasCheckpoint(results) ? 1 : 0;
            process.destroyForcibly().waitFor();
        }
        assertTrue(within > 0, "none was killed within a run that has a checkpoint");
        Ended ended = runner.run(command);
        assertEquals(0, ended.exit(), ended::toString);
        assertEquals(content(temporary.resolve("whole")), content(results));
        try (Stream<Path> files = Files.list(results.resolve("checkpoints"))) {
            assertTrue(files.allMatch(path -> path.toString().endsWith(".end")),
                    "checkpoints of finished runs are pruned");
        }
    }
}
