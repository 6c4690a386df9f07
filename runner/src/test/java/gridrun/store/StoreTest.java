package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    Path results;

    private final SweepPlan plan = Plans.sweep("lr", "0.1", "0.01");
    private final String first = plan.runs().get(0).runKey();

    @Test
    void finish_thenReopen_everythingIsThere() {
        DatasetInput data = new DatasetInput("moons", "d1", "e1", "train", "generated", "moons(1000)", "{}", "{}");
        try (Store store = Store.open(results)) {
            store.plan(plan);
            Recording run = store.start(first, 2_000);
            run.metrics(1, 2_100, Map.of("loss", 0.5, "val_accuracy", Double.NaN));
            run.metrics(2, 2_200, Map.of("loss", Double.POSITIVE_INFINITY));
            run.metric("kept_epoch", 2, 2_300, 2);
            run.facts(Map.of(Facts.WEIGHTS_SHA256, "ab"));
            run.dataset(data);
            run.artifact("config.yaml", new byte[] {1, 2, 3});
            run.finish(Outcome.COMPLETED, 3_000);
        }
        try (Store store = Store.open(results)) {
            Run run = store.run(first).orElseThrow();
            assertEquals(RunState.DONE, run.state());
            assertTrue(run.hasResult());
            assertEquals("learning_rate=0.1 seed=0", run.name());
            assertEquals(Map.of("learning_rate", "0.1"), run.swept());
            assertEquals("0.1", run.params().get("train.learning_rate"));
            assertEquals(Map.of(Facts.WEIGHTS_SHA256, "ab"), run.facts());
            assertEquals(Map.of("course", "b"), run.tags());
            assertEquals(List.of(data), run.datasets());
            assertEquals(List.of(new Artifact("config.yaml", 3, DurableFiles.sha256(new byte[] {1, 2, 3}))),
                    run.artifacts());
            assertEquals(OptionalLong.of(2_000), run.startMs());
            assertEquals(OptionalLong.of(3_000), run.endMs());
            assertEquals(Map.of("kept_epoch", 2.0, "kept.loss", Double.POSITIVE_INFINITY,
                    "final.loss", Double.POSITIVE_INFINITY), run.summary());
            assertEquals(List.of(new MetricValue("loss", 1, 2_100, 0.5),
                    new MetricValue("val_accuracy", 1, 2_100, Double.NaN),
                    new MetricValue("kept_epoch", 2, 2_300, 2),
                    new MetricValue("loss", 2, 2_200, Double.POSITIVE_INFINITY)), store.metrics(first));
        }
    }

    @Test
    void metrics_recordedAgain_firstRowAndTimeStand() {
        try (Store store = Store.open(results)) {
            store.plan(plan);
            store.start(first, 2_000).metric("loss", 1, 2_100, 0.5);
            Recording again = store.start(first, 9_000);
            again.metric("loss", 1, 9_100, 0.5);
            again.metric("loss", 2, 9_200, 0.4);
            again.finish(Outcome.COMPLETED, 9_900);
            assertEquals(List.of(new MetricValue("loss", 1, 2_100, 0.5), new MetricValue("loss", 2, 9_200, 0.4)),
                    store.metrics(first, "loss"));
            assertEquals(OptionalLong.of(2_000), store.run(first).orElseThrow().startMs());
        }
    }

    @Test
    void plan_extended_newOrderAndOldMembersLast() {
        try (Store store = Store.open(results)) {
            store.plan(plan);
            store.plan(Plans.sweep("lr", "0.5", "0.1"));
            store.plan(Plans.sweep("lr", "0.5", "0.1"));
            assertEquals(List.of("0.5", "0.1", "0.01"),
                    store.runs(plan.sweepId()).stream().map(run -> run.swept().get("learning_rate")).toList());
            Sweep sweep = store.sweeps("lr").get(0);
            assertEquals(List.of("learning_rate"), sweep.axes());
            assertEquals("What is asked.", sweep.description());
            assertEquals(Map.of("team", "blue"), sweep.tags());
            assertEquals(1, store.sweeps().size());
        }
    }

    @Test
    void start_afterFailure_clearsTheError() {
        try (Store store = Store.open(results)) {
            store.plan(plan);
            store.start(first, 1).fail("no memory", "trace", 2);
            Run failed = store.run(first).orElseThrow();
            assertEquals(Optional.of("no memory"), failed.error());
            assertFalse(failed.hasResult());
            store.start(first, 3);
            store.flush();
            assertEquals(RunState.RUNNING, store.run(first).orElseThrow().state());
            assertEquals(Optional.empty(), store.run(first).orElseThrow().error());
        }
    }

    @Test
    void start_unplannedRun_isRefused() {
        try (Store store = Store.open(results)) {
            assertThrows(StoreException.class, () -> store.start("ab".repeat(32), 1));
        }
    }

    @Test
    void artifact_badPath_isRefused() {
        try (Store store = Store.open(results)) {
            store.plan(plan);
            Recording run = store.start(first, 1);
            for (String path : List.of("../x", "a//b", "/x", "a%41", "a#b", "", "..")) {
                assertThrows(IllegalArgumentException.class, () -> run.artifact(path, new byte[0]), path);
            }
            assertTrue(Files.exists(run.directory().resolve(run.artifact("a/b.txt", new byte[0]).path())));
        }
    }

    @Test
    void artifact_onInterruptedThread_isWrittenAndStaysInterrupted() {
        try (Store store = Store.open(results)) {
            store.plan(plan);
            Recording run = store.start(first, 1);
            Thread.currentThread().interrupt();
            run.artifact("weights.npz", new byte[10]);
            run.finish(Outcome.INTERRUPTED, 2);
            assertTrue(Thread.interrupted());
            assertEquals(10, store.run(first).orElseThrow().artifacts().get(0).size());
        }
    }

    @Test
    void metrics_withoutFinish_areCommittedInAGroup() throws InterruptedException {
        try (Store store = Store.open(results)) {
            store.plan(plan);
            Recording run = store.start(first, 1);
            CountDownLatch committed = new CountDownLatch(1);
            store.onCommit(committed::countDown);
            for (int step = 1; step <= 1_000; step++) {
                run.metric("loss", step, step, step);
            }
            assertTrue(committed.await(10, TimeUnit.SECONDS));
            store.flush();
            assertEquals(1_000, store.metrics(first).size());
        }
    }

    @Test
    void lockRun_heldElsewhere_isRefusedUntilReleased() {
        try (Store store = Store.open(results); Store other = Store.open(results)) {
            FileLocks.Held lock = store.lockRun(first);
            assertTrue(other.tryLockRun(first).isEmpty());
            lock.close();
            FileLocks.Held next = other.tryLockRun(first).orElseThrow();
            next.close();
        }
    }

    @Test
    void lockRun_heldElsewhere_isWaitedForAsLongAsItIsWanted() {
        try (Store store = Store.open(results); Store other = Store.open(results)) {
            FileLocks.Held lock = store.lockRun(first);
            AtomicInteger asked = new AtomicInteger();
            assertTrue(other.lockRun(first, () -> asked.incrementAndGet() == 3).isEmpty());
            lock.close();
            other.lockRun(first, () -> true).orElseThrow().close();
        }
    }

    @Test
    void interruptedThread_locksAndWrites_andStaysInterrupted() throws Exception {
        try (Store store = Store.open(results)) {
            store.plan(plan);
            Recording run = store.start(first, 10);
            Thread.currentThread().interrupt();
            FileLocks.Held lock = store.lockRun(first);
            run.artifact("note.txt", new byte[] {42});
            assertTrue(Thread.interrupted());
            lock.close();
            assertEquals("*", Files.readString(run.directory().resolve("note.txt")));
        }
    }

    @Test
    void sameFile_writtenByTwoThreadsAtOnce_isWhole() throws Exception {
        Path file = results.resolve("results.csv");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> writing = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] content = new byte[100_000];
            Arrays.fill(content, (byte) i);
            writing.add(threads.submit(() -> {
                DurableFiles.write(file, content);
                return null;
            }));
        }
        for (Future<?> end : writing) {
            end.get();
        }
        threads.shutdown();
        byte[] left = Files.readAllBytes(file);
        assertEquals(100_000, left.length);
        assertEquals(left[0], left[left.length - 1]);
        try (Stream<Path> files = Files.list(results)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void reconcile_unlockedRunningRun_becomesInterrupted() {
        try (Store store = Store.open(results)) {
            store.plan(plan);
            Recording run = store.start(first, 10);
            run.metric("loss", 1, 25, 0.5);
            store.flush();
            FileLocks.Held lock = store.lockRun(first);
            assertEquals(0, store.reconcile(99));
            lock.close();
            assertEquals(1, store.reconcile(99));
            Run ended = store.run(first).orElseThrow();
            assertEquals(Optional.of(Outcome.INTERRUPTED), ended.outcome());
            assertEquals(OptionalLong.of(25), ended.endMs());
        }
    }

    @Test
    void begin_byTwoStores_sharesTheSweep() {
        try (Store store = Store.open(results); Store other = Store.open(results)) {
            store.plan(plan);
            Recording one = store.begin(plan.sweepId(), 1);
            Recording two = other.begin(plan.sweepId(), 2);
            one.close();
            assertEquals(0, other.reconcile(3));
            two.finish(Outcome.COMPLETED, 4);
            assertEquals(Optional.of(Outcome.COMPLETED), store.sweep(plan.sweepId()).orElseThrow().outcome());
        }
    }

    @Test
    void record_twoStoresAtOnce_bothAreWhole() throws Exception {
        List<Thread> writers = plan.runs().stream().map(planned -> new Thread(() -> {
            try (Store store = Store.open(results)) {
                store.plan(plan);
                Recording run = store.start(planned.runKey(), 1);
                for (int step = 1; step <= 2_000; step++) {
                    run.metric("loss", step, step, step);
                    if (step % 100 == 0) {
                        store.flush();
                    }
                }
                run.finish(Outcome.COMPLETED, 2);
            }
        })).toList();
        writers.forEach(Thread::start);
        for (Thread writer : writers) {
            writer.join();
        }
        try (Store store = Store.open(results)) {
            store.runs(plan.sweepId()).forEach(run -> {
                assertTrue(run.hasResult());
                assertEquals(2_000, store.metrics(run.runKey()).size());
            });
        }
    }

    @Test
    void close_whileOthersRecord_neitherHangsNorLosesWhatWasAccepted() throws Exception {
        Store store = Store.open(results);
        store.plan(plan);
        Recording run = store.start(first, 1);
        AtomicInteger accepted = new AtomicInteger();
        Thread recorder = new Thread(() -> {
            try {
                while (true) {
                    run.metric("loss", accepted.get() + 1, 1, 1);
                    accepted.incrementAndGet();
                }
            } catch (StoreException closed) {
                assertEquals("the store is closed", closed.getMessage());
            }
        });
        recorder.start();
        while (accepted.get() < 1_000) {
            Thread.onSpinWait();
        }
        store.close();
        recorder.join();
        try (Store again = Store.open(results)) {
            assertEquals(accepted.get(), again.metrics(first).size());
        }
    }

    @Test
    void open_fileThatIsNoDatabase_saysSo() throws Exception {
        Files.writeString(results.resolve(Store.DATABASE), "hello ".repeat(500));
        StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(e.getMessage().endsWith("gridrun.db is not a database; 'recover' keeps what is whole"),
                e.getMessage());
    }

    @Test
    void open_databaseOfAnotherProgram_saysSo() throws Exception {
        execute("CREATE TABLE t (x)");
        StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(e.getMessage().contains("another program"), e.getMessage());
    }

    @Test
    void open_firstSchema_derivesWhatWasStored() throws Exception {
        String second = plan.runs().get(1).runKey();
        try (var script = getClass().getResourceAsStream("schema-1.sql")) {
            for (String table : new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\\n")) {
                execute(table);
            }
        }
        execute("INSERT INTO entry VALUES (1, 'sweep', '%s', 'done', 'completed', NULL, 1, 9, 3)"
                .formatted(plan.sweepId()));
        execute("INSERT INTO sweep VALUES (1, 'lr', 1, 'What?', 'val_accuracy', 'maximize', 'lr.yaml', 1, 1)");
        for (int run = 2; run <= 3; run++) {
            execute("INSERT INTO entry VALUES (%d, 'run', '%s', 'done', 'completed', NULL, 1, 4, 5)"
                    .formatted(run, run == 2 ? first : second));
            execute("INSERT INTO run VALUES (%d, 'cc', %d)".formatted(run, run));
            execute("INSERT INTO member VALUES (1, %d, %d, 'seed=%d')".formatted(run, run, run));
            // The best by another metric than the one that is asked for.
            for (String metric : List.of("'loss', 1, 1, 0.5", "'val_accuracy', 1, 1, 0.9", "'loss', 2, 2, 0.4",
                    "'val_accuracy', 2, 2, 0.8", "'best.val_accuracy', 2, 3, 0.8", "'best_epoch', 2, 3, 2",
                    "'final.val_accuracy', 2, 3, 0.8")) {
                execute("INSERT INTO metric (entry, key, step, time_ms, value) VALUES (%d, %s)".formatted(run, metric));
            }
        }
        for (String sql : List.of(
                "INSERT INTO metric (entry, key, step, time_ms, value) VALUES (3, 'restored_epoch', 1, 3, 1)",
                "INSERT INTO tag SELECT entry, 'course', 'b' FROM run",
                "INSERT INTO tag SELECT entry, 'gridrun.weights_sha256', 'ab' FROM run",
                "INSERT INTO tag SELECT entry, 'mlflow.source.git.repoURL', 'https://host.org/r.git' FROM run",
                "PRAGMA application_id = " + Tables.APPLICATION, "PRAGMA user_version = 1")) {
            execute(sql);
        }
        try (Store store = Store.open(results)) {
            assertEquals(Map.of("best.val_accuracy", 0.9, "best.loss", 0.5, "best_epoch", 1.0,
                    "kept.val_accuracy", 0.8, "kept.loss", 0.4, "kept_epoch", 2.0,
                    "final.val_accuracy", 0.8, "final.loss", 0.4), store.run(first).orElseThrow().summary());
            assertEquals(0.9, store.run(second).orElseThrow().summary().get("kept.val_accuracy"));
            assertEquals(List.of(), store.metrics(first, "best.val_accuracy"));
            assertEquals(Map.of(Facts.WEIGHTS_SHA256, "ab", Facts.GIT_REPOSITORY, "https://host.org/r.git"),
                    store.run(first).orElseThrow().facts());
            assertEquals(Map.of("course", "b"), store.run(first).orElseThrow().tags());
        }
    }

    @Test
    void open_newerSchema_saysSo() throws Exception {
        Store.open(results).close();
        int newer = Tables.VERSION + 1;
        execute("PRAGMA user_version = " + newer);
        StoreException e = assertThrows(StoreException.class, () -> Store.open(results));
        assertTrue(e.getMessage().contains("newer gridrun (its schema is " + newer), e.getMessage());
    }

    @Test
    void open_fileWhereTheDirectoryShouldBe_saysSo() throws Exception {
        Path file = Files.writeString(results.resolve("file"), "x");
        StoreException e = assertThrows(StoreException.class, () -> Store.open(file.resolve("results")));
        assertTrue(e.getMessage().contains("ot a directory") || e.getMessage().contains("a file is where"),
                e.getMessage());
    }

    @Test
    void revision_everyChange_isOwedAgain() {
        try (Store store = Store.open(results)) {
            store.plan(plan);
            Recording run = store.start(first, 1);
            run.metric("loss", 1, 1, 1);
            run.finish(Outcome.COMPLETED, 2);
            Deliveries deliveries = store.deliveries("http://host", "lr");
            assertEquals(new Deliveries.Owed(1, 1), deliveries.owed());
            StoredEntry entry = deliveries.entry(deliveries.owedEntries().get(0));
            deliveries.created(entry.id(), "r1", false);
            deliveries.metricsTo(entry.id(), deliveries.metricsAfter(entry.id(), 0, 10).get(0).seq());
            Deliveries.Mark before = deliveries.mark(entry.id()).orElseThrow();
            deliveries.complete(entry.id(), before, entry.revision());
            assertTrue(deliveries.owed().nothing());
            deliveries.complete(entry.id(), before, 0);
            assertTrue(deliveries.owed().nothing(), "a delivery that began earlier does not overrule a later mark");
            store.amend(first).tags(Map.of("course", "b"));
            store.flush();
            assertTrue(deliveries.owed().nothing(), "nothing is owed where the same is said again");
            store.amend(first).tags(Map.of("later", "x"));
            store.flush();
            assertEquals(new Deliveries.Owed(1, 0), deliveries.owed());
            deliveries.experimentId("1");
            assertTrue(deliveries.mark(entry.id()).isPresent());
            deliveries.experimentId("2");
            assertTrue(deliveries.mark(entry.id()).isEmpty());
        }
    }

    /** As another program does, which leaves no digest. */
    private void execute(String sql) throws Exception {
        Files.deleteIfExists(results.resolve(Store.DATABASE + ClosingDigest.SUFFIX));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + results.resolve(Store.DATABASE));
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
