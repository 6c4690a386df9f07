package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.result.StoredResults;
import gridrun.store.DatasetInput;
import gridrun.store.Deliveries;
import gridrun.store.Outcome;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Store;
import gridrun.store.SweepPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunTag;

/** Publishes to the real, managed MLflow server, with results, a port and (unless told) a cache of its own. */
class RealServerIT {

    private static final int EPOCHS = 400;
    private static final ProgressListener SILENT = (owed, trouble) -> {};

    @TempDir
    static Path results;

    private static RealServer real;
    private static ManagedServer managed;
    private static TrackingServer server;
    private static Store store;

    @BeforeAll
    static void start() throws Exception {
        real = RealServer.in(results);
        managed = real.managed();
        server = TrackingServer.managed(real.uri());
        store = Store.open(results);
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        assertTrue(managed.stop());
        assertEquals(Optional.empty(), managed.status());
        assertFalse(TrackingServer.answersLikeMlflow(server.uri()));
    }

    @Test
    void publish_sweep_everythingReadsBackAndASecondTimeChangesNothing() throws Exception {
        SweepPlan plan = record("exact", "0.1", "0.01", "1e-3");
        PublishReport report = publish("exact");
        assertTrue(report.isComplete(), report.toString());
        assertEquals(List.of(), verify("exact"));
        checkPages(plan, store.deliveries("managed", "exact").experimentId().orElseThrow());

        Map<String, Long> before = rows();
        assertTrue(publish("exact").isComplete());
        try (Store again = Store.open(results)) {
            again.plan(plan);
            assertTrue(new Publisher(again, server, "exact", StoredResults::report).publish(SILENT).isComplete());
        }
        assertEquals(before, rows());
    }

