package gridrun.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.component.Default;
import gridrun.component.Version;
import gridrun.config.Problems;
import gridrun.data.CustomDataset;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.DataLost;
import gridrun.data.Download;
import gridrun.experiment.Experiment;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.random.Rng;
import gridrun.result.WeightsComparison;
import gridrun.store.Facts;
import gridrun.store.MetricValue;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.task.Dataset;
import gridrun.task.Dataset.Task;
import gridrun.tensor.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs side by side: one that fails is alone in that, and what is done is not done again. */
@Tag("slow")
class ExecutorTest {

    @TempDir
    Path directory;

    private static final String FAILING = "{type: '%s'}".formatted(Failing.class.getName());

    /** Data of somebody else's code, which fails. */
    @Version("1")
    record Failing(@Default("0.2") double validation) implements CustomDataset {

        @Override
        public Shape input() {
            return Shape.of(2);
        }

        @Override
        public Task task() {
            return Task.classification(2);
        }

        @Override
        public int size() {
            return 60;
        }

        @Override
        public Dataset examples(Rng random) {
            throw new IllegalStateException("no luck");
        }
    }

    /** Notes what it is told. */
    private static final class Notes implements RunListener {

        private final List<String> ended = Collections.synchronizedList(new ArrayList<>());
        private final List<String> started = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void started(Job job) {
            started.add(job.spec().name());
        }

        @Override
        public void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
            assertTrue(metrics.containsKey("loss"));
        }

