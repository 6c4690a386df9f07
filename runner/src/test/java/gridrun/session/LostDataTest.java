package gridrun.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.config.Problems;
import gridrun.data.DataDirectory;
import gridrun.data.DataLoader;
import gridrun.data.DataLost;
import gridrun.data.Download;
import gridrun.experiment.Experiment;
import gridrun.plan.Job;
import gridrun.plan.Plan;
import gridrun.store.Artifact;
import gridrun.store.Facts;
import gridrun.store.Outcome;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.trained.TrainedRun;
import gridrun.trained.Unusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the data that is changed or goes away while runs are trained that were planned with it. */
@Tag("slow")
class LostDataTest {

    private static final String CLASSES = "no,yes";
    private static final String OTHERS = "yes,no";

    @TempDir
    Path directory;

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

    private void write(String name, String classes) {
        String[] names = classes.split(",");
        StringBuilder rows = new StringBuilder("x,z,y\n");
        for (int i = 0; i < 40; i++) {
            rows.append("%d,%d,%s%n".formatted(i, i * i % 7, names[i * 3 % 7 % names.length]));
        }
        try {
            Files.writeString(directory.resolve(name), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() {
        try {
            Files.delete(directory.resolve("d.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void writeBoth() throws IOException {
        write("d.csv", CLASSES);
        write("t.csv", CLASSES);
        Files.writeString(directory.resolve("lost.yaml"), """
                name: lost
                data: {type: csv, path: d.csv, test: t.csv}
                model: {hidden: [3]}
                train: {epochs: 4, batch_size: 8}
                sweep: {seeds: 3}
                plots: none
                """);
    }

    private Experiment experiment() {
        Problems problems = new Problems();
        return Experiment.read(directory.resolve("lost.yaml"), List.of(), false, problems)
                .orElseThrow(() -> new AssertionError(problems.render()));
    }

    private SessionOptions options(String results) {
        return SessionOptions.in(directory.resolve(results)).withJobs(1);
    }

    private List<String> weights(String results, SessionListener listener) throws IOException {
        try (Session session = Session.open(options(results), listener)) {
            Conclusion conclusion = session.run(experiment());
            assertEquals(List.of(), warnings);
            return conclusion.runs().stream().map(run -> run.facts().get(Facts.WEIGHTS_SHA256)).toList();
        }
    }

    /** Does something at the end of the first run's second epoch. */
    private SessionListener disturbing(Runnable change) {
        return new SessionListener() {

            @Override
            public void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
                if (job.spec().seed() == 0 && epoch == 2) {
                    change.run();
                }
            }

            @Override
            public void warned(String line) {
                warnings.add(line);
            }
        };
    }

    private void assertStops(Runnable change, String message) throws IOException {
        List<String> undisturbed = weights("undisturbed", SessionListener.NOBODY);
        DataLost lost = assertThrows(DataLost.class, () -> weights("results", disturbing(change)));
        assertTrue(lost.getMessage().contains(message), lost.getMessage());
        assertEquals(List.of(), warnings);
        try (Store store = Store.open(directory.resolve("results"))) {
            Sweep sweep = store.sweeps().get(0);
            assertEquals(Outcome.INTERRUPTED, sweep.outcome().orElseThrow());
            assertTrue(sweep.artifacts().stream().map(Artifact::path).toList()
                    .containsAll(List.of("results.csv", "results.md", "report.html")), sweep.artifacts()::toString);
            List<Run> runs = store.runs(sweep.sweepId());
            assertEquals(List.of("completed", "none", "none"),
                    runs.stream().map(run -> run.outcome().map(Outcome::word).orElse("none")).toList());
            assertEquals(undisturbed.get(0), runs.get(0).facts().get(Facts.WEIGHTS_SHA256));
            assertTrue(runs.get(0).artifacts().stream().map(Artifact::path).toList()
                    .containsAll(List.of("confusion.csv", "per_class.csv")), runs.get(0).artifacts()::toString);
        }
        write("d.csv", CLASSES);
        assertEquals(undisturbed, weights("results", SessionListener.NOBODY));
    }

    @Test
    @DisplayName("runs that were planned with a file are not trained with what it became")
    void changedFile_stopsTheExperiment() throws IOException {
        assertStops(() -> write("d.csv", OTHERS), "d.csv or ");
    }

    @Test
    void changedTestFile_stopsTheExperiment() throws IOException {
        SessionListener listener = disturbing(() -> write("t.csv", OTHERS));
        DataLost lost = assertThrows(DataLost.class, () -> weights("results", listener));
        assertTrue(lost.getMessage().contains("t.csv was changed while the experiment ran"), lost.getMessage());
    }

    @Test
    @DisplayName("a file that is gone for a moment fails no run, and takes no table from the one that is trained")
    void absentFile_stopsTheExperiment() throws IOException {
        assertStops(this::delete, "there is no file ");
    }

    /** Another class, and so another network, which the run that is under way must not get. */
    @Test
    void fileOfAnotherShape_stopsTheExperiment() throws IOException {
        assertStops(() -> write("d.csv", "no,yes,perhaps"), "d.csv");
    }

    @Test
    @DisplayName("an experiment that is planned again in the same session is trained with the file as it is by then")
    void changedBetweenTwoExperiments_isReadAgain() throws IOException {
        write("d.csv", OTHERS);
        List<String> others = weights("others", SessionListener.NOBODY);
        write("d.csv", CLASSES);
        try (Session session = Session.open(options("results"), SessionListener.NOBODY)) {
            session.run(experiment());
            write("d.csv", OTHERS);
            assertEquals(others, session.run(Plan.of(experiment())).runs().stream()
                    .map(run -> run.facts().get(Facts.WEIGHTS_SHA256)).toList());
        }
    }

    @Test
    void changedTestFile_isNotTakenForThatOfTheRun() throws IOException {
        weights("results", SessionListener.NOBODY);
        write("t.csv", OTHERS);
        DataLoader loader = new DataLoader(new DataDirectory(directory, new Download(line -> {})));
        try (Store store = Store.open(directory.resolve("results"))) {
            Sweep sweep = store.sweeps().get(0);
            TrainedRun trained = TrainedRun.load(store, sweep, store.runs(sweep.sweepId()).get(0), loader);
            Unusable unusable = assertThrows(Unusable.class, trained::data);
            assertTrue(unusable.getMessage().contains("have changed since it was trained"), unusable.getMessage());
        }
    }
}
