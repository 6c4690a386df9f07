package gridrun.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.store.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TestEstimateTest {

    private static Run run(String rate, long seed, double validation, double test) {
        return Runs.run(rate, seed, "completed", Map.of("best.val_accuracy", validation, "test_accuracy", test));
    }

    private static Optional<String> note(String ranked, Run... runs) {
        return new TestEstimate(Ranking.of(new Objective(ranked, Goal.MAXIMIZE), List.of(runs))).note();
    }

    @Test
    @DisplayName("The winner by validation is estimated by its own test figure, though another one has a better")
    void note_isOfTheWinnersTestFigure() {
        assertEquals(Optional.of("estimate for learning_rate=0.1: test_accuracy 0.9 (0.646 to 1.000, 95 % "
                + "interval over the seeds), which chose nothing; best.val_accuracy, which chose, is 0.06 better, "
                + "for it chose, and its part of the data may be easier"),
                note("val_accuracy", run("0.1", 0, 0.97, 0.92), run("0.1", 1, 0.95, 0.88), run("0.2", 0, 0.9, 0.94)));
    }

    @Test
    void note_ofOneRun_hasNoInterval() {
        assertTrue(note("val_accuracy", run("0.1", 0, 0.97, 0.92)).orElseThrow()
                .startsWith("estimate for learning_rate=0.1: test_accuracy 0.92, which chose nothing; "));
    }

    @Test
    void note_whereValidationIsWorse_saysSo() {
        assertTrue(note("val_accuracy", run("0.1", 0, 0.9, 0.92)).orElseThrow()
                .endsWith("which chose, is 0.02 worse, which chance can do, or a harder part of the data"));
    }

    @Test
    void note_withoutTestPart_isEmpty() {
        assertEquals(Optional.empty(), note("val_accuracy", Runs.completed("0.1", 0, 0.9, 0.8, 3)));
    }

    @Test
    void ranking_byTheTestPart_isWarnedOf() {
        assertEquals(
                "warning: test_accuracy ranks, so the test part has chosen and what the best has there is too good; "
                        + "rank by a figure of the validation part, and test_accuracy is an estimate",
                note("test_accuracy", run("0.1", 0, 0.9, 0.92)).orElseThrow());
    }
}
