package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.result.StoredResults;
import gridrun.store.Plans;
import gridrun.store.Refusals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mlflow.api.proto.Service.RunStatus;

@Tag("long")
class PublisherTroubleTest extends PublishingFixture {

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
    void publish_anAddressThatLeadsElsewhere_isToldWithWhereItLeads() {
        record();
        mlflow.answer(1, "version", 302, "", "Location", "https://login.example.org/?next=mlflow");
        PublishReport report = publish();
        String trouble = report.trouble().orElseThrow();
        assertTrue(trouble
                .endsWith(" answers 302 and leads to https://login.example.org/?next=mlflow, which is not followed;"
                        + " give the address of the MLflow server itself"),
                trouble);
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
        Trouble param = mlflow.poison("train.epochs", status, code);
        Trouble metric = mlflow.poison("\"step\":\"17\"", status, code);
        PublishReport report = publish();
        assertFalse(report.isComplete());
        assertTrue(report.owed().nothing(), report.toString());
        assertEquals(6 + 12, report.refusals().size());
        FakeRun run = mlflow.byTag("gridrun.run_key", first);
        assertEquals(Set.of("train.learning_rate", "train.note"), run.params.keySet());
        assertEquals(2 * (EPOCHS - 1) + 1, run.metrics.size(), "two curves without a point, and the rank");
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

    @RepeatedTest(5)
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
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void publish_serverThatReadsButCannotWrite_isGivenUp() {
        record();
        mlflow.answer(1_000_000, "runs/create", 503, FakeMlflow.error("TEMPORARILY_UNAVAILABLE", "disk I/O error"));
        PublishReport report = publish();
        assertFalse(report.isComplete());
        assertEquals(7, report.owed().runs());
        assertTrue(report.trouble().orElseThrow().contains("disk I/O error"), report.toString());
    }

    @Test
    void publish_deletedExperiment_isTold() {
        record();
        publish();
        mlflow.experiment.setLifecycleStage("deleted");
        store.amend(first).tags(Map.of("later", "x"));
        assertTrue(publish().trouble().orElseThrow().contains("was deleted in MLflow; restore it"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 16, 25, 36, 42, 49})
    void publish_afterOneThatWasCutOff_finishesExactly(int requests) throws Exception {
        record();
        try (Publisher cutOff = new Publisher(
                store, mlflow.server(), "sweep", StoredResults::report, QUICK)) {
            cutOff.start();
            while (mlflow.requests.size() < requests) {
                Thread.onSpinWait();
            }
        }
        PublishReport report = publish();
        assertTrue(report.isComplete(), report.toString());
        assertEquals(7, mlflow.active().size(), "a creation that outlived its publisher is ended as a duplicate");
        assertEquals(List.of(), verify());
    }

    @Test
    @DisplayName("a command that was killed before it read an answer asks its question again, at another time")
    void publish_afterAnAnswerThatNobodyRead_sendsNoFigureTwice() throws Exception {
        record();
        AtomicInteger unread = new AtomicInteger();
        mlflow.troubles.add((request, exchange) -> {
            if (!request.path().contains("log-batch") || !request.body().contains("\"rank\"")) {
                return false;
            }
            mlflow.execute(request);
            unread.incrementAndGet();
            return true;
        });
        try (Publisher killed = new Publisher(store, mlflow.server(), "sweep", StoredResults::report, QUICK)) {
            killed.start();
            while (unread.get() < 3) {
                Thread.onSpinWait();
            }
        }
        mlflow.troubles.clear();
        store.plan(Plans.later(plan, 1_000));
        assertTrue(publish().isComplete());
        List<String> figures = mlflow.active().stream().flatMap(run -> run.metrics.values().stream()
                .filter(metric -> metric.getStep() == 0).map(metric -> run.run.getInfo().getRunId() + metric.getKey()))
                .toList();
        assertTrue(figures.size() > plan.runs().size(), figures::toString);
        assertEquals(new HashSet<>(figures).size(), figures.size(), figures::toString);
    }

    @Test
    void publish_whileAnotherPublishes_findsEverythingDelivered() {
        record();
        try (Publisher live = new Publisher(
                store, mlflow.server(), "sweep", StoredResults::report, QUICK)) {
            live.start();
            PublishReport second = publish();
            assertTrue(second.isComplete(), second.toString());
            assertTrue(live.awaitDelivered(SILENT).isComplete());
        }
        assertEquals(7, mlflow.runs.size());
    }

    @Test
    void publish_aFileAfterTroubleWithAnother_isNotSentAgain() throws Exception {
        record();
        mlflow.answer(2, "/SHA256SUMS", 503, "");
        assertTrue(publish().isComplete());
        List<String> sent = mlflow.requests.stream().filter(request -> request.method().equals("PUT"))
                .map(Request::path).filter(path -> path.endsWith("/config.yaml")).toList();
        assertEquals(plan.runs().size(), sent.size(), sent::toString);
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_artifactChangedOnDisk_isToldAndTheRestDelivered() throws Exception {
        record();
        Files.writeString(store.runDirectory(first).resolve("config.yaml"), "name: y\n");
        PublishReport report = publish();
        assertEquals(1, report.refusals().size());
        assertTrue(report.refusals().get(0).message().endsWith("config.yaml was changed after it was recorded"));
        assertEquals(Set.of("plots/loss.svg", "SHA256SUMS"),
                mlflow.byTag("gridrun.run_key", first).artifacts.keySet());
    }

    @Test
    @DisplayName("a sweep that is extended writes its report again while the publisher still has the old one in hand")
    void publish_aFileRewrittenMeanwhile_bringsTheNewOne() throws Exception {
        record();
        byte[] today = "today's".getBytes(StandardCharsets.UTF_8);
        Files.write(store.sweepDirectory(store.sweep(plan.sweepId()).orElseThrow()).resolve("results.csv"), today);
        Refusals refusals = store.deliveries(mlflow.server().identity(), "sweep").refusals();
        try (Publisher live = new Publisher(store, mlflow.server(), "sweep", StoredResults::report, QUICK)) {
            live.start();
            while (refusals.all().isEmpty()) {
                Thread.sleep(5);
            }
            store.amend(plan.sweepId()).artifact("results.csv", today);
            PublishReport report = live.awaitDelivered(SILENT);
            assertTrue(report.isComplete(), report.toString());
        }
        assertEquals(today.length, mlflow.byTag("gridrun.sweep_id", plan.sweepId()).artifacts.get("results.csv"));
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_anItemThatWasRefusedAndIsAnother_isSent() throws Exception {
        record();
        Trouble refusal = mlflow.poison("unwanted", 400, "INVALID_PARAMETER_VALUE");
        Refusals refusals = store.deliveries(mlflow.server().identity(), "sweep").refusals();
        store.amend(first).ownTags(Map.of("purpose", "unwanted"));
        try (Publisher live = new Publisher(store, mlflow.server(), "sweep", StoredResults::report, QUICK)) {
            live.start();
            while (refusals.all().isEmpty()) {
                Thread.sleep(5);
            }
            store.amend(first).ownTags(Map.of("purpose", "wanted"));
            PublishReport report = live.awaitDelivered(SILENT);
            assertTrue(report.isComplete(), report.toString());
        }
        mlflow.troubles.remove(refusal);
        assertEquals("wanted", mlflow.byTag("gridrun.run_key", first).tags.get("purpose"));
        assertEquals(List.of(), verify());
    }
}
