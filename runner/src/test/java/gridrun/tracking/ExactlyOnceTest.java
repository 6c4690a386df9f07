package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.result.StoredResults;
import gridrun.tracking.RemoteDifference.Remedy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.RunStatus;

/** Whatever happens on the way: nothing stands there twice, and nothing is RUNNING. */
@Tag("long")
class ExactlyOnceTest extends ExactlyOnceFixture {

    private void repair() throws Exception {
        try (Publisher publisher = new Publisher(store, mlflow.server(), "sweep", StoredResults::report, QUICK)) {
            publisher.publish(SILENT);
            publisher.repair(publisher.verify().differences());
        }
        assertTrue(publish().isComplete());
    }

    private String finishedRun() {
        return mlflow.byTag(Tags.RUN_KEY, first).run.getInfo().getRunId();
    }

    /** A run as a creation leaves it that comes to nothing. */
    private FakeRun late() {
        FakeRun stray = new FakeRun();
        FakeRun run = mlflow.byTag(Tags.RUN_KEY, first);
        stray.run.getInfoBuilder().setRunId("late").setRunName("late").setStartTime(run.run.getInfo().getStartTime())
                .setStatus(RunStatus.RUNNING).setLifecycleStage("active");
        for (String tag : List.of(Tags.RUN_KEY, Tags.PLANNED, Tags.PARENT)) {
            stray.tags.put(tag, run.tags.get(tag));
        }
        mlflow.runs.put("late", stray);
        return stray;
    }

    @ParameterizedTest
    @EnumSource(Faults.class)
    void publish_aFaultOfEachCreation_leavesEachRunOnce(Faults fault) throws Exception {
        record();
        mlflow.troubles.add(fault.once(mlflow, "runs/create"));
        PublishReport report = publish();
        assertTrue(report.isComplete(), report.toString());
        assertEachOnce();
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_whereACreationFails_leavesAloneWhatAnotherDirectoryHasCreated() throws Exception {
        record();
        FakeRun others = new FakeRun();
        others.run.getInfoBuilder().setRunId("others").setRunName("others").setStartTime(1)
                .setStatus(RunStatus.RUNNING).setLifecycleStage("active");
        others.tags.put(Tags.RUN_KEY, first);
        others.tags.put(Tags.PLANNED, Instant.ofEpochMilli(plan.createdMs()).toString());
        mlflow.runs.put("others", others);
        mlflow.troubles.add(Faults.CUTS_BEFORE_THE_SERVER_ACTS.once(mlflow, "runs/create"));
        PublishReport report = publish();
        assertEquals(Map.of(), others.metrics);
        assertTrue(report.isComplete(), report.toString());
        assertEachOnce();
        assertEquals(List.of(), verify());
    }

    @RepeatedTest(3)
    void publish_allFaultsMixed_leavesEachRunOnce() throws Exception {
        record();
        List<Trouble> faults = Stream.of(Faults.values()).map(fault -> fault.once(mlflow, "")).toList();
        mlflow.troubles.add((request, exchange) -> {
            int number = ThreadLocalRandom.current().nextInt(3 * faults.size());
            return number < faults.size() && faults.get(number).happens(request, exchange);
        });
        PublishReport report = publish();
        mlflow.troubles.clear();
        assertTrue(report.isComplete() || publish().isComplete(), report.toString());
        assertEachOnce();
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_aLateRunAfterTheEnd_isFoundByVerifyAndEndedByThePublish() throws Exception {
        record();
        publish();
        String run = finishedRun();
        FakeRun stray = late();
        List<RemoteDifference> found = verify();
        assertEquals(List.of("stands there a second time, as the run late (RUNNING)"),
                found.stream().map(RemoteDifference::what).toList());
        PublishReport report = publish();
        assertTrue(report.notices().get(0).endsWith(
                "stood there twice; the run late was ended as a duplicate of " + run), report.toString());
        assertEquals(run, stray.tags.get(Tags.DUPLICATE_OF));
        assertEachOnce();
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_ofTwoRunsThatTwoPublishersEnd_keepsTheOlder_withoutAMark() throws Exception {
        record();
        publish();
        FakeRun ours = mlflow.runs.get(finishedRun());
        FakeRun stray = late();
        stray.run.getInfoBuilder().setStartTime(ours.run.getInfo().getStartTime() + 1);
        AtomicBoolean ended = new AtomicBoolean();
        mlflow.troubles.add((request, exchange) -> {
            if (request.path().endsWith("runs/delete") && !ended.getAndSet(true)) {
                ours.tags.put(Tags.DUPLICATE_OF, "late");
                ours.run.getInfoBuilder().setLifecycleStage("deleted");
            }
            return false;
        });
        assertTrue(publish().isComplete());
        assertTrue(ended.get());
        assertEachOnce();
        assertTrue(ours.isActive());
        assertEquals(List.of(), verify());
    }

    @Test
    void repair_aLateRunningAfterFinished_isFinishedAgain() throws Exception {
        record();
        publish();
        mlflow.byTag(Tags.RUN_KEY, first).run.getInfoBuilder().setStatus(RunStatus.RUNNING).setEndTime(0);
        assertEquals(List.of("end: 0 there, 100 here", "state: RUNNING there, FINISHED here"),
                verify().stream().map(RemoteDifference::what).sorted().toList());
        repair();
        assertEachOnce();
        assertEquals(List.of(), verify());
    }

    @Test
    void publish_ourRunWithTheEndThatAnotherPublisherGaveIt_hasOursAgain() throws Exception {
        record();
        publish();
        late().tags.put(Tags.DUPLICATE_OF, finishedRun());
        mlflow.byTag(Tags.RUN_KEY, first).run.getInfoBuilder().setEndTime(800);
        assertTrue(publish().isComplete());
        assertEachOnce();
        assertEquals(List.of(), verify());
    }

    @Test
    void repair_whatWasLostOrChanged_isSentAgain() throws Exception {
        record();
        publish();
        FakeRun run = mlflow.byTag(Tags.RUN_KEY, first);
        run.tags.put(Tags.OUTCOME, "failed");
        run.params.remove("train.epochs");
        run.artifacts.remove("plots/loss.svg");
        run.metrics.values().removeIf(metric -> metric.getKey().equals("loss") && metric.getStep() > 20);
        assertEquals(Set.of(Remedy.RESEND),
                verify().stream().map(RemoteDifference::remedy).collect(Collectors.toSet()));
        long rows = mlflow.byTag(Tags.RUN_KEY, plan.runs().get(1).runKey()).metrics.size();
        repair();
        assertEquals(List.of(), verify());
        assertEquals(rows, run.metrics.size(), "no row is there twice");
        assertEquals(7, mlflow.runs.size());
    }

    @Test
    void repair_valuesTooMany_replacesTheRun() throws Exception {
        record();
        publish();
        String before = finishedRun();
        mlflow.runs.get(before).metrics.put("stray", Metric.newBuilder().setKey("loss").setStep(3).setValue(9).build());
        mlflow.runs.get(before).params.put("train.epochs", "7");
        repair();
        assertEquals(List.of(), verify());
        assertEachOnce();
        assertTrue(!mlflow.runs.get(before).isActive(), "MLflow cannot take a value back");
        assertEquals(8, mlflow.runs.size());
    }

    @Test
    void verify_runsOfOthers_areNoDifferenceButTold() throws Exception {
        record();
        publish();
        FakeRun stranger = late();
        stranger.tags.put(Tags.PLANNED, "2001-01-01T00:00:00Z");
        assertEquals(new ServerComparison(List.of(), List.of(
                "one run is there not of these results; RUNNING: 'late' (late)")), verify(store));
    }
}
