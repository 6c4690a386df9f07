package gridrun.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.comparison.RaceTerms;
import gridrun.comparison.Terms;
import gridrun.experiment.Expectation;
import gridrun.metric.Goal;
import gridrun.report.Objective;
import gridrun.report.Report;
import gridrun.report.Runs;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationVerdictTest {

    private static final Objective OBJECTIVE = new Objective("val_accuracy", Goal.MAXIMIZE);

    private static Run run(String rate, long seed, String outcome, double accuracy) {
        return Runs.of("k" + rate + seed, "c" + rate, seed, "learning_rate=" + rate + " seed=" + seed, outcome,
                Map.of("learning_rate", rate), Map.of(),
                outcome.equals("failed") ? Map.of() : Map.of("best.val_accuracy", accuracy, "best_epoch", 3.0), null,
                null);
    }

    private static final List<Run> RUNS = List.of(run("0.1", 0, "completed", 0.9), run("0.1", 1, "completed", 0.96),
            run("0.5", 0, "completed", 0.8), run("0.5", 1, "completed", 0.7));

    private static ExpectationVerdict of(String expectation, List<Run> runs, int planned) {
        return ExpectationVerdict.of(List.of(Expectation.parse(expectation)), new Report(OBJECTIVE, runs), planned)
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        best.val_accuracy >= 0.92  | true  | 0.93 with learning_rate=0.1, mean over the seeds 0, 1
        best.val_accuracy >= 0.95  | false | 0.93 with learning_rate=0.1, mean over the seeds 0, 1
        all: best.val_accuracy > 0.6 | true | in each of 4 runs
        all: best.val_accuracy > 0.75 | false | 0.7 in learning_rate=0.5 seed=1
        all: best.val_accuracy > 0.95 | false | 0.9 in learning_rate=0.1 seed=0, and in 2 more of 4 runs
        best_epoch == 3            | true  | 3 with learning_rate=0.1, mean over the seeds 0, 1
        final.loss < 1             | false | no value with learning_rate=0.1, mean over the seeds 0, 1
        """)
    void of_saysWhatWasFoundAndWhere(String expectation, boolean holds, String found) {
        assertEquals(new ExpectationVerdict(Expectation.parse(expectation), holds, found), of(expectation, RUNS, 4));
    }

    @Test
    void of_aMissByAHair_isNotRoundedAway() {
        assertEquals("0.9499999999 with learning_rate=0.1, seed 0",
                of("best.val_accuracy >= 0.95", List.of(run("0.1", 0, "completed", 0.9499999999)), 1).found());
    }

    @Test
    void of_manySeeds_namesTheFirstAndTheLast() {
        List<Run> runs = IntStream.range(0, 40).mapToObj(seed -> run("0.1", seed, "completed", 0.9)).toList();
        assertEquals("0.9 with learning_rate=0.1, mean over the 40 seeds 0, 1, 2, ... 39",
                of("best.val_accuracy >= 0.9", runs, 40).found());
    }

    private static Run fold(int seed, int fold, String outcome) {
        return Runs.of("k" + seed + fold, "c", seed, "run", outcome, Map.of("rate", "1"),
                Map.of("data.folds", "2", Run.FOLD, Integer.toString(fold)), Map.of("best.val_accuracy", 0.9), null,
                null);
    }

    @Test
    @DisplayName("folds are named with their seeds")
    void of_folds_namesThem() {
        assertEquals("0.9 with rate=1, mean over 2 folds, seed 0 fold 1, seed 0 fold 2",
                of("best.val_accuracy >= 0.95", List.of(fold(0, 1, "completed"), fold(0, 2, "completed")), 2).found());
        assertEquals("0.9 with rate=1, mean over 2 of 3 runs, seed 0 fold 1, seed 1 fold 1; 1 diverged",
                of("best.val_accuracy >= 0.95", List.of(fold(0, 1, "completed"), fold(0, 2, "diverged"),
                        fold(1, 1, "completed")), 3).found());
    }

    @Test
    @DisplayName("in a race a claim is held to what the look spends at which its seeds ended")
    void of_aClaimInARace_isHeldToTheLevelOfItsLook() {
        double[] lead = {0.01, 0.02, 0.03, 0.02, 0.0}; // scipy.stats.ttest_1samp: p = 0.035
        List<Run> runs = IntStream.range(0, 5).boxed().flatMap(seed -> Stream.of(
                run("0.1", seed, "completed", 0.9 + lead[seed]), run("0.5", seed, "completed", 0.9))).toList();
        List<Expectation> claim = List.of(Expectation.parse("learning_rate=0.1 > learning_rate=0.5"));
        assertTrue(ExpectationVerdict.of(claim, new Report(OBJECTIVE, runs), 10).get(0).holds());
        Terms race = Terms.USUAL.in(new RaceTerms(0, 5, 5, 20, 2));
        ExpectationVerdict verdict = ExpectationVerdict.of(claim, new Report(OBJECTIVE.on(race), runs), 10).get(0);
        assertFalse(verdict.holds());
        assertTrue(
                verdict.found().endsWith("p = 0.035, in 5 pairs of the same seed; in a race it takes p below 0.0125"),
                verdict.found());
    }

    @Test
    void of_aMeanOverSurvivors_saysThatItIsOne() {
        List<Run> runs = List.of(run("0.1", 0, "completed", 0.9), run("0.1", 1, "diverged", 0.1),
                run("0.1", 2, "completed", 0.96), run("0.1", 3, "failed", 0), run("0.1", 4, "diverged", 0.1));
        assertEquals("0.93 with learning_rate=0.1, mean over 2 of 5 runs, the seeds 0, 2; 2 diverged, 1 failed",
                of("best.val_accuracy >= 0.92", runs, 5).found());
        assertEquals("0.9 with learning_rate=0.1, mean over 1 of 2 runs, seed 0; 1 diverged",
                of("best.val_accuracy >= 0.92", runs.subList(0, 2), 2).found());
    }

    @Test
    void of_failedAndMissingRuns_meetNothing() {
        assertEquals("no configuration was completed",
                of("best.val_accuracy > 0", List.of(run("0.1", 0, "failed", 0)), 1).found());
        assertEquals("no value in learning_rate=0.1 seed=0 (failed)",
                of("all: best.val_accuracy > 0", List.of(run("0.1", 0, "failed", 0)), 1).found());
        ExpectationVerdict incomplete = of("all: best.val_accuracy > 0", RUNS, 6);
        assertEquals("2 of 6 runs have no result", incomplete.found());
        assertEquals(false, incomplete.holds());
    }

    @Test
    void of_aMeanWithoutUndefinedValues_saysThatItIsOne() {
        List<Run> runs = List.of(run("0.1", 0, "completed", 0.9), run("0.1", 1, "completed", Double.NaN),
                run("0.1", 2, "diverged", 0.1));
        assertEquals("0.9 with learning_rate=0.1, mean over 1 of 3 runs, seed 0; 1 diverged, 1 without a value",
                of("best.val_accuracy >= 0.9", runs, 3).found());
    }

    @Test
    void claim_thatSurvivorsAreBetterOrTied_doesNotHold() {
        List<Run> runs = new ArrayList<>();
        for (int seed = 0; seed < 4; seed++) {
            runs.add(run("0.1", seed, "completed", 0.9 + 0.01 * seed));
            runs.add(run("0.5", seed, seed < 3 ? "completed" : "diverged", 0.95 + 0.009 * seed));
            runs.add(run("0.7", seed, seed < 3 ? "completed" : "diverged", 0.91 + 0.001 * seed));
        }
        ExpectationVerdict better = of("learning_rate=0.5 > learning_rate=0.1", runs, 12);
        assertFalse(better.holds());
        assertTrue(better.found().endsWith("in 3 pairs of the same seed; not all of their runs were completed, "
                + "and more of learning_rate=0.5 diverged"), better.found());
        assertFalse(of("tied(learning_rate=0.1, learning_rate=0.7)", runs, 12).holds());
        assertTrue(of("learning_rate=0.5 > learning_rate=0.7", runs, 12).holds());
    }

    @Test
    void claim_holdsWhereTheComparisonSaysSo() {
        List<Run> runs = new ArrayList<>();
        double[] values = {0.97, 0.96, 0.98, 0.975, 0.965};
        for (int seed = 0; seed < values.length; seed++) {
            runs.add(Runs.run("0.1", seed, "completed", Map.of("best.val_accuracy", values[seed])));
            runs.add(Runs.run("0.2", seed, "completed",
                    Map.of("best.val_accuracy", values[seed] - 0.1 - 0.01 * (seed % 2))));
            runs.add(Runs.run("0.3", seed, "completed",
                    Map.of("best.val_accuracy", values[seed] + 0.01 * (seed % 2 == 0 ? 1 : -1))));
        }
        assertTrue(of("learning_rate=0.1 > learning_rate=0.2", runs, 15).holds());
        assertTrue(of("tied(learning_rate=0.1, learning_rate=0.3)", runs, 15).holds());
        assertFalse(of("tied(learning_rate=0.1, learning_rate=0.2)", runs, 15).holds());
        ExpectationVerdict missed = of("learning_rate=0.2 > learning_rate=0.1", runs, 15);
        assertFalse(missed.holds());
        assertTrue(missed.found().startsWith("best.val_accuracy differs by -0.104 (-0.11"), missed.found());
        assertTrue(missed.found().endsWith("in 5 pairs of the same seed"), missed.found());
        assertEquals("no configuration of this plan has learning_rate=7",
                of("tied(learning_rate=7, learning_rate=0.1)", runs, 15).found());
    }
}
