package gridrun.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.artifact.Projections;
import gridrun.config.Problems;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.Download;
import gridrun.experiment.Experiment;
import gridrun.experiment.Request;
import gridrun.kernel.choice.KernelChoice;
import gridrun.plan.Concurrency;
import gridrun.plan.Job;
import gridrun.plot.PictureFormat;
import gridrun.plot.Plots;
import gridrun.store.Store;
import gridrun.store.Sweep;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mark says that the tables are those of what is recorded, whatever other commands do meanwhile. */
class TablesMarkTest {

    private static final Experiment BY_LOSS = experiment("val_loss");
    private static final Experiment BY_ACCURACY = experiment("val_accuracy");

    @TempDir
    Path results;

    private static Experiment experiment(String metric) {
        return Experiment.parse("two.yaml", """
                name: two
                data: {type: moons, samples: 60, validation: 0.2}
                model: {hidden: [4]}
                train: {epochs: 2}
                sweep: {parameters: {learning_rate: [0.01, 0.1]}, seeds: 2, metric: {name: %s}}
                """.formatted(metric), Request.PLAIN, new Problems()).orElseThrow();
    }

    private SweepRecord trained(Store store) {
        List<Job> jobs = Job.of(BY_LOSS);
        SweepRecord record = SweepRecord.plan(store, BY_LOSS, jobs);
        assertTrue(new Executor(store, new DataLoader(new DataDirectory(results, new Download(line -> {}))),
                KernelChoice.best(), new Concurrency(1, 1), new RunListener() {}, RetryRules.USUAL,
                new Profiles(false, Set.of()), () -> false).run(jobs));
        record.tabulate(new Projections(line -> {
            throw new AssertionError(line);
        }));
        return record;
    }

    private static boolean isMarked(Store store, SweepRecord record) {
        TablesMark mark = new TablesMark(store, Optional.of("this program"));
        mark.put(record.snapshot());
        store.flush();
        return mark.isOn(record.sweep());
    }

    @Test
    void tablesOfWhatIsRecorded_areMarked_withPicturesAndPagesToo() {
        try (Store store = Store.open(results)) {
            SweepRecord record = trained(store);
            assertTrue(isMarked(store, record));
            Sweep sweep = record.sweep();
            store.amend(sweep.sweepId()).artifacts(Map.of("curves.png", new byte[1], "report.html", new byte[2]));
            store.flush();
            assertTrue(new TablesMark(store, Optional.of("this program")).isOn(record.sweep()));
            store.amend(store.runs(sweep.sweepId()).get(0).runKey()).artifact("curves.png", new byte[1]);
            store.flush();
            assertTrue(isMarked(store, record), "pictures of runs change no table");
        }
    }

    @Test
    void tablesThatAnotherPlanRanksOtherwise_areNotMarked() {
        try (Store store = Store.open(results)) {
            SweepRecord record = trained(store);
            try (Store other = Store.open(results)) {
                SweepRecord.plan(other, BY_ACCURACY, Job.of(BY_ACCURACY));
            }
            assertFalse(isMarked(store, record));
            record.tabulate(new Projections(line -> {}));
            assertTrue(isMarked(store, record), "those that are made again are right");
            assertEquals("val_accuracy", record.sweep().metric());
        }
    }

    @Test
    void picturesThatWereDrawnByAnotherPlansMetric_areNotTakenForThoseOfTheTable() {
        assumeTrue(Plots.areAvailable(), "this machine cannot draw");
        try (Store store = Store.open(results)) {
            SweepRecord record = trained(store);
            Drawing drawing = new Drawing(store, record.sweep(), null, new Projections(line -> {}),
                    Set.of(PictureFormat.PNG));
            SweepRecord.plan(store, BY_ACCURACY, Job.of(BY_ACCURACY));
            drawing.draw(List.of(), true, 1, () -> false);
            record.plan(Job.of(BY_LOSS));
            assertTrue(isMarked(store, record), "its tables are as they were");
            assertTrue(drawing.lacksOverview());
            drawing.draw(List.of(), true, 1, () -> false);
            store.flush();
            assertFalse(drawing.lacksOverview());
        }
    }

    @Test
    void tablesOfAnotherProgram_areNotMarked() {
        try (Store store = Store.open(results)) {
            SweepRecord record = trained(store);
            assertTrue(isMarked(store, record));
            assertFalse(new TablesMark(store, Optional.of("another program")).isOn(record.sweep()));
            assertFalse(new TablesMark(store, Optional.empty()).isOn(record.sweep()));
        }
    }
}
