package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.result.StoredResults;
import gridrun.store.Outcome;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Store;
import gridrun.store.SweepPlan;
import gridrun.tracking.RemoteDifference.Remedy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.RunStatus;

/** Whatever happens on the way, and whoever else publishes: nothing stands there twice, and nothing is RUNNING. */
@Tag("long")
class ExactlyOnceTest extends PublishingFixture {

    /** Waits for an answer that comes when another publisher has done all its work, on a busy machine too. */
    private static final Timing WAITING = new Timing(QUICK.connect(), Duration.ofMinutes(1), QUICK.firstDelay(),
            QUICK.maxDelay(), QUICK.settle(), QUICK.gather(), Duration.ofMinutes(1));

    @TempDir
    Path other;

    private static PublishReport publish(Store store, FakeMlflow mlflow) {
        return publish(store, mlflow, QUICK);
    }

    private static PublishReport publish(Store store, FakeMlflow mlflow, Timing timing) {
        try (Publisher publisher = new Publisher(store, mlflow.server(), "sweep", StoredResults::report, timing)) {
            return publisher.publish(SILENT);
        }
    }

    private static ServerComparison verify(Store store, FakeMlflow mlflow) throws Exception {
        try (Publisher publisher = new Publisher(store, mlflow.server(), "sweep", StoredResults::report)) {
            return publisher.verify();
        }
    }

    private void repair() throws Exception {
        try (Publisher publisher = new Publisher(store, mlflow.server(), "sweep", StoredResults::report, QUICK)) {
            publisher.publish(SILENT);
            publisher.repair(publisher.verify().differences());
        }
        assertTrue(publish().isComplete());
    }

    private void assertEachOnce() {
        Map<String, Long> counts = mlflow.active().stream().collect(Collectors.groupingBy(
                run -> run.tags.getOrDefault(Tags.RUN_KEY, run.tags.get(Tags.SWEEP_ID)), Collectors.counting()));
        Set<String> keys = new TreeSet<>(plan.runs().stream().map(run -> run.runKey()).toList());
        keys.add(plan.sweepId());
        assertEquals(keys, counts.keySet());
        assertEquals(Set.of(1L), Set.copyOf(counts.values()));
        assertEquals(Set.of(RunStatus.FINISHED),
                mlflow.active().stream().map(run -> run.run.getInfo().getStatus()).collect(Collectors.toSet()));
        List<FakeRun> ended = mlflow.runs.values().stream().filter(run -> !run.isActive()).toList();
        assertTrue(ended.stream().allMatch(run -> run.run.getInfo().getStatus() != RunStatus.RUNNING));
        assertTrue(ended.stream().allMatch(run -> run.tags.containsKey(Tags.DUPLICATE_OF)));
        assertTrue(mlflow.active().stream().noneMatch(run -> run.tags.containsKey(Tags.DUPLICATE_OF)));
        String parent = mlflow.active().stream().filter(run -> run.tags.containsKey(Tags.SWEEP_ID)).findFirst()
                .orElseThrow().run.getInfo().getRunId();
        assertEquals(Set.of(parent), mlflow.active().stream().filter(run -> run.tags.containsKey(Tags.RUN_KEY))
                .map(run -> run.tags.get(Tags.PARENT)).collect(Collectors.toSet()));
    }

