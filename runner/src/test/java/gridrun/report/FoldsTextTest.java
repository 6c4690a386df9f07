package gridrun.report;

import static gridrun.report.Findings.ACCURACY;
import static gridrun.report.Findings.finding;
import static gridrun.report.Findings.part;
import static gridrun.report.Findings.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.comparison.Pairing;
import gridrun.comparison.Terms;
import gridrun.metric.Goal;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.PairedTest;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is said where runs share examples or seeds, so that they are not independent. */
class FoldsTextTest {

    @Test
    void pairsThatShareASplit_areSaidToBeNoIndependentOnes() {
        List<Run> runs = new ArrayList<>();
        for (String rate : List.of("0.1", "0.2")) {
            for (int i = 0; i < 6; i++) {
                runs.add(Runs.of(rate + i, rate, i, "run", "completed", Map.of("rate", rate),
                        Map.of("seed.split", Integer.toString(i / 3), "seed.init", Integer.toString(i % 3)),
                        Map.of("best.val_accuracy", 0.1 * rate.length() + 0.01 * i * i), null, null));
            }
        }
        Finding finding = new Report(ACCURACY, runs).finding().orElseThrow();
        assertTrue(finding.warnings().stream().anyMatch(warning -> warning.startsWith(
                "pairs that share a seed of one purpose are not independent")), finding.warnings().toString());
    }

    private static List<Run> folded(String rate, int seeds, double... values) {
        List<Run> runs = new ArrayList<>();
        for (double value : values) {
            int fold = runs.size() % (values.length / seeds) + 1;
            int seed = runs.size() / (values.length / seeds);
            runs.add(Runs.of(rate + runs.size(), "config " + rate, seed, "", "completed",
                    Map.of("learning_rate", rate), Map.of("data.folds", Integer.toString(values.length / seeds),
                            Run.FOLD, Integer.toString(fold)),
                    Map.of("best.val_accuracy", value), null, null));
        }
        return runs;
    }

    private static String folds(int seeds) {
        return new Report(new Objective("val_accuracy", Goal.MAXIMIZE),
                Stream.of(folded("0.1", seeds, 0.9, 0.8, 0.9, 0.8), folded("0.2", seeds, 0.9, 0.8, 0.9, 0.7))
                        .flatMap(List::stream).toList())
                .table(1000, true);
    }

    @Test
    @DisplayName("where folds repeat a run, no text calls them seeds")
    void folds_areCalledFolds() {
        String one = folds(1);
        assertTrue(one.contains("± is the sample standard deviation over the folds (n - 1)"), one);
        assertTrue(one.contains("difference: from the best in the same folds, "), one);
        assertTrue(one.contains("warning: 4 folds are few"), one);
        assertTrue(one.contains(" seeds of 4 folds would"), one);
        assertFalse(one.replaceAll("seeds of 4 folds", "").contains("seed"), one);
        String both = folds(2);
        assertTrue(both.contains("± is the sample standard deviation over the seeds and folds (n - 1)"), both);
        assertTrue(both.contains("warning: 4 pairs of seed and fold are few"), both);
        assertTrue(both.contains(" seeds of 2 folds would"), both);
    }

    /** Runs that split a file's 333 rows anew. */
    private static List<Run> split(String rate, double... values) {
        return rate(rate, values).stream().map(run -> Runs.on(List.of(
                part("train", "csv", "train" + run.seed(), 233),
                part("validation", "csv", "validation" + run.seed(), 100)), run)).toList();
    }

    private static Finding splits(Terms terms) {
        return finding(terms, split("0.1", 0.91, 0.92, 0.92, 0.93, 0.92, 0.94, 0.92, 0.93, 0.94, 0.9),
                split("0.2", 0.9, 0.92, 0.9, 0.92, 0.91, 0.92, 0.91, 0.91, 0.93, 0.91));
    }

    @Test
    @DisplayName("where seeds split one data set, their number is not what is missing")
    void splitsOfOneDataSet_areSaidToOverlap() {
        Finding finding = splits(Terms.USUAL);
        assertEquals("learning_rate=0.1 is best by its mean, but at a confidence of 95 % learning_rate=0.2 cannot be "
                + "told apart from it; 10,000 seeds would not tell, for their training parts overlap.",
                finding.sentence());
        assertFalse(finding.warnings().toString().contains("overlap"), finding.warnings().toString());
    }

    @Test
    @DisplayName("only the t-test and its intervals are corrected, and others are warned of")
    void uncorrectedTestsOfSplits_areWarnedOf() {
        String only = "training parts overlap, for which only the t-test and its intervals are corrected: ";
        Terms terms = new Terms(null, 0.95, PairedTest.Choice.WILCOXON, MeanInterval.Method.T, List.of(), null,
                Pairing.WITHIN_A_SWEEP);
        assertEquals(List.of(only + "p of the Wilcoxon signed-rank test is too small"), splits(terms).warnings());
        String seeds =
                finding(terms, split("0.1", 0.96, 0.92, 0.94, 0.9), split("0.2", 0.95, 0.93, 0.93, 0.9)).sentence();
        assertTrue(seeds.contains("cannot be told apart from it; about ") && seeds.endsWith(" seeds would tell."),
                seeds);
        terms = new Terms(null, 0.95, PairedTest.Choice.PERMUTATION, MeanInterval.Method.BOOTSTRAP, List.of(), null,
                Pairing.WITHIN_A_SWEEP);
        String both =
                only + "p of the sign-flip permutation test is too small, and bootstrapped intervals are too narrow";
        assertEquals(List.of(both), splits(terms).warnings());
        assertFalse(finding(terms, rate("1", 0.9, 0.8, 0.9, 0.8, 0.9, 0.7), rate("2", 0.7, 0.8, 0.8, 0.8, 0.8, 0.7))
                .warnings().toString().contains("overlap"));
    }
}
