package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.result.StoredResults;
import gridrun.store.Outcome;
import gridrun.store.PlannedRun;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Store;
import gridrun.store.SweepPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.Service.Metric;

/** The figures at step 0 that MLflow shows of runs and sweeps, as the store derives them. */
@Tag("slow")
class SummaryFiguresTest {

    @TempDir
    Path results;

    private FakeMlflow mlflow;
    private Store store;

    @BeforeEach
    void open() throws Exception {
        mlflow = new FakeMlflow();
        store = Store.open(results);
    }

    @AfterEach
    void close() {
        store.close();
        mlflow.close();
    }

    @Test
    void completedRun_hasTheFiguresOfTheRankedMetricAlone() throws Exception {
        train(plan("s", 1_000, "val_accuracy", Goal.MAXIMIZE, "0.1", "0.2"), Outcome.COMPLETED);
        publish();
        assertEquals(Map.of("best.val_accuracy", 0.9, "best_epoch", 2.0, "kept.val_accuracy", 0.8, "kept_epoch", 3.0,
                "final.val_accuracy", 0.8, "test_accuracy", 0.7, "rank", 2.0), figures(run("0.1", 0)));
        assertEquals(List.of(), verify());
    }

    @Test
    void runThatKeepsNoFigures_hasThoseOfItsOutcome() throws Exception {
        train(plan("s", 1_000, "val_accuracy", Goal.MAXIMIZE, "0.1"), Outcome.DIVERGED);
        publish();
        assertEquals(Map.of("diverged_at_epoch", 3.0, "rank", 1.0), figures(run("0.1", 0)));
        assertEquals(2.0, figures(parent("s")).get("runs.diverged"));
        assertFalse(figures(parent("s")).containsKey("best.val_accuracy"));
        assertEquals(List.of(), verify());
    }

    @Test
    void anotherMetric_replacesTheFigures() throws Exception {
        train(plan("s", 1_000, "val_accuracy", Goal.MAXIMIZE, "0.1", "0.2"), Outcome.COMPLETED);
        publish();
        SweepPlan byLoss = plan("s", 5_000, "val_loss", Goal.MINIMIZE, "0.1", "0.2");
        store.plan(byLoss);
        publish();
        Map<String, Double> figures = figures(run("0.1", 0));
        assertEquals(0.2, figures.get("best.val_loss"));
        assertEquals(3.0, figures.get("best_epoch"));
        assertEquals(0.8, figures.get("best.val_accuracy"), "that of the epoch with the best val_loss");
        assertEquals(List.of(), verify());
    }

    @Test
    void sweep_hasTheFiguresOfItsBestConfiguration() throws Exception {
        train(plan("s", 1_000, "val_accuracy", Goal.MAXIMIZE, "0.1", "0.2"), Outcome.COMPLETED);
        publish();
        FakeRun parent = parent("s");
        Map<String, Double> figures = figures(parent);
        assertEquals(Map.of("best.val_accuracy", 0.951, "best.val_accuracy.sd", 0.0014,
                "best.val_accuracy.low", 0.9383, "best.val_accuracy.high", 0.9637, "test_accuracy", 0.7,
                "runs.completed", 4.0, "runs.diverged", 0.0, "runs.failed", 0.0, "seeds", 2.0, "configurations", 2.0),
                without(figures, "configurations.tied", "configurations.worse", "configurations.better",
                        "test_accuracy.sd", "test_accuracy.low", "test_accuracy.high"));
        assertEquals(List.of(0.0, 0.7, 0.7), Stream.of("sd", "low", "high")
                .map(end -> figures.get("test_accuracy." + end)).toList());
        assertEquals(List.of(0.0, 1.0, 0.0), Stream.of("tied", "worse", "better")
                .map(mark -> figures.get("configurations." + mark)).toList());
        assertEquals("At a confidence of 95 %, learning_rate=0.2 is better than all others.",
                parent.tags.get("gridrun.finding"));
        assertEquals("0.2", parent.tags.get("gridrun.best"));
        assertEquals("0.2", parent.tags.get("gridrun.best.learning_rate"));
        assertTrue(parent.tags.get("mlflow.note.content").contains("**Best**: learning_rate=0.2, "
                + "best.val_accuracy 0.951, the mean of 2, between 0.93829 and 0.96371 with a confidence of 95 %"),
                parent.tags::toString);
    }