    @Test
    void publish_serverKilledInTheMiddle_endsExact() throws Exception {
        record("killed", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6");
        try (Publisher publisher = new Publisher(store, server, "killed", StoredResults::report)) {
            publisher.start();
            Deliveries marks = store.deliveries("managed", "killed");
            long all = marks.owed().metrics();
            while (marks.owed().metrics() > all * 3 / 4) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            real.kill();
            assertFalse(TrackingServer.answersLikeMlflow(server.uri()));
            assertFalse(marks.owed().nothing());
            real.restart();
            PublishReport report = publisher.awaitDelivered(SILENT);
            assertTrue(report.isComplete(), report.toString());
        }
        assertEquals(List.of(), verify("killed"));
    }

    @Test
    void start_leaderAloneKilled_leavesNoOrphan() throws Exception {
        ProcessHandle leader = ProcessHandle.of(managed.status().orElseThrow().pid()).orElseThrow();
        List<ProcessHandle> others = leader.descendants().toList();
        leader.destroyForcibly();
        leader.onExit().get(10, TimeUnit.SECONDS);
        assertEquals(server.uri(), managed.start().uri());
        assertTrue(others.stream().noneMatch(ProcessHandle::isAlive), others.toString());
        assertEquals(managed.status().orElseThrow(), managed.start());
    }

    @Test
    void publish_runThatFailedAndWasTriedAgain_isWhatAnUndisturbedOneIs() throws Exception {
        SweepPlan plan = Plans.sweep("retried", "0.1");
        store.plan(plan);
        String run = plan.runs().get(0).runKey();
        store.start(run, 10).fail("out of memory", "java.lang.OutOfMemoryError", 20);
        assertTrue(publish("retried").isComplete());
        MlflowApi api = new MlflowApi(new Http(server.uri(), Access.OPEN, Timing.DEFAULT));
        String there = store.deliveries("managed", "retried").mark(store.deliveries("managed", "retried").entry(run)
                .orElseThrow().id()).orElseThrow().runId();
        assertTrue(tags(api, there).contains(Tags.ERROR));
        assertEquals(Set.of("error.log", "SHA256SUMS"), api.artifactSizes(there, "").keySet());
        Recording again = store.start(run, 30);
        again.artifact("config.yaml", "name: x".getBytes(StandardCharsets.UTF_8));
        again.finish(Outcome.COMPLETED, 40);
        assertTrue(publish("retried").isComplete());
        assertFalse(tags(api, there).contains(Tags.ERROR));
        assertEquals(Set.of("config.yaml", "SHA256SUMS"), api.artifactSizes(there, "").keySet());
        assertEquals(List.of(), verify("retried"));
    }

    private static Set<String> tags(MlflowApi api, String runId) throws Exception {
        return api.run(runId).getData().getTagsList().stream().map(RunTag::getKey).collect(Collectors.toSet());
    }

    @Test
    void publish_databaseReplaced_everythingIsReplayed() throws Exception {
        record("replaced", "0.1", "0.2");
        assertTrue(publish("replaced").isComplete());
        real.sql("UPDATE experiments SET name = 'moved away' WHERE name = 'replaced'");
        PublishReport report = publish("replaced");
        assertTrue(report.isComplete(), report.toString());
        assertEquals(List.of(), verify("replaced"));
    }

    @Test
    void publish_storeRestoredButServerKept_addsNoRow() throws Exception {
        SweepPlan plan = record("lost", "0.1", "0.2");
        assertTrue(publish("lost").isComplete());
        Map<String, Long> before = rows();
        Path other = Files.createTempDirectory(results, "other");
        try (Store second = Store.open(other)) {
            assertEquals(plan, record(second, "lost", 77_000, "0.1", "0.2"), "planned at the same time: no repetition");
            assertTrue(new Publisher(second, server, "lost", StoredResults::report).publish(SILENT).isComplete());
            assertEquals(List.of(),
                    new Publisher(second, server, "lost", StoredResults::report).verify().differences());
        }
        assertEquals(before, rows());
    }

    @Tag("long")
    @RepeatedTest(10)
    void publish_twoDirectoriesAtOnce_eachRunOnceAndBothExact(RepetitionInfo repetition) throws Exception {
        String name = "both-" + repetition.getCurrentRepetition();
        record(name, "0.1", "0.2", "0.3");
        Path other = Files.createTempDirectory(results, "other");
        try (Store second = Store.open(other)) {
            long laterMs = repetition.getCurrentRepetition() % 2 * 700L; // a copy, or the same plan made at once
            record(second, Plans.later(Plans.sweep(name, "0.1", "0.2", "0.3"), laterMs), 2_000 + laterMs);
            CompletableFuture<PublishReport> concurrent = CompletableFuture.supplyAsync(
                    () -> new Publisher(second, server, name, StoredResults::report).publish(SILENT));
            PublishReport report = publish(name);
            assertTrue(report.isComplete(), report.toString());
            assertTrue(concurrent.get().isComplete(), concurrent.get().toString());
            assertTrue(publish(name).isComplete());
            assertTrue(new Publisher(second, server, name, StoredResults::report).publish(SILENT).isComplete());
            String experiment = store.deliveries("managed", name).experimentId().orElseThrow();
            List<RemoteRun> active = server.api(Timing.DEFAULT).runs(experiment, "").stream()
                    .filter(RemoteRun::active).toList();
            assertEquals(4, active.size(), active.toString());
            assertEquals(4, active.stream().map(run -> run.mark().orElseThrow()).distinct().count());
            assertTrue(active.stream().noneMatch(RemoteRun::running), active.toString());
            ServerComparison exact = new ServerComparison(List.of(), List.of());
            assertEquals(exact, new Publisher(store, server, name, StoredResults::report).verify());
            assertEquals(exact, new Publisher(second, server, name, StoredResults::report).verify());
        }
    }

    @Test
    void publish_throughALoginAndAPathPrefix_isExact() throws Exception {
        record("login", "0.1", "0.2");
        try (ForwardingProxy proxy = new ForwardingProxy(server.uri()).admitting("Basic bWU6b3BlbiBzZXNhbWU=")) {
            TrackingServer guarded = TrackingServer.at(proxy.uri(), Map.of(
                    "MLFLOW_TRACKING_USERNAME", "me", "MLFLOW_TRACKING_PASSWORD", "open sesame"));
            PublishReport report = new Publisher(store, guarded, "login", StoredResults::report).publish(SILENT);
            assertTrue(report.isComplete(), report.toString());
            assertEquals(new ServerComparison(List.of(), List.of()),
                    new Publisher(store, guarded, "login", StoredResults::report).verify());
            TrackingServer locked =
                    TrackingServer.at("http://me:wrong@" + proxy.authority() + ForwardingProxy.PREFIX, Map.of());
            store.amend(Plans.sweep("login", "0.1").runs().get(0).runKey()).tags(Map.of("later", "x"));
            assertTrue(
                    new Publisher(store, locked, "login", StoredResults::report).publish(SILENT).trouble().orElseThrow()
                            .contains("401 (not logged in)"));
        }
    }

    @Test
    void repair_plantedDifferences_mendsThem() throws Exception {
        record("mended", "0.1", "0.2");
        assertTrue(publish("mended").isComplete());
        Deliveries marks = store.deliveries("managed", "mended");
        List<String> runs = marks.entries().stream().filter(entry -> !entry.sweep())
                .map(entry -> marks.mark(entry.id()).orElseThrow().runId()).toList();
        real.sql("DELETE FROM metrics WHERE run_uuid = '" + runs.get(0) + "' AND key = 'loss' AND step > 7",
                "UPDATE runs SET status = 'RUNNING', end_time = NULL WHERE run_uuid = '" + runs.get(0) + "'",
                "UPDATE params SET value = '9' WHERE run_uuid = '" + runs.get(1) + "' AND key = 'train.epochs'");
        Publisher publisher = new Publisher(store, server, "mended", StoredResults::report);
        List<RemoteDifference> differences = publisher.verify().differences();
        assertEquals(4, differences.size(), differences.toString());
        publisher.repair(differences);
        assertTrue(publish("mended").isComplete());
        assertEquals(List.of(), verify("mended"));
        long mended = marks.entry(Plans.key("mended0.1")).orElseThrow().id();
        assertEquals(runs.get(0), marks.mark(mended).orElseThrow().runId());
    }

    @Test
    void verify_plantedDifferences_findsThem() throws Exception {
        record("planted", "0.1");
        assertTrue(publish("planted").isComplete());
        String run = store.deliveries("managed", "planted").entries().stream().filter(entry -> !entry.sweep())
                .map(entry -> store.deliveries("managed", "planted").mark(entry.id()).orElseThrow().runId())
                .findFirst().orElseThrow();
        real.sql("DELETE FROM metrics WHERE run_uuid = '" + run + "' AND key = 'loss' AND step = 7",
                "UPDATE params SET value = '9' WHERE run_uuid = '" + run + "' AND key = 'train.epochs'",
                "UPDATE tags SET value = 'x' WHERE run_uuid = '" + run + "' AND key = 'gridrun.config_id'");
        List<String> found = verify("planted").stream().map(RemoteDifference::what).sorted().toList();
        assertEquals(3, found.size(), found.toString());
        assertEquals("metric loss: 1 of %d values are missing, the first is step 7: 0.14285714285714285 at 2070"
                .formatted(EPOCHS), found.get(0));
        assertEquals("param train.epochs: 9 there, 3 here", found.get(1));
        assertTrue(found.get(2).startsWith("tag gridrun.config_id: x there"), found.get(2));
    }

    @Test
    void publish_runDeletedByAPerson_staysDeletedAndIsTold() throws Exception {
        record("deleted", "0.1", "0.2");
        assertTrue(publish("deleted").isComplete());
        Deliveries marks = store.deliveries("managed", "deleted");
        var run = marks.entries().stream().filter(entry -> !entry.sweep()).findFirst().orElseThrow();
        real.sql("UPDATE runs SET lifecycle_stage = 'deleted' WHERE run_uuid = '"
                + marks.mark(run.id()).orElseThrow().runId() + "'");
        store.amend(run.key()).tags(Map.of("later", "x"));
        store.flush();
        PublishReport report = publish("deleted");
        assertTrue(report.isComplete(), report.toString());
        assertTrue(report.notices().get(0).contains("was deleted in MLflow and stays deleted"),
                report.notices().toString());
    }

    private static void checkPages(SweepPlan plan, String experiment) throws Exception {
        MlflowApi api = server.api(Timing.DEFAULT);
        List<RemoteRun> children =
                api.runs(experiment, "tags.`gridrun.run_key` = '" + plan.runs().get(1).runKey() + "'");
        List<RemoteRun> parents = api.runs(experiment, "tags.`gridrun.sweep_id` = '" + plan.sweepId() + "'");
        assertEquals(1, children.size());
        assertEquals(1, parents.size());
        Run child = api.run(children.get(0).id());
        Map<String, String> tags = new HashMap<>();
        child.getData().getTagsList().forEach(tag -> tags.put(tag.getKey(), tag.getValue()));
        assertEquals(parents.get(0).id(), tags.get("mlflow.parentRunId"));
        assertEquals("completed", tags.get("outcome"));
        assertEquals("experiments/exact.yaml", tags.get("mlflow.source.name"));
        assertEquals("0.01", tags.get("gridrun.config"));
        assertEquals("0.01 s0", child.getInfo().getRunName());
        assertEquals("train", child.getInputs().getDatasetInputs(0).getTags(0).getValue());
    }

    private static SweepPlan record(String name, String... rates) {
        return record(store, name, 2_000, rates);
    }

    private static SweepPlan record(Store store, String name, long startMs, String... rates) {
        return record(store, Plans.sweep(name, rates), startMs);
    }

    private static SweepPlan record(Store store, SweepPlan plan, long startMs) {
        store.plan(plan);
        Recording sweep = store.begin(plan.sweepId(), startMs);
        plan.runs().forEach(planned -> {
            Recording run = store.start(planned.runKey(), startMs);
            run.dataset(new DatasetInput("moons", "d", "d", "train", "generated", "{}", "{}", ""));
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                run.metrics(epoch, startMs + 10L * epoch, Map.of("loss", 1.0 / epoch,
                        "val_loss", epoch == 3 ? Double.NaN : epoch == 4 ? Double.POSITIVE_INFINITY : 2.0 / epoch));
            }
            run.metric("test_loss", EPOCHS, startMs + 5_000, -0.0);
            run.tags(Map.of("gridrun.empty", "", "gridrun.words", "\u00e9\u65e5\ud83d\ude00 <a href=\"x\">\n"));
            run.tags(Map.of("gridrun.long", "long text ".repeat(2_000)));
            run.artifacts(Map.of("config.yaml", "name: x\n".getBytes(StandardCharsets.UTF_8),
                    "plots/curves.svg", new byte[70_000], "empty.txt", new byte[0]));
            run.finish(Outcome.COMPLETED, startMs + 6_000);
        });
        sweep.artifact("results.csv", "a,b\n".getBytes(StandardCharsets.UTF_8));
        sweep.tags(Map.of("mlflow.note.content", "| a | b |"));
        sweep.finish(Outcome.COMPLETED, startMs + 7_000);
        return plan;
    }

    private static PublishReport publish(String experiment) {
        return new Publisher(store, server, experiment, StoredResults::report).publish(SILENT);
    }

    private static List<RemoteDifference> verify(String experiment) throws Exception {
        return new Publisher(store, server, experiment, StoredResults::report).verify().differences();
    }

    /** How many rows there are, and the sum of all versions of what can be altered. */
    private static Map<String, Long> rows() throws Exception {
        Map<String, Long> rows = new HashMap<>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + real.database());
                var statement = connection.createStatement()) {
            for (String table : List.of("experiments", "runs", "metrics", "params", "tags", "inputs", "input_tags",
                    "datasets", "experiment_tags")) {
                try (var row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                    rows.put(table, row.getLong(1));
                }
            }
        }
        return rows;
    }
}
