package gridrun.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.checkpoint.CheckpointFiles;
import gridrun.cli.Runner;
import gridrun.cli.Runner.Ended;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep that is killed again and again, half of the times within runs that have checkpoints, ends with the content of
 * an undisturbed one.
 */
@Tag("trial")
class KilledRunnerIT {

    private static final int KILLS = Trials.times(6, 50);
    private static final int KILLS_OF_A_SWEEP = 10;

    private static final String SWEEP = """
            name: trial
            data: {type: spirals, samples: 2000, validation: 0.2}
            model: {hidden: [96, 96], dropout: 0.1}
            train:
              epochs: 250
              schedule: {type: reduce_on_plateau, patience: 4}
              early_stopping: {patience: 1000}
            sweep: {parameters: {optimizer: [adam, nadam]}, seeds: 2}
            checkpoint: {every_seconds: 0.1}
            """;

    @TempDir
    Path temporary;

    private int kills;
    private int within;
    private long mostLostMs;

    @Test
    void killedAgainAndAgain_endsAsAnUndisturbedSweep() throws Exception {
        try (ServerSweep sweep = new ServerSweep(temporary, SWEEP)) {
            for (int i = 0; kills < KILLS; i++) {
                Path results = temporary.resolve("killed-" + i);
                killAgainAndAgain(Runner.in(results), results, sweep.command(), Trials.random("runner", i));
                boolean saved = !CheckpointFiles.epochs(results).isEmpty();
                Ended ended = Runner.in(results).run(sweep.command());
                assertEquals(0, ended.exit(), ended::toString);
                assertEquals(saved, ended.out().contains("from a checkpoint"), ended::toString);
                assertEquals(Map.of(), CheckpointFiles.epochs(results), "checkpoints of finished runs are pruned");
                sweep.assertUndisturbed(results, ended);
            }
        }
        assertTrue(within >= kills / 2, "%d of %d within a run that has a checkpoint".formatted(within, kills));
        Trials.tell("killed runner", "%d times, %d within runs with checkpoints, at most %d ms behind the last one: "
                + "as undisturbed", kills, within, mostLostMs);
    }

    /** Until a command comes to its end, or the sweep was killed often enough. */
    private void killAgainAndAgain(Runner runner, Path results, String[] command, Random random) throws Exception {
        for (int i = 0; i < KILLS_OF_A_SWEEP && kills < KILLS; i++) {
            Map<String, Integer> before = CheckpointFiles.epochs(results);
            long startedMs = System.currentTimeMillis();
            Process process = runner.start(command);
            if (i % 2 == 0) {
                while (process.isAlive() && CheckpointFiles.newestMs(results) < startedMs) {
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            } else {
                process.waitFor(1_000, TimeUnit.MILLISECONDS);
            }
            if (process.waitFor(random.nextInt(i % 2 == 0 ? 500 : 3_000), TimeUnit.MILLISECONDS)) {
                return;
            }
            process.destroyForcibly().waitFor();
            kills++;
            long newestMs = CheckpointFiles.newestMs(results);
            if (newestMs >= startedMs) {
                within++;
                mostLostMs = Math.max(mostLostMs, System.currentTimeMillis() - newestMs);
            }
            Map<String, Integer> after = CheckpointFiles.epochs(results);
            before.forEach((run, epochs) -> assertTrue(after.getOrDefault(run, Integer.MAX_VALUE) >= epochs,
                    "what was saved is not trained again: " + before + after));
        }
    }
}
