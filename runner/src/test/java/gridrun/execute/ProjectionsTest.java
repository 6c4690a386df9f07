package gridrun.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.artifact.Projections;
import gridrun.artifact.RunPictures;
import gridrun.config.Problems;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.Download;
import gridrun.experiment.Experiment;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.plot.PictureFormat;
import gridrun.plot.Plots;
import gridrun.store.FileLocks;
import gridrun.store.Outcome;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of results may fail; the results stand. */
@Tag("slow")
class ProjectionsTest {

    @TempDir
    Path directory;

    /** Notes the warnings, and throws whatever it is told of a run. */
    private static final class Broken implements RunListener {

        private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void started(Job job) {
            throw new IllegalStateException("no terminal");
        }

        @Override
        public void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
            throw new IllegalStateException("no terminal");
        }

        @Override
        public void ended(Job job, Outcome outcome, String reason) {
            throw new IllegalStateException("no terminal");
        }

        @Override
        public void warned(String line) {
            warnings.add(line);
        }
    }

    @Test
    @DisplayName("Whatever a projection throws is one line, and the others are made")
    void files_thatCannotBeMade_areAWarning() {
        List<String> warnings = new ArrayList<>();
        Projections projections = new Projections(warnings::add);
        Map<String, Callable<byte[]>> wanted = new LinkedHashMap<>();
        wanted.put("layers.png", () -> {
            throw new NumberFormatException("Infinite or NaN");
        });
        wanted.put("results.md", () -> "table".getBytes(StandardCharsets.UTF_8));
        wanted.put("curves.png", () -> {
            throw new NumberFormatException("Infinite or NaN");
        });
        wanted.put("confusion.png", () -> {
            throw new StackOverflowError("too\ndeep");
        });
        assertEquals(Set.of("results.md"), projections.files("seed=3", wanted).keySet());
        assertEquals(Set.of("results.md"), projections.files("seed=4", wanted).keySet());
        assertEquals(List.of(
                "layers.png, curves.png of seed=3 cannot be made, what was trained stands: "
                        + "NumberFormatException: Infinite or NaN",
                "confusion.png of seed=3 cannot be made, what was trained stands: StackOverflowError: too deep"),
                warnings, "said once, not once a run");
    }

    @Test
    @DisplayName("Six layers of zeros, whose deviations are 0 but for the last one's rounding, are trained and drawn")
    void zeros_withDeviationsLogged_areTrainedAndDrawn() throws Exception {
        Experiment experiment = experiment("""
                name: zeros
                seed: 3
                data: {type: spirals, samples: 300}
                model: {hidden: [32, 32, 32, 32, 32, 32], init: zeros}
                train: {epochs: 20, log: [activation_std]}
                """);
        Broken listener = new Broken();
        Job job = train(experiment, "results", listener).get(0);
        assertEquals(List.of("progress of zeros cannot be made, what was trained stands: "
                + "IllegalStateException: no terminal"), listener.warnings);
        try (Store store = Store.open(directory.resolve("results"))) {
            Set<String> files = files(store, job);
            assertTrue(files.containsAll(Set.of("weights.npz", "metrics.csv", "layers.csv")), files.toString());
            assertEquals(Plots.areAvailable() ? 0 : 1, draw(store, job).size());
            assertEquals(Plots.areAvailable(), files(store, job).contains("layers.png"));
        }
    }

    @Test
    @DisplayName("A run of which one picture could not be made is drawn again by a later command")
    void onePictureThatCannotBeMade_isMadeLater() throws Exception {
        assumeTrue(Plots.areAvailable(), "this machine cannot draw");
        Job job = trained();
        try (Store store = Store.open(directory.resolve("results"))) {
            Sweep sweep = store.sweeps().get(0);
            Map<String, Callable<byte[]>> files = new LinkedHashMap<>(
                    RunPictures.of(store, sweep, run(store, job), loader(), Set.of(PictureFormat.PNG)));
            files.put("layers.png", () -> {
                throw new OutOfMemoryError("of a picture alone");
            });
            List<String> warnings = new ArrayList<>();
            new Additions(store, new Projections(warnings::add)).add(
                    "pictures", run(store, job), () -> files, RunPictures.drawn(sweep));
            store.flush();
            assertEquals(1, warnings.size(), warnings.toString());
            assertTrue(files(store, job).contains("curves.png"));
            assertTrue(RunPictures.areStale(store, sweep, run(store, job)), "one is missing");
            assertEquals(List.of(), draw(store, job));
            assertTrue(files(store, job).contains("layers.png"));
            assertFalse(RunPictures.areStale(store, sweep, run(store, job)));
        }
    }

    @Test
    @DisplayName("Pictures that cannot be kept are a warning, the run stands, and they are drawn later")
    void picturesThatAreInTheWay_failNoRun_andAreDrawnLater() throws Exception {
        assumeTrue(Plots.areAvailable(), "this machine cannot draw");
        Job job = trained();
        try (Store store = Store.open(directory.resolve("results"))) {
            Set<String> tables =
                    Set.of("config.yaml", "preprocessing.yaml", "metrics.csv", "weights.npz", "layers.csv",
                            "confusion.csv", "per_class.csv");
            assertEquals(tables, files(store, job));
            Path inTheWay = store.runDirectory(job.runKey()).resolve(PictureFormat.PNG.file(RunPictures.CURVES))
                    .resolve("in-the-way");
            Files.createDirectories(inTheWay);
            List<String> warnings = draw(store, job);
            assertEquals(1, warnings.size());
            assertTrue(warnings.get(0).startsWith("pictures of kept cannot be made, "
                    + "what was trained stands: StoreException: cannot write into "), warnings.toString());
            assertEquals(tables, files(store, job));
            Files.delete(inTheWay);
            Files.delete(inTheWay.getParent());
            assertEquals(List.of(), draw(store, job));
            Set<String> all = new TreeSet<>(tables);
            all.addAll(Set.of("curves.png", "layers.png", "confusion.png", "decision_boundary.png",
                    "worst_examples.csv"));
            assertEquals(all, files(store, job));
        }
    }

    @Test
    void aRunWhoseLockIsHeld_isLeftToItsHolder() throws Exception {
        Experiment experiment = experiment("""
                name: held
                data: {type: moons, samples: 60}
                model: {hidden: [4]}
                train: {epochs: 2}
                """);
        Job job = Job.of(experiment).get(0);
        try (Store store = Store.open(directory.resolve("results"))) {
            SweepRecord.plan(store, experiment, List.of(job));
            try (Recording recording = store.start(job.runKey(), 1)) {
                recording.finish(Outcome.COMPLETED, 2);
            }
            FileLocks.Held lock = store.lockRun(job.runKey());
            assertEquals(List.of(), draw(store, job));
            lock.close();
            assertEquals(1, draw(store, job).size(), "there are no weights to draw from");
        }
    }

    /** Trains a run with layers to be drawn. */
    private Job trained() throws Exception {
        return train(experiment("""
                name: kept
                data: {type: moons, samples: 60, validation: 0.2}
                model: {hidden: [4]}
                train: {epochs: 2, log: [gradient_norm]}
                """), "results", new Broken()).get(0);
    }

    /** Draws a run, and returns what was warned of. */
    private List<String> draw(Store store, Job job) {
        List<String> warnings = new ArrayList<>();
        new Drawing(store, store.sweeps().get(0), loader(), new Projections(warnings::add),
                Set.of(PictureFormat.PNG))
                .draw(List.of(run(store, job)), false, 1, () -> false);
        store.flush();
        return warnings;
    }

    private static Run run(Store store, Job job) {
        return store.run(job.runKey()).orElseThrow();
    }

    private static Set<String> files(Store store, Job job) {
        return run(store, job).artifacts().stream().map(artifact -> artifact.path()).collect(Collectors.toSet());
    }

    private static Experiment experiment(String file) {
        Problems problems = new Problems();
        return Experiment.parse("kept.yaml", file, List.of(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private DataLoader loader() {
        return new DataLoader(new DataDirectory(directory, new Download(line -> {})));
    }

    private List<Job> train(Experiment experiment, String results, RunListener listener) {
        List<Job> jobs = Job.of(experiment);
        try (Store store = Store.open(directory.resolve(results))) {
            SweepRecord.plan(store, experiment, jobs);
            new Executor(store, loader(), KernelChoice.best(), new Concurrency(1, 1), listener, RetryRules.USUAL,
                    new Profiles(false, Set.of()),
                    () -> false).run(jobs);
        }
        return jobs;
    }
}
