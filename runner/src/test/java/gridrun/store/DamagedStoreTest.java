package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.trial.Trials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the files of a store is noticed, a way out is named, and it keeps what is whole. */
@Tag("slow")
@Tag("trial")
class DamagedStoreTest {

    private static final int FLIPS = Trials.times(40, 60);
    private static final SweepPlan PLAN = Plans.sweep("lr", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6");

    @TempDir
    static Path whole;
    /** As a process leaves it that is killed. */
    @TempDir
    static Path crashed;
    private static Map<String, List<MetricValue>> undisturbed;

    @TempDir
    Path results;

    @BeforeAll
    static void record() throws IOException {
        Store store = Store.open(whole);
        store.plan(PLAN);
        Random random = new Random(1);
        for (PlannedRun planned : PLAN.runs()) {
            Recording run = store.start(planned.runKey(), 1);
            for (int epoch = 1; epoch <= 60; epoch++) {
                run.metrics(epoch, epoch, Map.of("loss", random.nextDouble(), "val_loss", random.nextDouble()));
            }
            run.facts(Map.of("kind", "a fact"));
            run.artifact("weights.npz", planned.name().repeat(50).getBytes(StandardCharsets.UTF_8));
            run.finish(Outcome.COMPLETED, 99);
        }
        store.flush();
        copy(whole, crashed);
        store.close();
        undisturbed = metrics(whole);
        assertEquals(PLAN.runs().size(), undisturbed.size());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.skip(1).toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The metrics of all runs that have ended. */
    private static Map<String, List<MetricValue>> metrics(Path results) {
        try (Store store = Store.open(results)) {
            Map<String, List<MetricValue>> metrics = new HashMap<>();
            store.runs(PLAN.sweepId()).stream().filter(Run::hasResult)
                    .forEach(run -> metrics.put(run.runKey(), store.metrics(run.runKey())));
            return metrics;
        }
    }

    private Path database() {
        return results.resolve(Store.DATABASE);
    }

    private void flip(Path file, Random random) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file, content);
    }

    /** What is kept is as it was, and whole; returns the number of runs. */
    private int assertKeepsWhatIsWhole() {
        Recovery.Report report = Recovery.recover(results);
        Map<String, List<MetricValue>> kept = metrics(results);
        assertEquals(report.kept(), kept.size());
        kept.forEach((run, rows) -> assertEquals(undisturbed.get(run), rows));
        Recovery.Report again = Recovery.recover(results);
        assertEquals(null, again.aside(), "what was recovered is whole");
        return kept.size();
    }

    @Test
    void anyBitOfADatabaseThatWasClosed_isMissed() throws IOException {
        Map<String, Integer> kept = new LinkedHashMap<>();
        for (int i = 0; i < FLIPS; i++) {
            Path here = Files.createDirectories(results.resolve("flip-" + i));
            copy(whole, here);
            Path all = results;
            results = here;
            flip(database(), new Random(i));
            StoreException e = assertThrows(StoreException.class, () -> Store.open(here), "flip " + i);
            assertTrue(e.getMessage().contains("'recover' keeps what is whole"), e.getMessage());
            kept.merge(assertKeepsWhatIsWhole() + " runs", 1, Integer::sum);
            results = all;
        }
        assertTrue(kept.getOrDefault("0 runs", 0) < FLIPS / 4, "hardly anything is kept: " + kept);
        Trials.tell("damaged store", "%d times a bit after the end: all detected, then kept %s", FLIPS, kept);
    }

    @Test
    void anyBitAfterACrash_isMissed_whereItChangesWhatRunsRecorded() throws IOException {
        for (int i = 0; i < FLIPS; i++) {
            Path here = Files.createDirectories(results.resolve("flip-" + i));
            copy(crashed, here);
            Path all = results;
            results = here;
            Random random = new Random(i);
            flip(random.nextBoolean() ? database() : results.resolve(Store.DATABASE + "-wal"), random);
            try {
                metrics(here)
                        .forEach((run, rows) -> assertEquals(undisturbed.get(run), rows, "another value, unnoticed"));
            } catch (StoreException e) {
                assertTrue(e.getMessage().contains("'recover'"), e.getMessage());
                assertKeepsWhatIsWhole();
            }
            results = all;
        }
    }

