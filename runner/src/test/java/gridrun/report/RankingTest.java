package gridrun.report;

import gridrun.statistics.Statistic;
import static gridrun.report.Runs.completed;
import static gridrun.report.Runs.diverged;
import static gridrun.report.Runs.failed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.store.Outcome;
import gridrun.store.Run;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RankingTest {

    private static final Objective ACCURACY = new Objective("val_accuracy", Goal.MAXIMIZE);

    private static List<String> order(Objective objective, Run... runs) {
        return Ranking.of(objective, List.of(runs)).rows().stream().map(Ranking.Row::configId).toList();
    }

    @Test
    void of_ranksByTheMeanUnderTheGoal() {
        Run[] runs = {completed("1", 0, 0.9, 0, 1), completed("2", 0, 0.7, 0, 1), completed("2", 1, 0.8, 0, 1),
            completed("3", 0, 0.95, 0, 1)};
        assertEquals(List.of("config-3", "config-1", "config-2"), order(ACCURACY, runs));
        assertEquals(List.of("config-2", "config-1", "config-3"),
                order(new Objective("val_accuracy", Goal.MINIMIZE), runs));
    }

    @Test
    void of_equalMeans_keepsTheOrderOfThePlan() {
        assertEquals(List.of("config-2", "config-1", "config-3"),
                order(ACCURACY, completed("2", 0, 0.5, 0, 1), completed("1", 0, 0.5, 0, 1),
                        completed("3", 0, 0.5, 0, 1)));
    }

    @Test
    @DisplayName("A configuration that diverged ranks below the worst that did not, and one without values last")
    void of_diverged_ranksBelowFinite() {
        assertEquals(List.of("config-4", "config-2", "config-3", "config-1", "config-5"), order(ACCURACY,
                diverged("1", 0), diverged("1", 1),
                completed("2", 0, 0.9, 0, 1), diverged("2", 1), completed("2", 2, 0.9, 0, 1),
                completed("3", 0, 0.99, 0, 1), diverged("3", 1),
                completed("4", 0, 0.1, 0, 1),
                diverged("5", 0)));
    }

    @Test
    @DisplayName("Failed runs are counted, but take nothing from the others' mean")
    void of_failed_isCounted() {
        Ranking.Row row = Ranking.of(ACCURACY, List.of(
                completed("1", 0, 0.8, 0.7, 10), failed("1", 1), completed("1", 2, 0.9, 0.8, 20))).rows().get(0);
        assertEquals(1, row.count(Outcome.FAILED));
        assertEquals(2, row.figure().n());
        assertEquals(0.85, row.figure().mean(), 1e-12);
        assertEquals(0.05 * Math.sqrt(2), row.figure().std(), 1e-12, "the sample standard deviation");
        assertEquals(15, row.statistic("best_epoch").mean());
        assertEquals(1, row.rank());
    }

    @Test
    void winner_withoutAnyValue_isNull() {
        assertNull(Ranking.of(ACCURACY, List.of(failed("1", 0))).winner());
        assertNull(Ranking.of(ACCURACY, List.of()).winner());
        assertEquals("config-2",
                Ranking.of(ACCURACY, List.of(failed("1", 0), completed("2", 0, 0.5, 0, 1))).winner().configId());
    }

    @Test
    void statistic_ofOneValue_hasNoDeviation() {
        assertEquals(new Statistic(1, 3, Double.NaN), Statistic.of(3, Double.NaN, Double.POSITIVE_INFINITY));
        assertTrue(Statistic.of().isEmpty());
    }
}
