package gridrun.artifact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.Download;
import gridrun.execute.Drawing;
import gridrun.execute.Executor;
import gridrun.execute.Profiles;
import gridrun.execute.RetryRules;
import gridrun.execute.RunListener;
import gridrun.execute.SweepRecord;
import gridrun.experiment.Experiment;
import gridrun.kernel.choice.KernelChoice;
import gridrun.observed.Layers;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.plot.PictureFormat;
import gridrun.plot.Plots;
import gridrun.store.Facts;
import gridrun.store.Outcome;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.Arrays;
import gridrun.observed.Histograms;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Observations of layers, from the file to the store. */
class LayerRecordTest {

    @TempDir
    Path directory;

    /** Hears and says nothing. */
    private static final class Silence implements RunListener {

        @Override
        public void ended(Job job, Outcome outcome, String reason) {
            assertEquals(Outcome.COMPLETED, outcome, reason);
        }
    }

    @Test
    void fewLayers_areMetricsAndATable() throws Exception {
        Job job = run(2, "[gradient_norm, dead_units]");
        try (Store store = Store.open(directory)) {
            assertEquals(2, store.metrics(job.runKey(), "gradient_norm/dense_2").size());
            assertEquals(2, store.metrics(job.runKey(), "dead_units/dense_1").size());
            assertTrue(store.metrics(job.runKey(), "activation_mean/dense_1").isEmpty(), "not asked for");
            assertEquals(6, LayerRecord.read(store, store.run(job.runKey()).orElseThrow()).points().size());
            assertTrue(store.run(job.runKey()).orElseThrow().summary().containsKey("final.loss"));
            String metrics = Files.readString(store.runDirectory(job.runKey()).resolve("metrics.csv"));
            assertFalse(metrics.contains("/"), metrics);
        }
    }

    @Test
    @DisplayName("Twenty layers are metrics, one more makes all of them a table alone")
    void manyLayers_areATableAlone() throws Exception {
        Job twenty = run(19, "[gradient_norm]");
        Job more = run(20, "[gradient_norm]");
        try (Store store = Store.open(directory)) {
            assertEquals(2, store.metrics(twenty.runKey(), "gradient_norm/output").size());
            assertTrue(store.metrics(more.runKey(), "gradient_norm/output").isEmpty());
            assertEquals(2, store.metrics(more.runKey(), "gradient_norm").size());
            Layers layers = LayerRecord.read(store, store.run(more.runKey()).orElseThrow());
            assertEquals(21, layers.names().size());
            assertEquals("dense_10", layers.names().get(9));
        }
    }

    @Test
    void notAsked_nothingIsRecorded_andTheWeightsAreTheSame() throws Exception {
        Job silent = run(2, "null");
        Job observed = run(2, "[activation_std, activation_mean]");
        try (Store store = Store.open(directory)) {
            assertTrue(store.metrics(silent.runKey()).stream()
                    .noneMatch(metric -> metric.key().contains("/") && !metric.key().startsWith("system/")));
            assertFalse(Files.exists(store.runDirectory(silent.runKey()).resolve(LayerRecord.TABLE)));
            assertFalse(Files.exists(store.runDirectory(observed.runKey()).resolve(LayerRecord.TIME_TABLE)));
            assertEquals(store.run(silent.runKey()).orElseThrow().facts().get(Facts.WEIGHTS_SHA256),
                    store.run(observed.runKey()).orElseThrow().facts().get(Facts.WEIGHTS_SHA256));
        }
    }

    @Test
    void sweep_comparesItsConfigurationsLayerByLayer() throws Exception {
        Experiment experiment = experiment(3, "[gradient_norm]", "sweep: {parameters: {activation: [relu, sigmoid]}}");
        List<Job> jobs = train(experiment);
        try (Store store = Store.open(directory)) {
            SweepRecord record = SweepRecord.plan(store, experiment, jobs);
            try (Recording recording = record.begin()) {
                record.finish(recording, false);
                record.tabulate(new Projections(Assertions::fail));
            }
            draw(store, record);
            for (String picture : List.of("curves.png", "layers-first-epoch.png", "layers-last-epoch.png")) {
                assertEquals(Plots.areAvailable(), Files.exists(record.directory().resolve(picture)), picture);
            }
        }
    }

