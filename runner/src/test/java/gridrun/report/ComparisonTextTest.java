package gridrun.report;

import static gridrun.report.Findings.ACCURACY;
import static gridrun.report.Findings.finding;
import static gridrun.report.Findings.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.comparison.Pairing;
import gridrun.comparison.RaceTerms;
import gridrun.comparison.Selector;
import gridrun.comparison.Terms;
import gridrun.metric.Goal;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.PairedTest;
import gridrun.statistics.Recorded;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComparisonTextTest {

    private static Report study() {
        List<Run> runs = new ArrayList<>();
        Recorded.configurations("lr-sweep").forEach((name, values) -> runs.addAll(rate(
                name.substring("learning_rate=".length()), values.stream().mapToDouble(v -> v).toArray())));
        return new Report(ACCURACY, runs);
    }

    @Test
    void study_hasOneTableAndOneSentence() {
        assertEquals("""
                rank  learning_rate  best.val_accuracy  mark                     p  runs
                   1            0.1      0.977 ± 0.006  best                           5
                   2           0.05      0.976 ± 0.007  tied with the best    0.37     5
                   3           0.01      0.935 ± 0.013  worse               0.0025     5
                   4          0.001      0.877 ± 0.006  worse               1.1e-6     5
                ± is the sample standard deviation over the seeds (n - 1)
                difference: from the best in the same seeds, and its 95 % interval; p: paired
                t-test, corrected for 3 comparisons (Holm)

                learning_rate=0.1 is best by its mean, but at a confidence of 95 %
                learning_rate=0.05 cannot be told apart from it; about 42 seeds would tell.
                """, study().table(80, true));
        assertEquals("   2           0.05      0.976 ± 0.007  tied with the best    0.37  -0.001 (-0.004 to 0.002)"
                + "        0-1  0.968 to 0.984                                     5",
                study().table(Integer.MAX_VALUE, true).lines().skip(2).findFirst().orElseThrow());
    }

    @Test
    @DisplayName("with five seeds Wilcoxon's test can tell nothing at 95 %, and says with how many it could")
    void wilcoxonOfFiveSeeds_isSaidToTellNothing() {
        Terms terms = new Terms(null, 0.95, PairedTest.Choice.WILCOXON, MeanInterval.Method.T,
                List.of(), null, Pairing.WITHIN_A_SWEEP);
        Finding finding =
                finding(terms, rate("0.1", 0.99, 0.98, 0.985, 0.97, 0.99), rate("1", 0.5, 0.51, 0.5, 0.4, 0.45));
        assertEquals(
                "learning_rate=0.1 is best by its mean, but at a confidence of 95 % learning_rate=1 cannot be told "
                        + "apart from it; about 6 seeds would tell.",
                finding.sentence());
        assertEquals(List.of("with 5 seeds the Wilcoxon signed-rank test has no p below 0.063, so that nothing can be "
                + "told apart; it can with 6"), finding.warnings());
    }

    @Test
    void ceilingAndFewSeeds_areSaid() {
        Finding finding = finding(Terms.USUAL, rate("0.1", 1, 1, 1), rate("1", 1, 1, 1),
                rate("2", 0.5, 0.51, 0.49));
        assertEquals(
                "learning_rate=0.1, learning_rate=1 are best, and equal in every seed.",
                finding.sentence());
        assertEquals(List.of(
                "3 seeds are few: intervals are wide, and p depends on the differences being normal, which "
                        + "so few cannot show",
                "learning_rate=1: equal to learning_rate=0.1 in every seed, so that these data "
                        + "cannot tell them apart (a ceiling)"),
                finding.warnings());
    }

    @Test
    @DisplayName("equal below the best possible is no ceiling, and of no counts it is no want of examples")
    void equalFigures_areNoCeilingBelowTheBestPossible() {
        assertTrue(finding(Terms.USUAL, rate("0.1", 0.8, 0.9, 0.7, 0.8, 0.9), rate("1", 0.8, 0.9, 0.7, 0.8, 0.9))
                .warnings().contains("learning_rate=1: equal to learning_rate=0.1 in every seed, so that these data "
                        + "cannot tell them apart"));
        List<Run> runs = new ArrayList<>();
        for (String rate : List.of("0.1", "1")) {
            for (int seed = 0; seed < 5; seed++) {
                runs.add(Runs.run(rate, seed, "completed", Map.of("best.val_r2", 0.547 + 0.01 * seed)));
            }
        }
        assertEquals(List.of("learning_rate=1: equal to learning_rate=0.1 in every seed, to the last digit: what "
                + "differs between them changed nothing that this figure shows"),
                new Report(new Objective("val_r2", Goal.MAXIMIZE), runs).finding().orElseThrow().warnings());
    }

    @Test
    @DisplayName("the bootstrap of few seeds is too narrow, and not wide")
    void bootstrapOfFewSeeds_isTooNarrow() {
        Terms terms = new Terms(null, 0.95, PairedTest.Choice.T, MeanInterval.Method.BOOTSTRAP, List.of(), null,
                Pairing.WITHIN_A_SWEEP);
        assertEquals("3 seeds are few: intervals by the bootstrap are too narrow, and p depends on the differences "
                + "being normal, which so few cannot show",
                finding(terms, rate("0.1", 0.97, 0.96, 0.98), rate("1", 0.5, 0.52, 0.51)).warnings().get(0));
    }

    @Test
    @DisplayName("where nothing can be said of most, those are named that are worse")
    void mostlyUnclear_namesWhatIsWorse() {
        Finding finding = finding(Terms.USUAL, rate("0.1", 0.97, 0.96, 0.98, 0.965, 0.97),
                rate("1", 0.5, 0.52, 0.51, 0.52, 0.5), rate("2", 0.96, Double.NaN, 0.97, 0.975, 0.96),
                rate("3", 0.96, Double.NaN, 0.97, 0.975, 0.96));
        assertEquals("At a confidence of 95 %, learning_rate=0.1 is better than learning_rate=1; of learning_rate=2, "
                + "learning_rate=3 nothing can be said.", finding.sentence());
    }

    @Test
    void completedRunsWithoutAValue_areSaid() {
        List<Run> undefined = new ArrayList<>(rate("1", 0.8, 0.81, 0.79, 0.8));
        undefined.add(Runs.run("1", 4, "completed", Map.of("best.val_accuracy", Double.NaN)));
        List<Run> whole = rate("2", 0.9, 0.92, 0.9, 0.91, 0.9);
        assertTrue(finding(Terms.USUAL, whole, undefined).warnings().contains("learning_rate=1: 1 without a value of "
                + "5 runs; its figures, and the comparison, are of the other seeds alone"));
        Report report = new Report(ACCURACY, Stream.of(whole, undefined).flatMap(List::stream).toList());
        assertTrue(report.table(200, true).contains("without a value 1/5"), report.table(200, true));
    }

    @Test
    @DisplayName("no mean over survivors is silent")
    void divergedRuns_areSaid() {
        Finding finding = finding(Terms.USUAL, rate("0.1", 0.97, 0.96, 0.98, 0.965, 0.97),
                rate("1", 0.99, Double.NaN, 0.985, 0.99, 0.98));
        assertEquals("At a confidence of 95 %, learning_rate=0.1 is better than no other.", finding.sentence());
        assertEquals(List.of(
                "4 seeds are few: intervals are wide, and p depends on the differences being normal, which "
                        + "so few cannot show",
                "learning_rate=1: 1 diverged of 5 runs; its figures, and the comparison, are of "
                        + "the other seeds alone, and it ranks below what diverged less"),
                finding.warnings());
    }

    @Test
    @DisplayName("a race ranks by its seeds first, so that what diverged can stand above what did not")
    void divergedInARace_ranksBelowWhatHasAsManySeeds() {
        List<String> warnings = finding(Terms.USUAL.in(new RaceTerms(0, 5, 5, 5, 2)),
                rate("0.1", 0.97, 0.96, 0.98, 0.965, 0.97), rate("1", 0.96, Double.NaN, 0.97, 0.975, 0.96)).warnings();
        assertTrue(warnings.get(0).endsWith("and it ranks below what diverged less in as many seeds"),
                warnings.toString());
    }

    @Test
    void unequalNumbersOfSeeds_areWarnedOf() {
        assertEquals(
                List.of("configurations have 5 to 7 seeds: their means are of different data; "
                        + "differences are of the shared ones"),
                finding(Terms.USUAL, rate("0.1", 0.99, 0.98, 0.985, 0.97, 0.99, 0.98, 0.99),
                        rate("1", 0.5, 0.51, 0.5, 0.4, 0.45)).warnings());
    }

    @Test
    void baseline_isComparedWithInsteadOfTheBest() {
        Terms terms = new Terms(Selector.parse("learning_rate=0.01"), 0.95, PairedTest.Choice.T, MeanInterval.Method.T,
                List.of(), null, Pairing.WITHIN_A_SWEEP);
        Report report = new Report(ACCURACY.on(terms), study().runs());
        assertEquals("At a confidence of 95 %, learning_rate=0.1, learning_rate=0.05 are better than the baseline, "
                + "learning_rate=0.01; learning_rate=0.001 is worse.", report.finding().orElseThrow().sentence());
        Terms absent = new Terms(Selector.parse("learning_rate=7"), 0.95, PairedTest.Choice.T, MeanInterval.Method.T,
                List.of(), null, Pairing.WITHIN_A_SWEEP);
        assertEquals(List.of("no configuration here is the baseline, learning_rate=7: all are compared with the best"),
                new Report(ACCURACY.on(absent), study().runs()).finding().orElseThrow().warnings());
    }

    @Test
    void configurations_haveTheFieldsOfPrograms() {
        String json = study().configurations().json();
        assertTrue(json.contains("""
                    "metric": "best.val_accuracy",
                    "runs": 5,
                    "n": 5,
                    "mean": 0.976,
                    "std": 0.0065192024052,
                    "low": 0.967905341076,
                    "high": 0.984094658924,
                    "difference": -0.001,
                    "difference_low": -0.0037764451052,
                    "difference_high": 0.0017764451052,
                    "p": 0.3739009663,
                    "p_adjusted": 0.3739009663,
                    "wins": 0,
                    "losses": 1,
                    "effect": -0.4472135955,
                    "mark": "tied with the best"
                """), json);
        assertEquals("config_id,train.learning_rate,model.hidden,train.optimizer,metric,runs,n,mean,std,low,high,"
                + "difference,difference_low,difference_high,p,p_adjusted,wins,losses,effect,mark",
                study().configurations().csv().lines().findFirst().orElseThrow());
        assertEquals("[]\n", new Report(ACCURACY, List.of()).configurations().json());
    }

    @Test
    void sameMean_isNotCalledBestAlone() {
        assertTrue(finding(Terms.USUAL, rate("0.1", 0.75, 0.5, 0.5, 0.75), rate("1", 0.5, 0.75, 0.75, 0.5)).sentence()
                .startsWith("learning_rate=0.1, learning_rate=1 have the same mean, the best; at a confidence of 95 % "
                        + "they cannot be told apart, and "));
        assertTrue(finding(Terms.USUAL, rate("0.1", 0.75, 0.5, 0.5, 0.75), rate("1", 0.5, 0.75, 0.75, 0.5),
                rate("2", 0.5, 0.75, 0.5, 0.7)).sentence().startsWith("learning_rate=0.1, learning_rate=1 have the "
                        + "same mean, the best, but at a confidence of 95 % learning_rate=2 cannot be told apart from "
                        + "them; about "));
        assertEquals("learning_rate=0.1, learning_rate=1 have the same figure, the best; without two seeds in common "
                + "nobody can say whether that is chance.",
                finding(Terms.USUAL, rate("0.1", 0.825), rate("1", 0.825), rate("2", 0.5)).sentence());
    }

    @Test
    @DisplayName("what few seeds concern is named, where it is not all")
    void fewSeedsOfOneConfiguration_areSaidOfIt() {
        assertEquals("3 seeds of learning_rate=2 are few: intervals are wide, and p depends on the differences being "
                + "normal, which so few cannot show",
                finding(Terms.USUAL, rate("0.1", 0.97, 0.96, 0.98, 0.965, 0.97), rate("1", 0.9, 0.91, 0.9, 0.92, 0.9),
                        rate("2", 0.5, 0.52, 0.51, Double.NaN, Double.NaN)).warnings().get(0));
    }
}