        @Override
        public void ended(Job job, Outcome outcome, String reason) {
            ended.add(job.spec().name() + " " + outcome.word() + (reason == null ? "" : ": " + reason));
        }
    }

    @Test
    void run_oneThatFails_doesNotKeepTheOthers() throws Exception {
        List<Job> jobs =
                plan("data: [{type: moons, samples: 60}, %s, {type: circles, samples: 60}]".formatted(FAILING));
        Notes notes = run(jobs, () -> false);
        assertEquals(3, notes.ended.size());
        assertEquals(2, notes.ended.stream().filter(text -> text.endsWith("completed")).count());
        String failure = notes.ended.stream().filter(text -> text.contains("failed: ")).findFirst().orElseThrow();
        assertTrue(failure.contains("Failing fails: java.lang.IllegalStateException: no luck"), failure);
        try (Store store = Store.open(directory.resolve("results"))) {
            Run failed = store.run(jobs.get(1).runKey()).orElseThrow();
            assertEquals(Outcome.FAILED, failed.outcome().orElseThrow());
            assertTrue(failed.error().orElseThrow().contains("no luck"));
            Path log = store.runDirectory(jobs.get(1).runKey()).resolve("error.log");
            assertTrue(Files.readString(log).contains("DataUnavailable"));
        }
    }

    @Test
    @DisplayName("data that cannot be had any more are no run's fault: nothing is recorded of it, and the others stop")
    void run_lostData_stops_andTheRunStaysUntried() throws Exception {
        List<Job> jobs = plan("data: [{type: moons, samples: 60}, {type: mnist}, {type: circles, samples: 60}]");
        DataLost lost = assertThrows(DataLost.class, () -> run(jobs, RetryRules.USUAL, 1, () -> false));
        assertTrue(lost.getMessage().contains("train-images-idx3-ubyte is missing"), lost.getMessage());
        try (Store store = Store.open(directory.resolve("results"))) {
            assertEquals(List.of("completed", "none", "none"), runs(store, jobs).stream()
                    .map(run -> run.outcome().map(Outcome::word).orElse("none")).toList());
        }
    }

    @Test
    void run_secondTime_trainsNothingThatHasAResult() throws Exception {
        List<Job> jobs = plan("learning_rate: [0.01, 0.1]");
        assertEquals(2, run(jobs, () -> false).started.size());
        Notes second = run(jobs, () -> false);
        assertEquals(0, second.started.size());
        assertEquals(2, second.ended.size());
    }

    @Test
    void run_divergedRun_isAResult() throws Exception {
        List<Job> jobs = plan("learning_rate: [0.01, 1e30]");
        Notes notes = run(jobs, () -> false);
        assertTrue(notes.ended.stream().anyMatch(text -> text.endsWith("diverged")), notes.ended::toString);
        try (Store store = Store.open(directory.resolve("results"))) {
            Run diverged = store.run(jobs.get(1).runKey()).orElseThrow();
            assertTrue(diverged.hasResult());
            assertTrue(diverged.summary().containsKey("diverged_at_epoch"), diverged.summary()::toString);
        }
    }

    @Test
    void run_stopped_leavesInterruptedRunsThatAreTrainedNextTime() throws Exception {
        List<Job> jobs = plan("learning_rate: [0.01, 0.1]");
        int[] asked = {0};
        run(jobs, () -> ++asked[0] > 5);
        try (Store store = Store.open(directory.resolve("results"))) {
            assertFalse(store.run(jobs.get(1).runKey()).orElseThrow().hasResult());
        }
        assertTrue(run(jobs, () -> false).ended.stream().allMatch(text -> text.endsWith("completed")));
    }

    @Test
    void run_failedRun_isTriedAgainOnlyWhenAsked() throws Exception {
        List<Job> jobs = plan("data: [{type: moons, samples: 60}, %s]".formatted(FAILING));
        run(jobs, () -> false);
        Notes usual = run(jobs, () -> false);
        assertEquals(List.of(), usual.started);
        assertTrue(usual.ended.stream().anyMatch(text -> text.contains("failed: ")), usual.ended::toString);
        assertEquals(List.of(jobs.get(1).spec().name()),
                run(jobs, new RetryRules(false, true, Integer.MAX_VALUE), 2, () -> false).started);
    }

    @Test
    void run_tooManyFailures_startsNoOther() throws Exception {
        String axis = "data: [%s, %s, {type: moons, samples: 60}]".formatted(FAILING,
                FAILING.replace("}", ", validation: 0.3}"));
        Notes notes = run(plan(axis), new RetryRules(false, false, 1), 1, () -> false);
        assertEquals(1, notes.started.size());
        Notes more = run(plan(axis), new RetryRules(false, true, 2), 1, () -> false);
        assertEquals(2, more.started.size());
        assertFalse(startedAll);
        assertEquals(1, run(plan(axis), RetryRules.USUAL, 1, () -> false).started.size());
        assertTrue(startedAll);
    }

    @Test
    void run_fresh_trainsToTheSameWeights_andTheFirstRowsStand() throws Exception {
        List<Job> jobs = plan("learning_rate: [0.01, 0.1]");
        run(jobs, () -> false);
        List<MetricValue> rows;
        WeightsComparison repetition;
        try (Store store = Store.open(directory.resolve("results"))) {
            rows = store.metrics(jobs.get(0).runKey());
            repetition = new WeightsComparison(runs(store, jobs));
        }
        assertEquals(2, run(jobs, new RetryRules(true, false, Integer.MAX_VALUE), 2, () -> false).started.size());
        try (Store store = Store.open(directory.resolve("results"))) {
            assertEquals(rows, store.metrics(jobs.get(0).runKey()));
            assertEquals(2, repetition.same(runs(store, jobs)));
            assertEquals(List.of(), repetition.different(runs(store, jobs)));
            store.amend(jobs.get(0).runKey()).facts(Map.of(Facts.WEIGHTS_SHA256, "0000"));
            store.flush();
            assertEquals(1, repetition.different(runs(store, jobs)).size());
        }
    }

    private static List<Run> runs(Store store, List<Job> jobs) {
        return jobs.stream().map(job -> store.run(job.runKey()).orElseThrow()).toList();
    }

    private boolean startedAll;

    private Notes run(List<Job> jobs, BooleanSupplier stop) throws Exception {
        return run(jobs, RetryRules.USUAL, 2, stop);
    }

    private Notes run(List<Job> jobs, RetryRules rules, int atOnce, BooleanSupplier stop) throws Exception {
        Notes notes = new Notes();
        // A file where the data directory should be: nothing can be read from there, nor downloaded into it.
        Path noDirectory = directory.resolve("no-directory");
        Files.writeString(noDirectory, "");
        DataLoader loader = new DataLoader(new DataDirectory(noDirectory, new Download(line -> {})));
        try (Store store = Store.open(directory.resolve("results"))) {
            SweepRecord.plan(store, experiment, jobs);
            startedAll =
                    new Executor(store, loader, KernelChoice.best(), new Concurrency(atOnce, 1), notes, rules,
                            new Profiles(false, Set.of()),
                            stop)
                            .run(jobs);
        }
        return notes;
    }

    private Experiment experiment;

    private List<Job> plan(String axis) {
        Problems problems = new Problems();
        experiment = Experiment.parse("experiment.yaml", """
                name: executor
                data: {type: moons, samples: 60}
                model: {hidden: [4]}
                train: {optimizer: sgd, epochs: 3, batch_size: 8, loss: null}
                sweep: {parameters: {%s}}
                """.formatted(axis), List.of(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
        return Job.of(experiment);
    }
}
