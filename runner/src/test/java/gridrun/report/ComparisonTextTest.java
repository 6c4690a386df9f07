package gridrun.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
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
import gridrun.store.DatasetInput;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComparisonTextTest {

    private static final Objective ACCURACY = new Objective("val_accuracy", Goal.MAXIMIZE);

    /** @param values by seed; one that is no number is of a run that diverged */
    private static List<Run> rate(String rate, double... values) {
        List<Run> runs = new ArrayList<>();
        for (double value : values) {
            runs.add(Runs.run(rate, runs.size(), Double.isNaN(value) ? "diverged" : "completed",
                    Double.isNaN(value) ? Map.of() : Map.of("best.val_accuracy", value)));
        }
        return runs;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Finding finding(Terms terms, List<Run>... rates) {
        return new Report(ACCURACY.on(terms), Stream.of(rates).flatMap(List::stream).toList()).finding().orElseThrow();
    }

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

    private static DatasetInput part(String context, String data, String digest, int examples) {
        return new DatasetInput(data, digest, context, DatasetInput.LOCAL, "{}", "{}",
                "{\"num_rows\": %d}".formatted(examples));
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

    /** Runs that were validated on so many examples of these data. */
    private static List<Run> validated(String rate, String data, int examples, double... values) {
        return rate(rate, values).stream().map(run -> Runs.on(List.of(part("validation", data, data, examples)), run))
                .toList();
    }

    @Test
    void resolution_isThatOfTheDataThatAreCompared_notOfOthersInTheSweep() {
        List<String> warnings = finding(Terms.USUAL, validated("1", "circles", 200, 0.990, 0.995, 0.985, 0.995, 1),
                validated("2", "circles", 200, 0.995, 0.990, 0.985, 0.990, 1),
                validated("3", "circles", 200, 0.960, 0.995, 0.930, 0.995, 1),
                validated("4", "moons", 60, 0.9, 0.8, 0.9, 0.9, 0.8)).warnings();
        assertTrue(warnings.contains("learning_rate=2: the mean difference is less than one of the 200 examples on "
                + "which it is measured (0.005)"), warnings.toString());
        assertEquals(1, warnings.stream().filter(line -> line.contains("less than one of")).count());
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

    private static List<Run> ofData(String name, Map<String, String> data, double... values) {
        List<Run> runs = new ArrayList<>();
        for (double value : values) {
            runs.add(Runs.of(name + runs.size(), name, runs.size(), "run", "completed", Map.of("case", name), data,
                    Map.of("best.val_accuracy", value), null, null));
        }
        return runs;
    }

    @Test
    @DisplayName("runs of different data sets stand side by side, and nothing is claimed")
    void otherDataSets_areNotCompared() {
        List<Run> iris = ofData("iris", Map.of("data", "iris"), 0.9, 0.92, 0.91, 0.9, 0.92);
        List<Run> wine = ofData("wine", Map.of("data", "wine"), 0.7, 0.69, 0.71, 0.68, 0.7);
        Finding finding = finding(Terms.USUAL, iris, wine);
        assertEquals("case=iris has the best figure; without two seeds of the same data nobody can say whether that is "
                + "chance.", finding.sentence());
        assertEquals(List.of("in 5 seeds the data of case=wine are not those of case=iris, so that these are no "
                + "pairs"), finding.warnings());
        assertFalse(new Report(ACCURACY, Stream.of(iris, wine).flatMap(List::stream).toList()).table(200, true)
                .contains("won-lost"));
    }

    private static List<Run> ofLoss(String name, String rate, Map<String, String> loss, String figure,
            double... values) {
        Map<String, String> params = new HashMap<>(loss);
        params.put("train.learning_rate", rate);
        List<Run> runs = new ArrayList<>();
        for (double value : values) {
            runs.add(Runs.of(name + rate + runs.size(), name + rate, runs.size(), "run", "completed",
                    Map.of("net", name + " " + rate), params, Map.of(figure, value, "best.val_accuracy", 0.5,
                            "final.val_accuracy", 0.5, "best.accuracy", 0.5),
                    null, null));
        }
        return runs;
    }

    private static Finding byLoss(String figure, Terms terms, List<List<Run>> configurations) {
        return new Report(new Objective(figure, Goal.MINIMIZE).on(terms),
                configurations.stream().flatMap(List::stream).toList()).finding().orElseThrow();
    }

    @Test
    @DisplayName("values of different losses are not in one unit: no loss of them is better, and a metric is named")
    void differentLosses_areNotCompared() {
        List<List<Run>> losses = List.of(
                ofLoss("mse", "1", Map.of("train.loss", "mean_squared_error"), "best.val_loss", 0.12, 0.13, 0.11, 0.12,
                        0.13),
                ofLoss("huber 0.2", "1", Map.of("train.loss", "huber", "train.loss.delta", "0.2"), "best.val_loss",
                        0.40, 0.41, 0.40,
                        0.39, 0.42),
                ofLoss("huber 1", "1", Map.of("train.loss", "huber", "train.loss.delta", "1"), "best.val_loss", 0.50,
                        0.51, 0.50,
                        0.49, 0.52));
        Finding finding = byLoss("val_loss", Terms.USUAL, losses);
        assertEquals("best.val_loss is of different losses, which says nothing of which configuration is best.",
                finding.sentence());
        assertEquals(List.of("net=huber 0.2 1, net=huber 1 1: best.val_loss is not in "
                + "the unit of net=mse 1 (different losses), so that neither is better by it; in "
                + "one unit for all: best.val_accuracy"), finding.warnings());
        assertTrue(byLoss("val_loss", Terms.USUAL.in(new RaceTerms(0, 5, 5, 5, 3)), losses).sentence()
                .startsWith("best.val_loss is of different losses"));
        assertTrue(byLoss("accuracy", Terms.USUAL, losses).sentence().contains("equal in every seed"));
    }

    @Test
    @DisplayName("within one loss learning rates are compared, and the best of it is not the best of all")
    void gridOfLosses_isComparedWithinOne() {
        Finding finding = byLoss("test_loss", Terms.USUAL, List.of(
                ofLoss("hinge", "1", Map.of("train.loss", "hinge"), "test_loss", 0.12, 0.13, 0.11, 0.12, 0.13),
                ofLoss("hinge", "2", Map.of("train.loss", "hinge"), "test_loss", 0.13, 0.12, 0.13, 0.11, 0.14),
                ofLoss("hinge", "3", Map.of("train.loss", "hinge"), "test_loss", 0.52, 0.53, 0.52, 0.51, 0.53),
                ofLoss("mse", "1", Map.of("train.loss", "mean_squared_error"), "test_loss", 0.9, 0.91, 0.9, 0.89,
                        0.92)));
        assertTrue(
                finding.sentence().startsWith("net=hinge 1 has the best mean of those in its unit, but at "
                        + "a confidence of 95 % net=hinge 2 cannot be told apart from it; "),
                finding.sentence());
    }

    @Test
    @DisplayName("of one seed, and of equal means, the best is that of its unit, too")
    void bestOfSeveralUnits_isNotTheBestOfAll() {
        List<Run> mse = ofLoss("mse", "1", Map.of("train.loss", "mean_squared_error"), "test_loss", 0.9, 0.91, 0.9);
        assertEquals("net=hinge 1 has the best figure of those in its unit; without two seeds in common nobody can say "
                + "whether that is chance.",
                byLoss("test_loss", Terms.USUAL, List.of(hinge("1", 0.12),
                        hinge("2", 0.13), mse)).sentence());
        assertEquals(
                "net=hinge 1, net=hinge 2 have the same figure, the best of those in their unit; without two seeds "
                        + "in common nobody can say whether that is chance.",
                byLoss("test_loss", Terms.USUAL, List.of(
                        hinge("1", 0.12), hinge("2", 0.12), mse)).sentence());
        assertTrue(byLoss("test_loss", Terms.USUAL, List.of(hinge("1", 0.25, 0.5, 0.25), hinge("2", 0.5, 0.25, 0.25),
                mse)).sentence().startsWith("net=hinge 1, net=hinge 2 have the same mean, the best of those in their "
                        + "unit; at a confidence of 95 % they cannot be told apart, and "));
        assertTrue(byLoss("test_loss", Terms.USUAL, List.of(hinge("1", 0.25, 0.5, 0.25), hinge("2", 0.5, 0.25, 0.25),
                hinge("3", 0.25, 0.25, 0.75), mse)).sentence()
                .startsWith("net=hinge 1, net=hinge 2 have the same mean, "
                        + "the best of those in their unit, but at a confidence of 95 % net=hinge 3 cannot be told"));
        assertEquals("net=hinge 1, net=hinge 2 are best of those in their unit, and equal in every seed.",
                byLoss("test_loss", Terms.USUAL, List.of(hinge("1", 0.25, 0.5), hinge("2", 0.25, 0.5), mse))
                        .sentence());
    }

    private static List<Run> hinge(String rate, double... values) {
        return ofLoss("hinge", rate, Map.of("train.loss", "hinge"), "test_loss", values);
    }

    @Test
    void lossesOfOtherTargets_areNotCompared() {
        List<String> warnings = byLoss("kept.val_loss", Terms.USUAL, List.of(
                ofLoss("scaled", "1", Map.of("data.standardize_targets", "true"), "kept.val_loss", 0.2, 0.3),
                ofLoss("not", "1", Map.of("data.standardize_targets", "false"), "kept.val_loss", 8, 9))).warnings();
        assertTrue(warnings.get(0).endsWith("(targets on different scales), so that neither is better by it"),
                warnings.toString());
    }

    @Test
    @DisplayName("data that do not say whether targets are scaled are in no other unit, and what differs has a word")
    void unknownScaleOfTargets_isComparedWithAny() {
        List<Run> unknown = ofLoss("unknown", "1", Map.of(), "best.val_loss", 0.20, 0.21, 0.20, 0.19);
        List<Run> scaled =
                ofLoss("scaled", "1", Map.of("data.standardize_targets", "true"), "best.val_loss", 0.3, 0.31, 0.3, 0.3);
        List<Run> not =
                ofLoss("not", "1", Map.of("data.standardize_targets", "false"), "best.val_loss", 8, 8.1, 8, 7.9);
        assertEquals("At a confidence of 95 %, net=unknown 1 is better than all others.",
                byLoss("val_loss", Terms.USUAL, List.of(unknown, scaled, not)).sentence());
        assertEquals("best.val_loss is of targets on different scales, which says nothing of which configuration is "
                + "best.", byLoss("val_loss", Terms.USUAL, List.of(scaled, not)).sentence());
    }

    @Test
    @DisplayName("an axis of the data is the question, and its runs of one seed are pairs")
    void axisOfTheData_isCompared() {
        assertEquals("At a confidence of 95 %, case=quiet is better than all others.", finding(Terms.USUAL,
                ofData("quiet", Map.of("data", "moons", "data.noise", "0.1"), 0.9, 0.92, 0.91, 0.9, 0.92),
                ofData("loud", Map.of("data", "moons", "data.noise", "0.5"), 0.7, 0.69, 0.71, 0.68, 0.7)).sentence());
    }

    @Test
    void noSeedInCommon_isSaidOfWhatItConcerns() {
        List<Run> later = Stream.of(7, 8).map(seed -> Runs.run("2", seed, "completed",
                Map.of("best.val_accuracy", 0.5))).toList();
        assertTrue(finding(Terms.USUAL, rate("0.1", 0.97, 0.96, 0.98, 0.965, 0.97),
                rate("1", 0.9, 0.91, 0.9, 0.92, 0.9), later).warnings().contains(
                        "learning_rate=2: no seed in common with learning_rate=0.1, so that nothing is compared"));
    }
}
