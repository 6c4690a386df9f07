package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.result.StoredResults;
import gridrun.store.Outcome;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.SweepPlan;
import gridrun.tracking.PublishReport.Link;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlflow.api.proto.Service.RunStatus;

@Tag("slow")
class PublisherTest extends PublishingFixture {

    @Test
    void publish_wholeSweep_standsThereExactlyOnce() throws Exception {
        record();
        PublishReport report = publish();
        assertTrue(report.isComplete(), report.toString());
        assertEquals(7, mlflow.runs.size());
        FakeRun run = mlflow.byTag("gridrun.run_key", first);
        FakeRun parent = mlflow.byTag("gridrun.sweep_id", plan.sweepId());
        assertEquals(2 * EPOCHS + 1, run.metrics.size(), "two curves, and the rank");
        assertEquals(Map.of("train.learning_rate", "0.1", "train.epochs", "3", "train.note", ""), run.params);
        assertEquals(parent.run.getInfo().getRunId(), run.tags.get("mlflow.parentRunId"));
        assertEquals("completed", run.tags.get("outcome"));
        assertEquals("blue", parent.tags.get("team"));
        assertFalse(run.tags.containsKey("team"), "what is said of a sweep's new plan is not said of its old runs");
        assertTrue(parent.tags.get("mlflow.note.content").startsWith("What is asked.\n\n"));
        assertEquals(Set.of("config.yaml", "plots/loss.svg", "SHA256SUMS"), run.artifacts.keySet());
        assertEquals(RunStatus.FINISHED, run.run.getInfo().getStatus());
        assertEquals(List.of("curves", "table", "sweeps"), report.links().stream().map(Link::label).toList());
        assertTrue(report.links().stream().allMatch(link -> link.address().startsWith(
                mlflow.server().uri() + "/#/experiments/1/runs?workflowType=machine_learning")), report::toString);
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
    void picturesThatComeLater_changeNoFileThatIsThere() throws Exception {
        record();
        publish();
        FakeRun run = mlflow.byTag("gridrun.run_key", first);
        Map<String, Integer> there = Map.copyOf(run.artifacts);
        int sent = mlflow.requests.size();
        store.amend(first).artifact("curves.png", new byte[9]);
        store.flush();
        assertTrue(publish().isComplete());
        assertEquals(9, run.artifacts.get("curves.png"));
        assertTrue(run.artifacts.entrySet().containsAll(there.entrySet()), run.artifacts::toString);
        assertTrue(mlflow.requests.stream().skip(sent).noneMatch(request -> request.path().contains("SHA256SUMS")),
                mlflow.requests::toString);
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_noteOfTheSweep_hasThePaddedTableAndStandsOnItAlone() {
        record();
        publish();
        String note = mlflow.byTag("gridrun.sweep_id", plan.sweepId()).tags.get(Tags.NOTE);
        assertTrue(note.contains("| rank\u00a0\u00a0\u00a0 | learning_rate\u00a0\u00a0\u00a0 |"), note);
        assertTrue(note.contains("[curves](#/experiments/1/runs?workflowType=machine_learning&"), note);
        assertEquals(null, mlflow.byTag("gridrun.run_key", first).tags.get(Tags.NOTE));
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
        List<String> order = mlflow.requests.stream().filter(Request::alters)
                .filter(request -> request.body().contains("\"" + run + "\"")
                        || request.path().contains("/" + run + "/"))
                .map(PublisherTest::kind).distinct().toList();
        assertEquals(List.of("all", "artifact", "inputs", "state"), order);
        assertTrue(mlflow.mostInFlight.get() <= 4, "at once: " + mlflow.mostInFlight);
    }

    @Test
    void publish_runWithMoreThanOneRequestHolds_fillsTheFirst() throws Exception {
        Recording run = store.start(first, 10);
        for (int epoch = 1; epoch <= 600; epoch++) {
            run.metrics(epoch, 10 + epoch, Map.of("loss", 1.0 / epoch, "val_loss", 2.0 / epoch));
        }
        run.finish(Outcome.COMPLETED, 1_000);
        assertTrue(publish().isComplete());
        FakeRun stored = mlflow.byTag("gridrun.run_key", first);
        assertEquals(1_200, stored.metrics.size());
        assertEquals(3, stored.params.size());
        String id = '"' + stored.run.getInfo().getRunId() + '"';
        assertEquals(List.of("all", "metrics"), mlflow.requests.stream().filter(Request::alters)
                .filter(request -> request.path().contains("log-batch") && request.body().contains(id))
                .map(PublisherTest::kind).toList());
        assertEquals(List.of(), verify());
    }

    @Test
    void start_whileRunsTrain_curvesAppearBeforeTheEnd() throws Exception {
        Recording sweep = store.begin(plan.sweepId(), 1);
        try (Publisher publisher = new Publisher(
                store, mlflow.server(), "sweep", StoredResults::report, QUICK)) {
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
        FakeRun stored = mlflow.byTag("gridrun.run_key", first);
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
        run.tags(Map.of("gridrun.long", "long ".repeat(3_000)));
        run.metric("loss", 1, 2, Double.NEGATIVE_INFINITY);
        run.finish(Outcome.DIVERGED, 3);
        assertTrue(publish().isComplete());
        FakeRun stored = mlflow.byTag("gridrun.run_key", first);
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

    @Test
    void publish_newRuns_listsThoseThatStandThereOnce() throws Exception {
        record();
        publish();
        mlflow.requests.clear();
        SweepPlan more = Plans.sweep("sweep", "0.1", "0.2");
        store.plan(more);
        store.start(more.runs().get(1).runKey(), 50).finish(Outcome.COMPLETED, 60);
        assertTrue(publish().isComplete());
        assertEquals(1, mlflow.requests.stream().filter(request -> request.path().contains("runs/search"))
                .filter(request -> request.body().contains("\"filter\":\"\"")).count());
        assertEquals(List.of(), verify());
    }

    private static String kind(Request request) {
        if (request.path().contains("log-batch")) {
            return request.body().contains("\"params\"") ? request.body().contains("\"tags\"") ? "all" : "params"
                    : request.body().contains("\"tags\"") ? "tags" : "metrics";
        }
        return request.path().contains("log-inputs") ? "inputs"
                : request.path().contains("update") ? "state" : "artifact";
    }
}
