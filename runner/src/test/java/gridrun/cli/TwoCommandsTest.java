package gridrun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.Download;
import gridrun.execute.Executor;
import gridrun.execute.Profiles;
import gridrun.execute.RetryRules;
import gridrun.execute.SweepRecord;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.store.FileLocks;
import gridrun.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two commands that plan the same runs: each run is trained once, and each command says by whom. */
class TwoCommandsTest {

    @TempDir
    Path results;

    private static final Experiment EXPERIMENT = Experiment.parse("two.yaml", """
            name: two
            data: {type: moons, samples: 60}
            model: {hidden: [4]}
            train: {epochs: 3}
            sweep: {seeds: 2, metric: {name: val_accuracy}}
            """, Request.PLAIN, new Problems()).orElseThrow();

    private String train(Store store, List<Job> jobs) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        try (Progress progress = new Progress(
                new Terminal(stream, stream, false, 80, true), false, "two", "val_accuracy", 0, jobs.size(), 6)) {
            assertTrue(new Executor(store, new DataLoader(new DataDirectory(results, new Download(line -> {}))),
                    KernelChoice.best(),
                    new Concurrency(1, 1),
                    progress, RetryRules.USUAL, new Profiles(false, Set.of()), () -> false).run(jobs));
        }
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("what the other command trained is told as that, with its figures, and not as trained for 0 epochs")
    void secondCommand_saysWhoTrained() {
        try (Store store = Store.open(results)) {
            List<Job> jobs = Job.of(EXPERIMENT);
            SweepRecord.plan(store, EXPERIMENT, jobs);
            String first = train(store, jobs);
            assertTrue(first.contains("completed after 3 epochs, val_accuracy"), first);
            String second = train(store, jobs);
            assertEquals(2, second.lines().count(), second);
            assertTrue(second.lines()
                    .allMatch(line -> line.contains("trained by another command: completed, val_accuracy 0.")
                            || line.contains("trained by another command: completed, val_accuracy 1")),
                    second);
            assertFalse(second.contains("NaN") || second.contains("0 epochs"), second);
        }
    }

    @Test
    @DisplayName("a run that another command trains at this moment is told as that, and comes last")
    void runThatIsTrainedElsewhere_comesLast() throws Exception {
        try (Store store = Store.open(results)) {
            List<Job> jobs = Job.of(EXPERIMENT);
            SweepRecord.plan(store, EXPERIMENT, jobs);
            FileLocks.Held other = store.lockRun(jobs.get(0).runKey());
            CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> train(store, jobs));
            while (!store.run(jobs.get(1).runKey()).orElseThrow().hasResult()) {
                Thread.sleep(5);
            }
            other.close();
            List<String> lines = second.get().lines().toList();
            assertEquals(jobs.get(0).spec().name()
                    + ": another command trains it at this moment; this one waits for it when the others are done",
                    lines.get(0));
            assertTrue(lines.get(1).startsWith("1/2  " + jobs.get(1).spec().name() + "  completed"), lines::toString);
            assertTrue(lines.get(2).startsWith("2/2  " + jobs.get(0).spec().name() + "  completed"), lines::toString);
        }
    }
}
