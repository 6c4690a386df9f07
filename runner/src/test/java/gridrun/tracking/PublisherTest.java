package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.store.DatasetInput;
import gridrun.store.Outcome;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Store;
import gridrun.store.SweepPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mlflow.api.proto.Service.RunStatus;

class PublisherTest {

    private static final int EPOCHS = 30;
    private static final ProgressListener SILENT = (owed, trouble) -> { };
    private static final Timing QUICK = new Timing(Duration.ofSeconds(1), Duration.ofMillis(400), Duration.ofMillis(2),
            Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofSeconds(3));

    @TempDir
    Path results;

    private final SweepPlan plan = Plans.sweep("sweep", "0.1", "0.01", "1e-3", "0.5", "0.7", "0.9");
    private final String first = plan.runs().get(0).runKey();
    private FakeMlflow mlflow;
    private Store store;

    @BeforeEach
    void open() throws IOException {
        mlflow = new FakeMlflow();
        store = Store.open(results);
        store.plan(plan);
    }

    @AfterEach
    void close() {
        store.close();
        mlflow.close();
    }

    @Test
    void publish_wholeSweep_standsThereExactlyOnce() throws Exception {
        record();
        PublishReport report = publish();
        assertTrue(report.isComplete(), report.toString());
        assertEquals(7, mlflow.runs.size());
        FakeMlflow.Stored run = mlflow.byTag("gridrun.run_key", first);
        FakeMlflow.Stored parent = mlflow.byTag("gridrun.sweep_id", plan.sweepId());
        assertEquals(2 * EPOCHS + 2, run.metrics.size());
        assertEquals(Map.of("train.learning_rate", "0.1", "train.epochs", "3"), run.params);
        assertEquals(parent.run.getInfo().getRunId(), run.tags.get("mlflow.parentRunId"));
        assertEquals("completed", run.tags.get("outcome"));
        assertEquals("blue", run.tags.get("team"));
        assertEquals("What is asked.", parent.tags.get("mlflow.note.content"));
        assertEquals(Set.of("config.yaml", "plots/loss.svg", "SHA256SUMS"), run.artifacts.keySet());
        assertEquals(RunStatus.FINISHED, run.run.getInfo().getStatus());
        assertEquals(Optional.of(mlflow.server().uri() + "/#/experiments/1/runs?workflowType=machine_learning"),
                report.link());
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_secondTime_altersNothing() {
        record();
        publish();
        long before = mlflow.alterations();
        store.plan(plan);
        assertTrue(publish().isComplete());
        assertEquals(before, mlflow.alterations());
    }

    @Test
    void publish_changedArtifact_sendsItAndTheChecksumsOnly() {
        record();
        publish();
        long before = mlflow.alterations();
        store.amend(plan.sweepId()).artifact("results.csv", new byte[4]);
        assertTrue(publish().isComplete());
        assertEquals(before + 2, mlflow.alterations());
    }

    @Test
    void publish_order_stateComesLastAndRequestsAreFew() {
        record();
        publish();
        String run = mlflow.byTag("gridrun.run_key", first).run.getInfo().getRunId();
        List<String> order = mlflow.requests.stream().filter(FakeMlflow.Request::alters)
                .filter(request -> request.body().contains("\"" + run + "\"") || request.path().contains("/" + run + "/"))
                .map(PublisherTest::kind).distinct().toList();
        assertEquals(List.of("params", "metrics", "tags", "artifact", "inputs", "state"), order);
        assertTrue(mlflow.mostInFlight.get() <= 4, "at once: " + mlflow.mostInFlight);
    }

    @Test
    void publish_everyFirstResponseLost_changesNothing() throws Exception {
        record();
        Set<String> lost = ConcurrentHashMap.newKeySet();
        mlflow.troubles.add((request, exchange) -> {
            if (!request.alters() || !lost.add(request.path() + request.body())) {
                return false;
            }
            mlflow.execute(request);
            return true;
        });
        assertTrue(publish().isComplete());
        assertEquals(7, mlflow.runs.size());
        assertEquals(List.of(), verify());
        assertTrue(lost.size() > 40, lost.size() + " responses were lost");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', value = {
        "429 | | Retry-After=0", "429 | | ", "503 | TEMPORARILY_UNAVAILABLE | ", "500 | | ", "408 | | ",
        "400 | BAD_REQUEST | ", "200 | garbage | ", "502 | | Retry-After=soon"})
    void publish_passingTrouble_isOvercome(int status, String code, String header) throws Exception {
        record();
        String body = "garbage".equals(code) ? "<html>" : code == null ? "" : FakeMlflow.error(code, "QueuePool limit");
        String[] headers = header == null ? new String[0] : header.split("=");
        for (String path : List.of("version", "get-by-name", "runs/search", "runs/create", "log-batch", "log-inputs",
                "runs/update", "mlflow-artifacts", "artifacts/list")) {
            mlflow.answer(2, path, status, body, headers);
        }
        PublishReport report = publish();
        assertTrue(report.isComplete(), report.toString());
        assertEquals(List.of(), verify());
        assertEquals(7, mlflow.runs.size());
    }

