package gridrun.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gridrun.metric.Goal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run comes to depends on who asks. */
class SummaryTest {

    @TempDir
    Path results;

    /** Accuracy is best in epochs 2 and 3, the loss in epoch 4, where it is infinite before. */
    private static void train(Store store, SweepPlan plan) {
        train(store, plan.runs().get(0));
    }

    private static void train(Store store, PlannedRun planned) {
        Recording run = store.start(planned.runKey(), 1);
        run.metrics(1, 1, Map.of("loss", 9.0, "val_loss", Double.POSITIVE_INFINITY, "val_accuracy", 0.5));
        run.metrics(2, 2, Map.of("loss", 5.0, "val_loss", 0.4, "val_accuracy", 0.9));
        run.metrics(3, 3, Map.of("loss", 4.0, "val_loss", 0.5, "val_accuracy", 0.9));
        run.metrics(4, 4, Map.of("loss", 3.0, "val_loss", 0.3, "val_accuracy", 0.7, "learning_rate", 0.1,
                "gradient_norm", 2.0, "gradient_norm/dense_1", 1.0));
        run.metrics(5, 5, Map.of("loss", 2.0, "val_loss", Double.NaN, "val_accuracy", 0.6));
        run.metric("kept_epoch", 4, 6, 4);
        run.metrics(4, 6, Map.of("test_accuracy", 0.65));
        run.finish(Outcome.COMPLETED, 7);
    }

    private static SweepPlan ranked(SweepPlan plan, String name, String metric, Goal goal) {
        return new SweepPlan(Plans.key(name), name, true, "", Map.of(), metric, goal, plan.axes(), plan.file(), 2,
                plan.runs());
    }

    private Map<String, Double> summary(String metric, Goal goal) {
        SweepPlan plan = Plans.sweep("lr", "0.1");
        try (Store store = Store.open(results)) {
            store.plan(plan);
            train(store, plan);
            SweepPlan other = ranked(plan, "other", metric, goal);
            store.plan(other);
            return store.runs(other.sweepId()).get(0).summary();
        }
    }

    @Test
    void sweepsThatShareARun_haveEachItsOwnBest() {
        Map<String, Double> byLoss = summary("val_loss", Goal.MINIMIZE);
        assertEquals(4, byLoss.get("best_epoch"));
        assertEquals(0.3, byLoss.get("best.val_loss"));
        assertEquals(0.7, byLoss.get("best.val_accuracy"));
        try (Store store = Store.open(results)) {
            Map<String, Double> byAccuracy = store.runs(Plans.key("lr")).get(0).summary();
            assertEquals(2, byAccuracy.get("best_epoch"), "the first of equal ones");
            assertEquals(0.9, byAccuracy.get("best.val_accuracy"));
            assertEquals(0.4, byAccuracy.get("best.val_loss"));
        }
    }

    @Test
    void sweepThatAsksAnew_getsItsNewBest() {
        summary("val_loss", Goal.MINIMIZE);
        try (Store store = Store.open(results)) {
            store.plan(ranked(Plans.sweep("lr", "0.1"), "other", "val_loss", Goal.MAXIMIZE));
            assertEquals(3, store.runs(Plans.key("other")).get(0).summary().get("best_epoch"));
        }
    }

    @Test
    @DisplayName("the kept and the last epoch are facts, whoever asks")
    void keptAndFinal_doNotDependOnTheMetric() {
        Map<String, Double> summary = summary("kept.val_accuracy", Goal.MAXIMIZE);
        assertEquals(List.of(4.0, 0.7, 0.3), List.of(summary.get("kept_epoch"), summary.get("kept.val_accuracy"),
                summary.get("kept.val_loss")));
        assertEquals(List.of(0.6, Double.NaN, 2.0), List.of(summary.get("final.val_accuracy"),
                summary.get("final.val_loss"), summary.get("final.loss")));
        assertEquals(0.65, summary.get("test_accuracy"));
        assertEquals(2, summary.get("best_epoch"), "that of val_accuracy");
    }

    @Test
    void testFigure_isBestWhereItsCounterpartIs() {
        assertEquals(2, summary("test_accuracy", Goal.MAXIMIZE).get("best_epoch"));
        assertEquals(5, summary("test_other", Goal.MINIMIZE).getOrDefault("best_epoch", 5.0), "no epoch has it");
    }

    @Test
    void summary_hasNoFigureThatIsNeitherBetterNorWorse() {
        Map<String, Double> summary = summary("loss", Goal.MINIMIZE);
        assertEquals(5, summary.get("best_epoch"));
        assertFalse(
                summary.keySet().stream().anyMatch(name -> name.contains("learning_rate") || name.contains("gradient")),
                summary::toString);
    }

    @Test
    @DisplayName("runs are summed up together as each by itself, whatever the first of them has recorded")
    void summary_ofSeveralRuns() {
        SweepPlan plan = Plans.sweep("lr", "0.1", "0.2", "0.3");
        try (Store store = Store.open(results)) {
            store.plan(plan);
            train(store, plan.runs().get(1));
            Recording other = store.start(plan.runs().get(2).runKey(), 1);
            other.metrics(1, 1, Map.of("loss", 0.0, "val_accuracy", 0.0, "learning_rate", 0.0));
            store.flush();
            List<Run> runs = store.runs(plan.sweepId());
            assertEquals(Map.of(), runs.get(0).summary());
            assertEquals(store.run(plan.sweepId(), runs.get(1).runKey()).orElseThrow().summary(),
                    runs.get(1).summary());
            assertEquals(Map.of("best_epoch", 1.0, "best.loss", 0.0, "best.val_accuracy", 0.0, "final.loss", 0.0,
                    "final.val_accuracy", 0.0), runs.get(2).summary());
        }
    }
}