    /** What tables and MLflow show of a run beside its metrics: none of it may become something else after a crash. */
    @ParameterizedTest
    @ValueSource(strings = {"UPDATE run SET settings = settings + 1 WHERE entry = (SELECT MIN(entry) FROM run)",
        "UPDATE tag SET value = 'x' WHERE entry = (SELECT MIN(entry) FROM run)",
        "UPDATE fact SET value = 'x' WHERE entry = (SELECT MIN(entry) FROM run)",
        "UPDATE artifact SET size = size + 1 WHERE entry = (SELECT MIN(entry) FROM run)"})
    void anotherValueOfARunThatHasEnded_isMissedAfterACrash(String damage) throws Exception {
        copy(crashed, results);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate(damage) > 0, damage);
        }
        StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(e.getMessage().contains("what it has of 1 run is not what was recorded"), e.getMessage());
        assertEquals(PLAN.runs().size() - 1, assertKeepsWhatIsWhole());
    }

    /** What runs share is of each of them. */
    @Test
    void anotherSettingOfAllRuns_isMissedAfterACrash() throws Exception {
        copy(crashed, results);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var statement = connection.createStatement()) {
            assertTrue(statement.executeUpdate("UPDATE shared SET content = '{\"learning_rate\":\"9\"}' WHERE id = "
                    + "(SELECT settings FROM run ORDER BY entry LIMIT 1)") > 0);
        }
        assertThrows(StoreException.class, () -> Store.open(results));
        assertEquals(PLAN.runs().size() - 1, assertKeepsWhatIsWhole());
    }

    /** Nothing vouches for what a run shares that has not ended: the next plan says it again. */
    @ParameterizedTest
    @ValueSource(strings = {"no JSON", "{\"learning_rate\":\"9\"}"})
    void anotherSettingOfARunThatHasNotEnded_isPlannedAgain(String content) throws Exception {
        copy(crashed, results);
        String last = PLAN.runs().get(PLAN.runs().size() - 1).runKey();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM seal WHERE entry = (SELECT id FROM entry WHERE key = '" + last + "')");
            statement.executeUpdate(
                    "UPDATE entry SET state = 'planned', outcome = NULL, end_ms = NULL WHERE key = '" + last + "'");
            statement.executeUpdate("UPDATE shared SET content = '" + content + "' WHERE id = "
                    + "(SELECT r.settings FROM run r JOIN entry e ON e.id = r.entry WHERE e.key = '" + last + "')");
            statement.executeUpdate("UPDATE metric SET value = 9 WHERE entry = (SELECT MIN(entry) FROM run)");
        }
        Recovery.recover(results);
        try (Store store = Store.open(results)) {
            store.plan(PLAN);
            assertEquals(PLAN.runs().get(PLAN.runs().size() - 1).settings(), store.params(last));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 4096, 10_000})
    void aDatabaseThatWasCutShort_isNotANewOne(int length) throws IOException {
        copy(whole, results);
        Files.write(database(), Arrays.copyOf(Files.readAllBytes(database()), length));
        StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(e.getMessage().contains("'recover'"), e.getMessage());
        assertKeepsWhatIsWhole();
    }

    @Test
    void filesWithoutADatabase_areNotANewStore_andAreSetAside() throws IOException {
        copy(whole, results);
        Files.delete(database());
        StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(e.getMessage().contains("is missing, but"), e.getMessage());
        Recovery.Report report = Recovery.recover(results);
        assertTrue(Files.isDirectory(report.aside().resolve("runs")), report::toString);
        assertFalse(Files.exists(results.resolve("runs")));
        Store.open(results).close();
    }

    @Test
    void aRunsFileThatIsAnother_losesTheRun_andNoOther() throws IOException {
        copy(whole, results);
        Path run;
        try (Store store = Store.open(results)) {
            run = store.runDirectory(PLAN.runs().get(2).runKey());
        }
        flip(run.resolve("weights.npz"), new Random(3));
        Recovery.Report report = Recovery.recover(results);
        assertEquals(List.of("%s (%s): weights.npz is not as it was recorded".formatted(PLAN.runs().get(2).name(),
                PLAN.runs().get(2).runKey().substring(0, 12))), report.lost());
        Map<String, List<MetricValue>> kept = metrics(results);
        assertEquals(PLAN.runs().size() - 1, kept.size());
        assertFalse(kept.containsKey(PLAN.runs().get(2).runKey()));
    }

    @Test
    void damagedFilesOfASweep_areForgotten_andItsViewsDeleted() throws IOException {
        copy(whole, results);
        Path files;
        try (Store store = Store.open(results)) {
            Map<String, byte[]> contents = new LinkedHashMap<>();
            for (String name : List.of("best.yaml", "results.csv", "results.md", "curves.png", "report.html")) {
                contents.put(name, name.getBytes(StandardCharsets.UTF_8));
            }
            store.amend(PLAN.sweepId()).artifacts(contents);
            files = store.sweepDirectory(store.sweep(PLAN.sweepId()).orElseThrow());
        }
        flip(files.resolve("report.html"), new Random(1));
        Files.delete(files.resolve("curves.png"));
        Recovery.Report views = Recovery.recover(results);
        assertEquals(new Recovery.Report(PLAN.runs().size(), List.of(),
                List.of(files.resolve("curves.png"), files.resolve("report.html")), null), views);
        assertFalse(Files.exists(files.resolve("report.html")));
        flip(files.resolve("best.yaml"), new Random(2));
        Files.delete(files.resolve("results.md"));
        Recovery.Report tables = Recovery.recover(results);
        assertEquals(List.of("best.yaml of lr is not as it was recorded", "results.md of lr is gone or cut short"),
                tables.lost());
        assertTrue(Files.exists(tables.aside().resolve(results.toRealPath().relativize(files)).resolve("best.yaml")));
        assertFalse(Files.exists(files.resolve("best.yaml")));
        assertEquals(undisturbed, metrics(results));
        try (Store store = Store.open(results)) {
            assertEquals(List.of("curves.png", "report.html", "results.csv"), store.sweep(PLAN.sweepId()).orElseThrow()
                    .artifacts().stream().map(Artifact::path).sorted().toList());
        }
    }

    /** Nothing but the results is looked at or moved, whatever their rows say. */
    @Test
    void filesThatWouldBeElsewhere_areForgotten_andStayWhereTheyAre() throws Exception {
        copy(whole, Files.createDirectories(results.resolve("here")));
        Path outside = Files.writeString(results.resolve("outside.png"), "mine");
        results = results.resolve("here");
        try (Store store = Store.open(results)) {
            store.amend(PLAN.sweepId()).artifact("curves.png", new byte[1]);
        }
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database());
                var statement = connection.createStatement()) {
            assertEquals(1, statement.executeUpdate("UPDATE artifact SET path = '../../../../outside.png' "
                    + "WHERE path = 'curves.png'"));
        }
        assertEquals(List.of("../../../../outside.png of lr cannot be read"), Recovery.recover(results).lost());
        assertEquals("mine", Files.readString(outside));
    }

    /** Killed when the damaged database was aside already, and the recovered one not yet in its place. */
    @Test
    void aRecoveryThatIsCutOff_isEndedByTheNext() throws IOException {
        copy(whole, results);
        flip(results.resolve("runs").resolve(PLAN.runs().get(2).runKey().substring(0, 16)).resolve("weights.npz"),
                new Random(3));
        Recovery.Report cutOff = Recovery.recover(results);
        Files.move(database(), results.resolve(Store.DATABASE + ".recovered"));
        Files.move(results.resolve(Store.DATABASE + ClosingDigest.SUFFIX), cutOff.aside().resolve("moved"));
        StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(e.getMessage().contains("'recover'"), e.getMessage());
        Recovery.Report report = Recovery.recover(results);
        assertEquals(new Recovery.Report(PLAN.runs().size() - 1,
                List.of("what a 'recover' that was cut off had left out"), List.of(), cutOff.aside()), report);
        assertEquals(PLAN.runs().size() - 1, metrics(results).size());
    }

    @Test
    void whatIsWhole_staysAsItIs() throws IOException {
        copy(whole, results);
        byte[] before = Files.readAllBytes(database());
        Recovery.Report report = Recovery.recover(results);
        assertEquals(new Recovery.Report(PLAN.runs().size(), List.of(), List.of(), null), report);
        assertEquals(undisturbed, metrics(results));
        assertEquals(before.length, Files.size(database()));
    }

    @Test
    void recoverWhereNoResultsAre_saysSo_andSetsNothingAside() throws IOException {
        StoreException e = assertThrows(StoreException.class, () -> Recovery.recover(results));
        assertEquals("there are no results in " + results.toRealPath(), e.getMessage());
        assertTrue(Files.notExists(results.resolve("damaged-1")));
    }

    @Test
    void recoverWhileSomebodyWorks_isRefused() throws IOException {
        copy(whole, results);
        try (Store store = Store.open(results)) {
            FileLocks.Held lock = store.lockRun(PLAN.runs().get(0).runKey());
            assertThrows(StoreException.class, () -> Recovery.recover(results));
            lock.close();
        }
    }

    @Test
    void resultsThatAreDeletedMeanwhile_areMissedAtTheNextWrite() throws IOException {
        copy(whole, results);
        try (Store store = Store.open(results)) {
            Files.delete(database());
            StoreException e = assertThrows(StoreException.class,
                    () -> store.amend(PLAN.sweepId()).artifact("a", new byte[1]));
            assertTrue(e.getMessage().contains("was deleted or replaced while this command used it"), e.getMessage());
            assertThrows(StoreException.class, () -> store.plan(PLAN));
        } catch (StoreException closed) {
            assertTrue(closed.getMessage().contains("was deleted or replaced"), closed.getMessage());
        }
    }

    @Test
    void whatAKilledProcessWasWriting_goesAwayWithTheNextWriter() throws Exception {
        copy(whole, results);
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        String key = PLAN.runs().get(0).runKey();
        try (Store store = Store.open(results)) {
            Path left = Files.write(store.runDirectory(key).resolve(".weights.npz.%d-1.tmp".formatted(gone.pid())),
                    new byte[9]);
            Path own = Files.write(store.runDirectory(key).resolve(
                    ".x.%d-1.tmp".formatted(ProcessHandle.current().pid())), new byte[9]);
            store.start(key, 1);
            assertFalse(Files.exists(left));
            assertTrue(Files.exists(own), "whoever still runs may still write");
            Path picture = Files.write(store.runDirectory(key).resolve(".curves.png.%d-2.tmp".formatted(gone.pid())),
                    new byte[9]);
            store.amend(key).close();
            assertFalse(Files.exists(picture), "what was drawn after the end");
        }
    }
}