    @Test
    void publish_serverThatHangs_isAskedAgain() {
        record();
        Set<String> hung = ConcurrentHashMap.newKeySet();
        mlflow.troubles.add((request, exchange) -> {
            if (!request.path().contains("log-batch") || !hung.add("once")) {
                return false;
            }
            try {
                mlflow.closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return true;
        });
        assertTrue(publish().isComplete());
        assertEquals(Set.of("once"), hung);
    }

    @ParameterizedTest
    @CsvSource({"400,INVALID_PARAMETER_VALUE", "400,BAD_REQUEST", "500,INTERNAL_ERROR"})
    void publish_poisonedItems_areSetAsideAndTriedNextTime(int status, String code) throws Exception {
        record();
        FakeMlflow.Trouble param = mlflow.poison("train.epochs", status, code);
        FakeMlflow.Trouble metric = mlflow.poison("\"step\":\"17\"", status, code);
        PublishReport report = publish();
        assertFalse(report.isComplete());
        assertTrue(report.owed().nothing(), report.toString());
        assertEquals(6 + 12, report.refusals().size());
        FakeMlflow.Stored run = mlflow.byTag("gridrun.run_key", first);
        assertEquals(Set.of("train.learning_rate"), run.params.keySet());
        assertEquals(2 * EPOCHS, run.metrics.size());
        assertEquals(RunStatus.FINISHED, run.run.getInfo().getStatus());
        mlflow.troubles.removeAll(List.of(param, metric));
        assertTrue(publish().isComplete());
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_databaseReplaced_replaysEverything() throws Exception {
        record();
        publish();
        mlflow.forgetEverything();
        assertTrue(publish().isComplete());
        assertEquals(7, mlflow.runs.size());
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_databaseReplacedMeanwhile_replaysEverything() throws Exception {
        record();
        Set<String> once = new HashSet<>();
        mlflow.troubles.add((request, exchange) -> {
            if (request.path().contains("runs/update") && once.add("forgotten")) {
                mlflow.forgetEverything();
            }
            return false;
        });
        PublishReport report = publish();
        assertTrue(report.isComplete(), report.toString());
        assertEquals(7, mlflow.runs.size());
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_forbidden_stopsAndExplains() {
        record();
        mlflow.answer(1_000, "", 401, "");
        PublishReport report = publish();
        assertTrue(report.trouble().orElseThrow().contains("MLFLOW_TRACKING_USERNAME"), report.toString());
        assertEquals(7, report.owed().runs());
        assertEquals(1, mlflow.requests.size());
    }

    @Test
    void publish_strangeHostName_namesTheOption() {
        record();
        mlflow.answer(1_000, "", 403, "Invalid Host header - possible DNS rebinding attack detected");
        assertTrue(publish().trouble().orElseThrow().contains("--allowed-hosts"));
    }

    @Test
    void publish_unreachableServer_saysWhatIsOwed() {
        record();
        mlflow.close();
        PublishReport report = publish();
        assertFalse(report.isComplete());
        assertEquals(7, report.owed().runs());
        assertEquals(6 * (2 * EPOCHS + 1), report.owed().metrics());
        assertTrue(report.trouble().orElseThrow().endsWith("cannot be reached"), report.toString());
    }

    @Test
    void publish_deletedExperiment_isTold() {
        record();
        publish();
        mlflow.experiment.setLifecycleStage("deleted");
        store.amend(first).tag("later", "x");
        assertTrue(publish().trouble().orElseThrow().contains("was deleted in MLflow; restore it"));
    }

    @Test
    void start_whileRunsTrain_curvesAppearBeforeTheEnd() throws Exception {
        Recording sweep = store.begin(plan.sweepId(), 1);
        try (Publisher publisher = new Publisher(store, mlflow.server(), "sweep", QUICK)) {
            publisher.start();
            Recording run = store.start(first, 10);
            run.metric("loss", 1, 11, 0.5);
            while (mlflow.runs.values().stream().noneMatch(stored -> stored.metrics.containsKey("loss1@110.5"))) {
                Thread.sleep(2);
            }
            assertEquals(RunStatus.RUNNING, mlflow.byTag("gridrun.run_key", first).run.getInfo().getStatus());
            run.metric("loss", 2, 12, 0.25);
            run.finish(Outcome.INTERRUPTED, 13);
            sweep.finish(Outcome.INTERRUPTED, 14);
            assertTrue(publisher.awaitDelivered(SILENT).isComplete());
        }
        FakeMlflow.Stored stored = mlflow.byTag("gridrun.run_key", first);
        assertEquals(RunStatus.KILLED, stored.run.getInfo().getStatus());
        assertEquals(2, mlflow.runs.size());

        Recording again = store.start(first, 100);
        store.flush();
        publish();
        assertEquals(RunStatus.RUNNING, stored.run.getInfo().getStatus());
        assertEquals(0, stored.run.getInfo().getEndTime());
        again.metric("loss", 1, 101, 0.5);
        again.finish(Outcome.DIVERGED, 102);
        publish();
        assertEquals(RunStatus.FINISHED, stored.run.getInfo().getStatus());
        assertEquals("diverged", stored.tags.get("outcome"));
        assertEquals(3, stored.metrics.size());
    }

    @Test
    void publish_longValuesAndInfinities_areCutVisiblyAndNaN() {
        store.plan(Plans.sweep("sweep", "0.1"));
        Recording run = store.start(first, 1);
        run.tag("gridrun.long", "long ".repeat(3_000));
        run.metric("loss", 1, 2, Double.NEGATIVE_INFINITY);
        run.finish(Outcome.DIVERGED, 3);
        assertTrue(publish().isComplete());
        FakeMlflow.Stored stored = mlflow.byTag("gridrun.run_key", first);
        String tag = stored.tags.get("gridrun.long");
        assertEquals(LongTexts.TAG, tag.length());
        assertTrue(tag.endsWith("… (cut; the whole is the artifact long_values/tag.gridrun.long.txt)"), tag);
        assertEquals(15_000, stored.artifacts.get("long_values/tag.gridrun.long.txt"));
        assertTrue(stored.metrics.values().stream().anyMatch(metric -> Double.isNaN(metric.getValue())));
    }

    @Test
    void publish_extendedSweep_addsTheNewRunUnderTheSameParent() {
        record();
        publish();
        SweepPlan more = Plans.sweep("sweep", "0.1", "0.2");
        store.plan(more);
        store.start(more.runs().get(1).runKey(), 50).finish(Outcome.COMPLETED, 60);
        assertTrue(publish().isComplete());
        assertEquals(8, mlflow.runs.size());
        assertEquals(mlflow.byTag("gridrun.sweep_id", plan.sweepId()).run.getInfo().getRunId(),
                mlflow.byTag("gridrun.run_key", more.runs().get(1).runKey()).tags.get("mlflow.parentRunId"));
    }

    private void record() {
        Recording sweep = store.begin(plan.sweepId(), 1);
        plan.runs().forEach(planned -> {
            Recording run = store.start(planned.runKey(), 10);
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                run.metrics(epoch, 10 + epoch, Map.of("loss", 1.0 / epoch, "val_loss", 2.0 / epoch));
            }
            run.metric("best.val_loss", EPOCHS, 90, 0.1);
            run.dataset(new DatasetInput("moons", "d", "train", "generated", "{}", "", ""));
            run.artifacts(Map.of("config.yaml", "name: x\n".getBytes(StandardCharsets.UTF_8),
                    "plots/loss.svg", new byte[100]));
            run.finish(Outcome.COMPLETED, 100);
        });
        sweep.artifact("results.csv", new byte[3]);
        sweep.finish(Outcome.COMPLETED, 200);
    }

    private PublishReport publish() {
        try (Publisher publisher = new Publisher(store, mlflow.server(), "sweep", QUICK)) {
            return publisher.publish(SILENT);
        }
    }

    private List<Difference> verify() throws Exception {
        try (Publisher publisher = new Publisher(store, mlflow.server(), "sweep", QUICK)) {
            return publisher.verify();
        }
    }

    private static String kind(FakeMlflow.Request request) {
        if (request.path().contains("log-batch")) {
            return request.body().contains("\"params\"") ? "params"
                    : request.body().contains("\"tags\"") ? "tags" : "metrics";
        }
        return request.path().contains("log-inputs") ? "inputs" : request.path().contains("update") ? "state" : "artifact";
    }
}