    @Test
    void histograms_areATableAndAPicture_ofEachEpochAndLayer() throws Exception {
        Experiment experiment = experiment(2, "[activation_histogram, gradient_histogram]", "");
        List<Job> jobs = train(experiment);
        try (Store store = Store.open(directory)) {
            String run = jobs.get(0).runKey();
            String table = Files.readString(store.runDirectory(run).resolve("histograms.csv"));
            List<Histograms.Point> points = Histograms.parse(table).points();
            assertEquals(Set.of("activation_histogram", "gradient_histogram"),
                    points.stream().map(Histograms.Point::observation).collect(Collectors.toSet()));
            assertEquals(Set.of(1, 2), points.stream().map(Histograms.Point::epoch).collect(Collectors.toSet()));
            assertTrue(points.stream().allMatch(point -> Math.abs(Arrays.stream(point.shares()).sum() - 1) < 1e-9));
            assertTrue(store.metrics(run).stream().noneMatch(metric -> metric.key().contains("histogram")));
            new Drawing(store, store.sweeps().get(0), loader(), new Projections(Assertions::fail),
                    Set.of(PictureFormat.PNG))
                    .draw(List.of(store.run(run).orElseThrow()), false, 1, () -> false);
            assertEquals(Plots.areAvailable(), Files.exists(store.runDirectory(run).resolve("histograms.png")));
        }
    }

    @Test
    void timeSteps_areATableAlone_andASweepComparesThem() throws Exception {
        Experiment experiment = experiment("""
                name: steps
                data: {type: adding, samples: 60, length: 30}
                model: {layers: [{lstm: 3}]}
                train: {epochs: 2, log: [gradient_norm, gradient_norm_over_time]}
                sweep:
                  cases: {lstm: {}, gru: {model: {layers: [{gru: {units: 3, return_sequences: true}}, {gru: 2}]}}}
                """);
        List<Job> jobs = train(experiment);
        try (Store store = Store.open(directory)) {
            String lstm = jobs.get(0).runKey();
            Run first = store.run(lstm).orElseThrow();
            assertEquals(2 * 30, LayerRecord.readOverTime(store, first).points().size());
            Run second = store.run(jobs.get(1).runKey()).orElseThrow();
            assertEquals(2 * 30 * 2, LayerRecord.readOverTime(store, second).points().size());
            assertTrue(store.metrics(lstm).stream()
                    .noneMatch(metric -> metric.key().startsWith("gradient_norm_over_time")));
            assertEquals(List.of("lstm_1", "output"), LayerRecord.read(store, first).names());
            assertEquals(2, store.metrics(lstm, "gradient_norm/lstm_1").size());
            SweepRecord record = SweepRecord.plan(store, experiment, jobs);
            try (Recording recording = record.begin()) {
                record.finish(recording, false);
                record.tabulate(new Projections(Assertions::fail));
            }
            draw(store, record);
            for (Path files : List.of(record.directory(), store.runDirectory(lstm))) {
                assertEquals(Plots.areAvailable(), Files.exists(files.resolve("gradients-over-time.png")));
            }
        }
    }

    /** Draws a sweep and its runs, where this machine can draw. */
    private void draw(Store store, SweepRecord record) {
        Drawing drawing = new Drawing(store, record.sweep(), loader(), new Projections(line -> {
            assertFalse(Plots.areAvailable(), line);
        }), Set.of(PictureFormat.PNG));
        drawing.draw(store.runs(record.sweep().sweepId()), true, 1, () -> false);
    }

    private DataLoader loader() {
        return new DataLoader(new DataDirectory(directory, new Download(line -> {})));
    }

    private Job run(int hidden, String log) throws Exception {
        return train(experiment(hidden, log, "")).get(0);
    }

    private static Experiment experiment(int hidden, String log, String sweep) {
        return experiment("""
                name: layers
                data: {type: moons, samples: 60}
                model: {hidden: %s}
                train: {epochs: 2, log: %s}
                %s
                """.formatted(Collections.nCopies(hidden, 4), log, sweep));
    }

    private static Experiment experiment(String file) {
        Problems problems = new Problems();
        return Experiment.parse("layers.yaml", file, List.of(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private List<Job> train(Experiment experiment) throws Exception {
        List<Job> jobs = Job.of(experiment);
        DataLoader loader = loader();
        try (Store store = Store.open(directory)) {
            SweepRecord.plan(store, experiment, jobs);
            new Executor(store, loader, KernelChoice.best(), new Concurrency(2, 1), new Silence(), RetryRules.USUAL,
                    new Profiles(false, Set.of()),
                    () -> false)
                    .run(jobs);
        }
        return jobs;
    }
}