    @Test
    void fewerThanFifteenKeysAreShownOfARun_andNoneAtASingleLaterStep() {
        train(plan("s", 1_000, "val_accuracy", Goal.MAXIMIZE, "0.1"), Outcome.COMPLETED);
        publish();
        Map<String, List<Metric>> keys = new TreeMap<>();
        run("0.1", 0).metrics.values().forEach(m -> keys.computeIfAbsent(m.getKey(), k -> new ArrayList<>()).add(m));
        assertTrue(keys.size() < 15, keys.keySet().toString());
        keys.forEach((key, rows) -> assertTrue(rows.size() == 3 || rows.get(0).getStep() == 0, key));
    }

    @Test
    void labelsAndRanks_followTheGrid() throws Exception {
        train(plan("s", 1_000, "val_accuracy", Goal.MAXIMIZE, "0.1"), Outcome.COMPLETED);
        publish();
        assertEquals("0.1 s0", run("0.1", 0).run.getInfo().getRunName());
        assertEquals(1.0, figures(run("0.1", 0)).get("rank"));
        train(plan("s", 2_000, "val_accuracy", Goal.MAXIMIZE, "0.2"), Outcome.COMPLETED);
        publish();
        assertEquals(2.0, figures(run("0.1", 0)).get("rank"), "a run that the newest plan leaves out");
        assertEquals(List.of(), verify());
    }

    @Test
    void otherResults_areARepetitionWithAParentOfItsOwn() throws Exception {
        train(plan("s", 1_000, "val_accuracy", Goal.MAXIMIZE, "0.1"), Outcome.COMPLETED);
        publish();
        store.close();
        store = Store.open(results.resolve("next-night"));
        train(plan("s", 90_000, "val_accuracy", Goal.MAXIMIZE, "0.1"), Outcome.COMPLETED);
        publish();
        assertEquals(6, mlflow.runs.size());
        assertEquals(List.of("1970-01-01T00:00:01Z", "1970-01-01T00:01:30Z"), mlflow.runs.values().stream()
                .map(run -> run.tags).filter(tags -> tags.containsKey("gridrun.sweep_id"))
                .map(tags -> tags.get("gridrun.planned")).sorted().toList());
        assertEquals(List.of(), verify());
    }

    @Test
    void runOfTwoSweeps_hasALabelOfEach() throws Exception {
        SweepPlan first = plan("s", 1_000, "val_accuracy", Goal.MAXIMIZE, "0.1", "0.2");
        train(first, Outcome.COMPLETED);
        PlannedRun shared = first.runs().get(0);
        PlannedRun deep = new PlannedRun(shared.runKey(), "depth=2 seed=0", shared.configId(), 0, "data-1 1",
                Map.of("depth", "2"), shared.settings(), shared.own(), Map.of(), Map.of());
        SweepPlan second = new SweepPlan(Plans.key("other"), "s", true, "", Map.of(), "val_accuracy", Goal.MAXIMIZE,
                List.of("depth"), "other.yaml", 2_000, List.of(deep));
        store.plan(second);
        store.begin(second.sweepId(), 3_000).finish(Outcome.COMPLETED, 4_000);
        PublishReport report = publish();
        FakeRun run = run("0.1", 0);
        String id = second.sweepId().substring(0, 8);
        assertEquals("0.1", run.tags.get("gridrun.config"));
        assertEquals("2", run.tags.get("gridrun.config." + id));
        assertTrue(run.tags.get("gridrun.sweeps").contains(id + "-" + Long.toString(2_000, 36)), run.tags::toString);
        assertTrue(report.isComplete(), report::toString);
        assertEquals(List.of(), verify());
    }