    private void copyResults() throws IOException {
        store.close();
        try (Stream<Path> files = Files.walk(results)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = other.resolve(results.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        store = Store.open(results);
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

    @RepeatedTest(5)
    void publish_twoCopiesOfTheResultsAtOnce_eachRunOnceAndBothExact() throws Exception {
        record();
        copyResults();
        try (Store second = Store.open(other)) {
            CompletableFuture<PublishReport> concurrent =
                    CompletableFuture.supplyAsync(() -> publish(second, mlflow));
            PublishReport report = publish();
            assertTrue(report.isComplete(), report.toString());
            assertTrue(concurrent.get().isComplete(), concurrent.get().toString());
            assertEachOnce();
            assertTrue(publish().isComplete());
            assertTrue(publish(second, mlflow).isComplete());
            assertEachOnce();
            assertEquals(List.of(), verify());
            assertEquals(new ServerComparison(List.of(), List.of()), verify(second, mlflow));
        }
    }

    @Test
    void publish_whatACopyHasBroughtInPassingTrouble_isTakenOver() throws Exception {
        record();
        copyResults();
        publish();
        try (Store second = Store.open(other)) {
            mlflow.answer(2, "runs/get", 500, "");
            mlflow.answer(2, "get-history", 500, "");
            mlflow.answer(2, "artifacts/list", 500, "");
            PublishReport report = publish(second, mlflow);
            assertTrue(report.isComplete(), report.toString());
            assertEquals(List.of(), report.notices());
            assertEachOnce();
            assertEquals(new ServerComparison(List.of(), List.of()), verify(second, mlflow));
        }
    }

    /** The same experiment in another directory: planned a little later, trained at other times with other files. */
    private void recordElsewhere(Store second, long laterMs, int fileBytes) {
        SweepPlan own = Plans.later(plan, laterMs);
        second.plan(own);
        Recording sweep = second.begin(own.sweepId(), own.createdMs());
        own.runs().forEach(planned -> {
            Recording run = second.start(planned.runKey(), own.createdMs() + 10);
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                run.metrics(epoch, own.createdMs() + 20 + epoch, Map.of("loss", 1.0 / epoch, "val_loss", 2.0 / epoch,
                        "system/examples_per_second", (double) own.createdMs()));
            }
            run.artifacts(Map.of("config.yaml", "name: x\n".getBytes(StandardCharsets.UTF_8),
                    "log", new byte[fileBytes]));
            run.finish(Outcome.COMPLETED, own.createdMs() + 5_000 + laterMs);
        });
        sweep.artifact("results.csv", new byte[fileBytes]);
        sweep.finish(Outcome.COMPLETED, own.createdMs() + 9_000);
    }

    @RepeatedTest(5)
    void publish_theSamePlanInTwoDirectoriesAtOnce_eachRunOnceAndBothExact() throws Exception {
        recordElsewhere(store, 0, 10);
        try (Store second = Store.open(other)) {
            recordElsewhere(second, 300, 20);
            CompletableFuture<PublishReport> concurrent =
                    CompletableFuture.supplyAsync(() -> publish(second, mlflow));
            PublishReport report = publish();
            assertTrue(report.isComplete(), report.toString());
            assertTrue(concurrent.get().isComplete(), concurrent.get().toString());
            assertTrue(publish().isComplete());
            assertTrue(publish(second, mlflow).isComplete());
            assertEachOnce();
            assertEquals(new ServerComparison(List.of(), List.of()), verify(store, mlflow));
            assertEquals(new ServerComparison(List.of(), List.of()), verify(second, mlflow));
        }
    }

    @Test
    void publish_theSamePlanThatAnotherDirectoryBringsMeanwhile_isJoined() throws Exception {
        recordElsewhere(store, 0, 10);
        try (Store second = Store.open(other)) {
            recordElsewhere(second, 300, 20);
            AtomicReference<PublishReport> brought = new AtomicReference<>();
            AtomicBoolean bringing = new AtomicBoolean();
            mlflow.troubles.add((request, exchange) -> {
                if (request.path().contains("log-batch") && bringing.compareAndSet(false, true)) {
                    brought.set(publish());
                }
                return false;
            });
            PublishReport report = publish(second, mlflow, WAITING);
            assertTrue(brought.get().isComplete(), brought.get().toString());
            assertTrue(report.isComplete(), report.toString());
            assertEachOnce();
            assertEquals(new ServerComparison(List.of(), List.of()), verify(second, mlflow));
        }
    }

    @Test
    void publish_theSamePlanThatIsBroughtMeanwhileAndIsAlive_isJoined() throws Exception {
        long earlierMs = Duration.ofDays(9).toMillis();
        long laterMs = Duration.ofDays(10).toMillis();
        FakeRun parent = running("parent", earlierMs, Tags.SWEEP_ID, plan.sweepId());
        FakeRun child = running("child", earlierMs, Tags.RUN_KEY, "of another configuration");
        child.metrics.put("loss", Metric.newBuilder().setKey("loss").setTimestamp(2 * laterMs).build());
        mlflow.troubles.add((request, exchange) -> {
            if (request.path().contains("log-batch")) {
                mlflow.runs.put("parent", parent);
                mlflow.runs.put("child", child);
            }
            return false;
        });
        try (Store second = Store.open(other)) {
            recordElsewhere(second, laterMs, 10);
            publish(second, mlflow);
            assertEquals(earlierMs, second.sweep(plan.sweepId()).orElseThrow().createdMs());
        }
    }

    private static FakeRun running(String id, long plannedMs, String identity, String key) {
        FakeRun run = new FakeRun();
        run.run.getInfoBuilder().setRunId(id).setRunName(id).setStartTime(plannedMs)
                .setStatus(RunStatus.RUNNING).setLifecycleStage("active");
        run.tags.put(identity, key);
        run.tags.put(Tags.PLANNED, Instant.ofEpochMilli(plannedMs).toString());
        return run;
    }

    @Test
    void publish_afterALaterPlanThatWasMadeMeanwhile_eachRunOnceAndBothExact() throws Exception {
        recordElsewhere(store, 0, 10);
        try (Store second = Store.open(other)) {
            recordElsewhere(second, 300, 20);
            assertTrue(publish(second, mlflow).isComplete());
            assertTrue(publish().isComplete());
            assertEachOnce();
            assertEquals(new ServerComparison(List.of(), List.of()), verify(store, mlflow));
            assertEquals(new ServerComparison(List.of(), List.of()), verify(second, mlflow));
        }
    }

    @Test
    void publish_theSamePlanAfterTheOtherHasEnded_isARepetition() throws Exception {
        recordElsewhere(store, 0, 10);
        publish();
        try (Store second = Store.open(other)) {
            recordElsewhere(second, 60_000, 20);
            assertTrue(publish(second, mlflow).isComplete());
            assertEquals(14, mlflow.active().size());
            assertEquals(List.of(), verify(second, mlflow).differences());
            assertEquals(List.of(), verify());
        }
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
                "one run is there not of these results; RUNNING: 'late' (late)")), verify(store, mlflow));
    }

    @Test
    void publish_whileAnotherDirectoryIsAtWorkOnARun_doesNotMixItsRows() throws Exception {
        Recording sweep = store.begin(plan.sweepId(), 1);
        Recording run = store.start(first, 10);
        run.metric("loss", 1, 11, 0.5);
        store.flush();
        copyResults();
        publish();
        try (Store second = Store.open(other)) {
            Recording again = second.start(first, 500);
            again.metric("loss", 2, 512, 0.25);
            again.finish(Outcome.COMPLETED, 600);
            second.begin(plan.sweepId(), 1).finish(Outcome.COMPLETED, 700);
            assertTrue(publish(second, mlflow).isComplete());
            Recording own = store.start(first, 10);
            own.metric("loss", 2, 12, 0.25);
            own.finish(Outcome.COMPLETED, 100);
            store.begin(plan.sweepId(), 1).finish(Outcome.COMPLETED, 200);
            PublishReport report = publish();
            assertTrue(report.isComplete(), report.toString());
        }
        sweep.close();
        List<FakeRun> runs = mlflow.active().stream().filter(one -> one.tags.containsKey(Tags.RUN_KEY)).toList();
        assertEquals(1, runs.size());
        assertEquals(List.of(1L, 2L), runs.get(0).metrics.values().stream().filter(m -> m.getKey().equals("loss"))
                .map(Metric::getStep).sorted().toList());
        assertEquals(RunStatus.FINISHED, runs.get(0).run.getInfo().getStatus());
    }
}
