package gridrun.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.Download;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.plan.Reuse;
import gridrun.store.Artifact;
import gridrun.store.Facts;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is cut off goes on from its last checkpoint, and its results are those of an undisturbed one. */
@Tag("slow")
class ContinuedRunTest {

    /** 12 steps an epoch. */
    private static final String RUN = """
            name: continued
            data: {type: moons, samples: 120, validation: 0.2}
            model: {hidden: [8], dropout: 0.2}
            train: {epochs: 6, batch_size: 8, log: [gradient_norm, activation_mean]}
            checkpoint: {every_seconds: 1e-6}
            """;

    @TempDir
    Path directory;

    /** Notes what it is told. */
    private static final class Notes implements RunListener {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void started(Job job) {}

        @Override
        public void continued(Job job, Continuation from) {
            lines.add(from.toString());
        }

        @Override
        public void epochEnded(Job job, int epoch, Map<String, Double> metrics) {}

        @Override
        public void ended(Job job, Outcome outcome, String reason) {
            lines.add(outcome.word());
        }

        @Override
        public void warned(String line) {
            lines.add(line);
        }
    }

    private static Experiment experiment(String text, String... overrides) {
        Problems problems = new Problems();
        return Experiment.parse("continued.yaml", text, new Request(List.of(overrides), false, true), problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private List<String> train(String results, Experiment experiment, RetryRules rules, BooleanSupplier stop) {
        Notes notes = new Notes();
        DataLoader loader = new DataLoader(new DataDirectory(directory, new Download(line -> {})));
        try (Store store = Store.open(directory.resolve(results))) {
            List<Job> jobs = Job.of(experiment);
            SweepRecord.plan(store, experiment, jobs);
            new Executor(store, loader, KernelChoice.best(), new Concurrency(1, 1), notes, rules,
                    new Profiles(false, Set.of()), stop)
                    .run(jobs);
        }
        return notes.lines;
    }

    private List<String> train(String results, Experiment experiment) {
        return train(results, experiment, RetryRules.USUAL, () -> false);
    }

    /** Trains so many steps. */
    private List<String> cutOff(String results, Experiment experiment, int steps) {
        int[] left = {steps + 1}; // it is asked once before a run is begun
        return train(results, experiment, RetryRules.USUAL, () -> left[0]-- <= 0);
    }

    /** All that must be as if nothing had happened: not what depends on the clock, nor pictures' timings. */
    private String content(String results, Experiment experiment) {
        try (Store store = Store.open(directory.resolve(results))) {
            String key = Job.of(experiment).get(0).runKey();
            Run run = store.run(key).orElseThrow();
            Map<String, String> files = run.artifacts().stream().filter(file -> !file.path().equals("weights.npz"))
                    .collect(Collectors.toMap(Artifact::path, Artifact::sha256, (a, b) -> a, TreeMap::new));
            return String.join("\n", run.outcome().toString(), run.error().toString(),
                    run.facts().get(Facts.WEIGHTS_SHA256), files.toString(), run.summary().toString(),
                    store.metrics(key).stream().filter(metric -> !metric.key().startsWith("system/"))
                            .map(metric -> metric.step() + " " + metric.key() + " " + metric.value())
                            .collect(Collectors.joining("\n")));
        }
    }

    private List<String> checkpoints(String results) throws IOException {
        Path there = directory.resolve(results).resolve("checkpoints");
        if (!Files.exists(there)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("^[0-9a-f]{16}", "")).sorted().toList();
        }
    }

    @Test
    void run_cutOffAnywhere_endsAsAnUndisturbedOne() throws IOException {
        Experiment experiment = experiment(RUN);
        train("whole", experiment);
        for (int steps : new int[] {1, 11, 12, 13, 30, 71}) {
            String results = "cut-" + steps;
            assertEquals(List.of("interrupted"), cutOff(results, experiment, steps));
            assertEquals(List.of(".checkpoint"), checkpoints(results));
            List<String> told = train(results, experiment);
            // What is between two epochs stands at the end of the one, where nobody asks whether to stop.
            String where = steps % 12 == 0 ? "epoch " + steps / 12
                    : "epoch %d, step %d of 12".formatted(steps / 12 + 1, steps % 12);
            assertEquals(List.of("continued from " + where, "completed"), told);
            assertEquals(content("whole", experiment), content(results, experiment));
            assertEquals(List.of(".end"), checkpoints(results), "of a finished run only its end is kept");
        }
    }

    @Test
    void run_cutOffAgainAndAgain_endsAsAnUndisturbedOne() {
        Experiment experiment = experiment(RUN);
        train("whole", experiment);
        List<String> told = cutOff("often", experiment, 5);
        while (!told.contains("completed")) {
            told = cutOff("often", experiment, 5);
        }
        assertEquals(content("whole", experiment), content("often", experiment));
    }

    @Test
    void checkpoint_thatIsDamagedOrOfAnother_isIgnoredWithAWord() throws IOException {
        Experiment experiment = experiment(RUN);
        Experiment other = experiment(RUN, "seed=1");
        train("whole", experiment);
        cutOff("other", other, 20);
        cutOff("damaged", experiment, 20);
        Path mine = file("damaged", experiment);
        byte[] bytes = Files.readAllBytes(mine);
        bytes[bytes.length / 2] ^= 1;
        Files.write(mine, bytes);
        assertIgnored("is damaged", experiment);
        Files.copy(file("other", other), mine, StandardCopyOption.REPLACE_EXISTING);
        assertIgnored("is of another run", experiment);
    }

    private void assertIgnored(String why, Experiment experiment) throws IOException {
        Path mine = file("damaged", experiment);
        byte[] bytes = Files.readAllBytes(mine);
        List<String> told = train("damaged", experiment, new RetryRules(false, false, 1), () -> false);
        assertEquals(2, told.size(), told::toString);
        assertTrue(told.get(0).startsWith("continued: the checkpoint "), told::toString);
        assertTrue(told.get(0).endsWith(why + " and is not used"), told::toString);
        assertEquals(content("whole", experiment), content("damaged", experiment));
        // The next one finds a run that was never trained.
        try (Stream<Path> files = Files.walk(directory.resolve("damaged"))) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        Files.createDirectories(mine.getParent());
        Files.write(mine, bytes);
    }

    private Path file(String results, Experiment experiment) {
        return directory.resolve(results).resolve("checkpoints")
                .resolve(Job.of(experiment).get(0).runKey().substring(0, 16) + ".checkpoint");
    }

    @Test
    void longerRun_goesOnFromTheEndOfAShorterOne_andIsWhatItWouldBeFromScratch() throws IOException {
        Experiment longer = experiment(RUN, "epochs=9");
        train("scratch", longer);
        train("extended", experiment(RUN));
        assertEquals(List.of("1 run again: train.epochs is 9, was 6", "1 run from the end of a shorter run"),
                reuse("extended", longer));
        assertEquals(List.of("continued from the run of 6 epochs", "completed"), train("extended", longer));
        assertEquals(content("scratch", longer), content("extended", longer));
        assertEquals(List.of(".end"), checkpoints("extended"), "the longest takes the place of the shorter");
        assertEquals(List.of("continued from the run of 9 epochs", "completed"),
                train("extended", experiment(RUN, "epochs=10")));
    }

    @Test
    void longerRun_ofAScheduleThatDependsOnTheEnd_beginsAtItsBeginning() throws IOException {
        train("cosine", experiment(RUN, "train.schedule=cosine"));
        assertEquals(List.of(), checkpoints("cosine"));
        assertEquals(List.of("completed"), train("cosine", experiment(RUN, "train.schedule=cosine", "epochs=9")));
    }

    @Test
    void runThatStoppedEarly_leavesNothingToGoOnFrom() throws IOException {
        String stopping = "train.early_stopping={patience: 1, min_delta: 1}";
        train("early", experiment(RUN, stopping));
        assertEquals(List.of(), checkpoints("early"));
    }

    @Test
    void shortRun_leavesNothing() throws IOException {
        Experiment usual = experiment(RUN, "~checkpoint");
        cutOff("short", usual, 20);
        train("short", usual);
        assertFalse(Files.exists(directory.resolve("short").resolve("checkpoints")));
        Experiment none = experiment(RUN, "checkpoint.every_seconds=0");
        cutOff("none", none, 20);
        assertEquals(List.of("completed"), train("none", none));
        assertFalse(Files.exists(directory.resolve("none").resolve("checkpoints")));
    }

    @Test
    void checkpointsByEpochs_areWritten() throws IOException {
        Experiment byEpochs = experiment(RUN, "checkpoint={every_epochs: 2, every_seconds: 0}", "epochs=100000");
        Path file = file("epochs", byEpochs);
        train("epochs", byEpochs, RetryRules.USUAL, () -> Files.exists(file));
        List<String> told = cutOff("epochs", byEpochs, 1);
        assertTrue(told.get(0).matches("continued from epoch [0-9]*[02468]"), told::toString);
    }

    @Test
    void fresh_takesNoCheckpoint() {
        Experiment experiment = experiment(RUN);
        cutOff("fresh", experiment, 20);
        assertEquals(List.of("completed"), train("fresh", experiment, new RetryRules(true, false, 1), () -> false));
    }

    @Test
    void checkpointsThatCannotBeWritten_costAWarningAndNoRun() throws IOException {
        Files.createDirectories(directory.resolve("full"));
        Files.writeString(directory.resolve("full").resolve("checkpoints"), "a file where the directory should be");
        List<String> told = train("full", experiment(RUN, "train.schedule=cosine", "epochs=200"));
        assertEquals("completed", told.get(told.size() - 1), told::toString);
        assertEquals("continued: no checkpoint can be written, training goes on: a file is where a directory should be",
                told.get(1));
    }

    @Test
    void plan_saysWhatIsTrainedAgainAndWhy() {
        Experiment experiment = experiment(RUN);
        assertEquals(List.of(), reuse("plan", experiment));
        cutOff("plan", experiment, 20);
        assertEquals(List.of("1 run from a checkpoint"), reuse("plan", experiment));
        train("plan", experiment);
        assertEquals(List.of("1 run again: data.samples is 130, was 120; train.batch_size is 16, was 8"),
                reuse("plan", experiment(RUN, "data.samples=130", "batch_size=16")));
        Job job = Job.of(experiment).get(0);
        String data = job.version().substring(0, job.version().lastIndexOf(' '));
        assertEquals(List.of("1 run again: the data have changed"),
                reuse("plan", List.of(of(job, "other 1")), false));
        assertEquals(List.of("1 run again: this version of Gridrun computes other numbers (numerics 7, was 1)"),
                reuse("plan", List.of(of(job, data + " 7")), false));
    }

    private static Job of(Job job, String version) {
        return new Job(job.spec(), "0".repeat(64), version, job.data(), job.checkpoint());
    }

    @Test
    void plan_saysWhereRunsBegin_asTheyDo() {
        Experiment experiment = experiment(RUN);
        train("ends", experiment);
        String longer = "1 run again: train.epochs is 9, was 6";
        assertEquals(List.of(longer, "1 run from the end of a shorter run"),
                reuse("ends", experiment(RUN, "epochs=9")));
        assertEquals(List.of(longer), reuse("ends", experiment(RUN, "epochs=9"), true), "afresh");
        assertEquals(List.of("1 run again: train.epochs is 2, was 6"), reuse("ends", experiment(RUN, "epochs=2")),
                "a shorter run cannot go on from the end of a longer one");
        assertEquals(List.of("completed"), train("ends", experiment(RUN, "epochs=2")));
    }

    private List<String> reuse(String results, Experiment experiment) {
        return reuse(results, experiment, false);
    }

    private List<String> reuse(String results, Experiment experiment, boolean fresh) {
        return reuse(results, Job.of(experiment), fresh);
    }

    private List<String> reuse(String results, List<Job> jobs, boolean fresh) {
        try (Store store = Store.open(directory.resolve(results))) {
            return Reuse.of(store, "continued", jobs, fresh);
        }
    }
}