    private static SweepPlan plan(String name, long createdMs, String metric, Goal goal, String... rates) {
        List<PlannedRun> runs = new ArrayList<>();
        for (String rate : rates) {
            for (int seed = 0; seed < 2; seed++) {
                runs.add(new PlannedRun(Plans.key(rate + seed), "learning_rate=" + rate + " seed=" + seed,
                        Plans.key("config" + rate), seed, "data-1 1", Map.of("learning_rate", rate),
                        Map.of("train.learning_rate", rate), Map.of(), Map.of(), Map.of()));
            }
        }
        return new SweepPlan(Plans.key(name), name, true, "", Map.of(), metric, goal, List.of("train.learning_rate"),
                name + ".yaml", createdMs, runs);
    }

    /** The higher rate is better in its second epoch, and seeds differ by 0.002. */
    private void train(SweepPlan plan, Outcome outcome) {
        store.plan(plan);
        Recording sweep = store.begin(plan.sweepId(), plan.createdMs());
        for (PlannedRun planned : plan.runs()) {
            long time = plan.createdMs();
            Recording run = store.start(planned.runKey(), time);
            double best = planned.swept().get("learning_rate").equals("0.2") ? 0.95 + 0.002 * planned.seed() : 0.9;
            run.metrics(0, time, Map.of("baseline.val_accuracy", 0.5));
            run.metrics(1, time + 1, Map.of("val_accuracy", 0.5, "accuracy", 0.4, "loss", 1.0, "val_loss", 0.6,
                    "learning_rate", 0.1, "gradient_norm", 1.0, "system/epoch_seconds", 1.0,
                    "system/examples_per_second", 100.0));
            run.metrics(2, time + 2, Map.of("val_accuracy", best, "accuracy", 0.6, "loss", 0.9, "val_loss", 0.3,
                    "learning_rate", 0.1, "gradient_norm", 1.0, "system/epoch_seconds", 1.0,
                    "system/examples_per_second", 100.0));
            run.metrics(3, time + 3, Map.of("val_accuracy", 0.8, "accuracy", 0.8, "loss", 0.8, "val_loss", 0.2,
                    "learning_rate", 0.1, "gradient_norm", 1.0, "system/epoch_seconds", 1.0,
                    "system/examples_per_second", 100.0));
            boolean completed = outcome == Outcome.COMPLETED;
            run.metric(completed ? "kept_epoch" : "diverged_at_epoch", 3, time + 4, 3);
            if (completed) {
                run.metrics(3, time + 4, Map.of("test_accuracy", 0.7, "test_loss", 0.4));
            }
            run.finish(outcome, time + 5);
        }
        sweep.finish(Outcome.COMPLETED, plan.createdMs() + 10);
    }

    private FakeRun run(String rate, int seed) {
        return mlflow.byTag("gridrun.run_key", Plans.key(rate + seed));
    }

    private FakeRun parent(String name) {
        return mlflow.byTag("gridrun.sweep_id", Plans.key(name));
    }

    private static Map<String, Double> figures(FakeRun run) {
        Map<String, Double> figures = new TreeMap<>();
        run.whole().getData().getMetricsList().stream().filter(metric -> metric.getStep() == 0)
                .forEach(metric -> figures.put(metric.getKey(), metric.getValue()));
        return figures;
    }

    private PublishReport publish() {
        try (Publisher publisher = new Publisher(
                store, mlflow.server(), "s", StoredResults::report, PublishingFixture.QUICK)) {
            return publisher.publish(PublishingFixture.SILENT);
        }
    }

    private List<RemoteDifference> verify() throws Exception {
        try (Publisher publisher = new Publisher(store, mlflow.server(), "s", StoredResults::report)) {
            return publisher.verify().differences();
        }
    }

    private static Map<String, Double> without(Map<String, Double> figures, String... names) {
        Map<String, Double> others = new TreeMap<>(figures);
        List.of(names).forEach(others::remove);
        return others;
    }
}
