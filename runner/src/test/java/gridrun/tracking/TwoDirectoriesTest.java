package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.store.Outcome;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Store;
import gridrun.store.SweepPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.RunStatus;

/** The same experiment in two results directories, be it a copy or trained anew, that are published to one server. */
@Tag("long")
class TwoDirectoriesTest extends ExactlyOnceFixture {

    /** Waits for an answer that comes when another publisher has done all its work, on a busy machine too. */
    private static final Timing WAITING = new Timing(QUICK.connect(), Duration.ofMinutes(1), QUICK.firstDelay(),
            QUICK.maxDelay(), QUICK.settle(), QUICK.gather(), Duration.ofMinutes(1));

    @TempDir
    Path other;

    private PublishReport publish(Store store) {
        return publish(store, QUICK);
    }

    private void assertExact(Store published) throws Exception {
        assertEquals(new ServerComparison(List.of(), List.of()), verify(published));
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

    @RepeatedTest(5)
    void publish_twoCopiesOfTheResultsAtOnce_eachRunOnceAndBothExact() throws Exception {
        record();
        copyResults();
        try (Store second = Store.open(other)) {
            CompletableFuture<PublishReport> concurrent =
                    CompletableFuture.supplyAsync(() -> publish(second));
            PublishReport report = publish();
            assertTrue(report.isComplete(), report.toString());
            assertTrue(concurrent.get().isComplete(), concurrent.get().toString());
            assertEachOnce();
            assertTrue(publish().isComplete());
            assertTrue(publish(second).isComplete());
            assertEachOnce();
            assertEquals(List.of(), verify());
            assertExact(second);
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
            PublishReport report = publish(second);
            assertTrue(report.isComplete(), report.toString());
            assertEquals(List.of(), report.notices());
            assertEachOnce();
            assertExact(second);
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
                    CompletableFuture.supplyAsync(() -> publish(second));
            PublishReport report = publish();
            assertTrue(report.isComplete(), report.toString());
            assertTrue(concurrent.get().isComplete(), concurrent.get().toString());
            assertTrue(publish().isComplete());
            assertTrue(publish(second).isComplete());
            assertEachOnce();
            assertExact(store);
            assertExact(second);
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
            PublishReport report = publish(second, WAITING);
            assertTrue(brought.get().isComplete(), brought.get().toString());
            assertTrue(report.isComplete(), report.toString());
            assertEachOnce();
            assertExact(second);
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
            publish(second);
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
            assertTrue(publish(second).isComplete());
            assertTrue(publish().isComplete());
            assertEachOnce();
            assertExact(store);
            assertExact(second);
        }
    }

    @Test
    void publish_theSamePlanAfterTheOtherHasEnded_isARepetition() throws Exception {
        recordElsewhere(store, 0, 10);
        publish();
        try (Store second = Store.open(other)) {
            recordElsewhere(second, 60_000, 20);
            assertTrue(publish(second).isComplete());
            assertEquals(14, mlflow.active().size());
            assertEquals(List.of(), verify(second).differences());
            assertEquals(List.of(), verify());
        }
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
            assertTrue(publish(second).isComplete());
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
