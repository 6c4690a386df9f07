package gridrun.report;

import static gridrun.report.Runs.completed;
import static gridrun.report.Runs.diverged;
import static gridrun.report.Runs.failed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.comparison.Terms;
import gridrun.metric.Goal;
import gridrun.metric.Quantity;
import gridrun.store.Run;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {

    private static final Report REPORT = new Report(new Objective("val_accuracy", Goal.MAXIMIZE), List.of(
            completed("0.001", 0, 0.87, 0.86, 199), completed("0.001", 1, 0.853, 0.85, 200),
            completed("0.1", 0, 0.97, 0.965, 80), completed("0.1", 1, 0.96, 0.94, 101),
            diverged("10", 0), diverged("10", 1),
            completed("1", 0, 0.98, 0.9, 12), failed("1", 1)));

    @Test
    void table_isRankedAndAligned() {
        assertEquals("""
                rank  learning_rate  best.val_accuracy  95 % interval   final.val_accuracy  runs
                   1              1      0.980                               0.900          failed 1/2
                   2            0.1      0.965 ± 0.007  0.901 to 1.000       0.952 ± 0.018  2
                   3          0.001      0.861 ± 0.012  0.753 to 0.970       0.855 ± 0.007  2
                   4             10                                                         diverged 2/2
                ± is the sample standard deviation over the seeds (n - 1)

                learning_rate=1 has the best figure; without two seeds in common nobody can say whether
                that is chance.
                warning: learning_rate=1: 1 failed of 2 runs; its figures, and the comparison, are of the
                other seeds alone
                warning: learning_rate=10: 2 diverged of 2 runs; it has no figure and is not compared
                """, REPORT.table(90, true));
    }

    @Test
    void table_onANarrowTerminal_leavesOutWhatMatterLess() {
        String table = REPORT.table(Report.WIDTH, false);
        assertTrue(table.lines().allMatch(line -> line.length() <= 80), table);
        assertFalse(table.contains("best_epoch"), table);
        assertTrue(table.contains("0.965 +- 0.007"), table);
        assertTrue(table.chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~'), table);
        assertTrue(REPORT.table(60, true).contains("best.val_accuracy"));
        assertFalse(REPORT.table(60, true).contains("final.val_accuracy"));
    }

    @Test
    @DisplayName("figures that are asked for stay in the narrowest table, in place of those nobody asked for")
    void shownFigures_standBesideTheRankedOne() {
        Report report = new Report(REPORT.objective().on(Terms.USUAL.showing(List.of(
                Quantity.of("final.val_accuracy"), Quantity.of("val_accuracy")))), REPORT.runs());
        String head = report.table(60, true).lines().findFirst().orElseThrow();
        assertTrue(head.matches("rank +learning_rate +best.val_accuracy.* +final.val_accuracy +.*runs"), head);
        String csv = report.configurations().csv();
        assertTrue(csv.contains("high,final.val_accuracy.mean,final.val_accuracy.std,final.val_accuracy.low,"
                + "final.val_accuracy.high,difference,"), csv);
    }

    @Test
    @DisplayName("best.val_loss is no lowest loss where the accuracy chose the epoch: a note says so")
    void bestOfAnotherMetric_saysWhoseEpochItIs() {
        Report report = new Report(REPORT.objective(), List.of(Runs.run("0.1", 0, "completed",
                Map.of("best.val_accuracy", 0.98, "best.val_loss", 0.4, "final.val_loss", 0.3))));
        String note = "best.val_loss: in the epoch in which val_accuracy is best";
        assertEquals(List.of(note), report.rankedBy(new Objective("val_loss", Goal.MINIMIZE)).notes().toList());
        assertEquals(List.of(note), report.rankedBy(REPORT.objective().on(Terms.USUAL.showing(List.of(
                Quantity.of("val_loss"))))).notes().toList());
        assertEquals(List.of(), report.notes().toList());
    }

    @Test
    void table_neverHasControlCharacters() {
        Run run = Runs.of("k", "c", 0, "n", "completed", Map.of("hidden\u001b[2J", "a\tb\u0007"), Map.of(),
                Map.of(), null, null);
        String table = new Report(new Objective("val_loss", Goal.MINIMIZE), List.of(run)).table(200, true);
        assertTrue(table.chars().allMatch(c -> c == '\n' || !Character.isISOControl(c)), table);
    }

    @Test
    void table_ofDataWithATestPart_showsIt() {
        Run run = Runs.run("0.1", 0, "completed", Map.of("best.val_accuracy", 0.981,
                "final.val_accuracy", 0.98, "test_accuracy", 0.979, "best_epoch", 9.0));
        assertEquals("""
                rank  learning_rate  best.val_accuracy  test_accuracy  runs
                   1            0.1             0.9810         0.9790     1
                estimate for learning_rate=0.1: test_accuracy 0.979, which chose
                nothing; best.val_accuracy, which chose, is 0.002 better, for it
                chose, and its part of the data may be easier
                """, new Report(REPORT.objective(), List.of(run)).table(70, true));
    }

    @Test
    @DisplayName("where early stopping kept other weights than the last, their figure stands beside the best one")
    void table_ofRestoredRuns_showsTheKeptWeights() {
        List<Run> runs = List.of(
                Runs.run("0.1", 0, "completed", Map.of("best.val_accuracy", 0.98, "kept.val_accuracy", 0.97,
                        "final.val_accuracy", 0.96, "baseline.val_accuracy", 0.5, "baseline.accuracy", 0.55,
                        "baseline.loss", 0.7)),
                Runs.run("0.1", 1, "completed", Map.of("best.val_accuracy", 0.96, "kept.val_accuracy", 0.95,
                        "final.val_accuracy", 0.95, "baseline.val_accuracy", 0.52, "baseline.accuracy", 0.5)));
        assertEquals("""
                rank  learning_rate  best.val_accuracy  95 % interval   kept.val_accuracy  best_epoch  runs
                   1            0.1      0.970 ± 0.014  0.843 to 1.000      0.960 ± 0.014                 2
                      baseline           0.510 ± 0.014  0.383 to 0.637      0.510 ± 0.014
                ± is the sample standard deviation over the seeds (n - 1)
                baseline: always the training part's most frequent class
                """, new Report(REPORT.objective(), runs).table(100, true));
        assertTrue(new Report(new Objective("final.val_accuracy", Goal.MAXIMIZE), runs).table(130, true)
                .replaceAll(" +", " ").startsWith("rank learning_rate final.val_accuracy 95 % interval "
                        + "best.val_accuracy 95 % interval kept.val_accuracy"));
    }

    @Test
    @DisplayName("a loss is compared with that of the classes' frequencies, an accuracy with the most frequent class")
    void baseline_ofALoss_isThatOfTheFrequencies() {
        Report report = new Report(new Objective("val_loss", Goal.MINIMIZE),
                List.of(Runs.run("0.1", 0, "completed", Map.of(
                        "best.val_loss", 0.5, "baseline.val_loss", 0.7, "baseline.loss", 0.7, "baseline.accuracy",
                        0.5))));
        assertTrue(report.table(100, true).endsWith("baseline: always the training part's frequencies of classes\n"));
    }

    @Test
    @DisplayName("beside what ranks, figures of another kind have the answer that is theirs")
    void baseline_ofSeveralKinds_saysWhoseAnswerIsWhich() {
        Objective accuracy = new Objective("val_accuracy", Goal.MAXIMIZE);
        List<Quantity> shown = Stream.of("best.val_loss", "best.val_macro_f1", "final.val_loss").map(Quantity::of)
                .toList();
        Report report = new Report(accuracy.on(accuracy.terms().showing(shown)),
                List.of(Runs.run("0.1", 0, "completed", Map.of("best.val_accuracy", 0.9, "best.val_loss", 0.5,
                        "best.val_macro_f1", 0.9, "final.val_loss", 0.6, "baseline.val_accuracy", 0.5,
                        "baseline.val_loss", 0.7, "baseline.loss", 0.7, "baseline.accuracy", 0.5))));
        assertTrue(report.table(200, true).endsWith("\nbaseline: always the training part's most frequent class, for "
                + "best.val_loss and final.val_loss the frequencies of classes\n"), report.table(200, true));
    }

    @Test
    @DisplayName("where the data vary, no baseline is every configuration's")
    void table_overDataThatVary_hasNoBaselineRow() {
        List<Run> runs = List.of(
                Runs.run("0.1", 0, "completed",
                        Map.of("best.val_loss", 0.5, "baseline.val_loss", 0.7, "baseline.loss", 0.7)),
                Runs.run("0.2", 0, "completed",
                        Map.of("best.val_loss", 1.8, "baseline.val_loss", 1.9, "baseline.loss", 1.9)));
        String table = new Report(new Objective("val_loss", Goal.MINIMIZE), runs).table(100, true);
        assertTrue(table.lines().noneMatch(line -> line.strip().startsWith("baseline ")), table);
        assertTrue(table.contains("the data vary, and the baseline with them"), table);
    }

    @Test
    @DisplayName("where losses vary the baseline of an accuracy is still one, and that of a loss is of different ones")
    void table_overDifferentLosses_hasTheBaselineOfWhatIsInOneUnit() {
        List<Run> runs = List.of(ofLoss("hinge", 1), ofLoss("mean_squared_error", 0.25));
        String byAccuracy = new Report(new Objective("val_accuracy", Goal.MAXIMIZE), runs).table(100, true);
        assertTrue(byAccuracy.lines().anyMatch(line -> line.strip().matches("baseline +0.5000 .*")), byAccuracy);
        assertTrue(byAccuracy.contains("baseline: always the training part's most frequent class"), byAccuracy);
        String byLoss = new Report(new Objective("val_loss", Goal.MINIMIZE), runs).table(100, true);
        assertTrue(byLoss.lines().noneMatch(line -> line.strip().startsWith("baseline ")), byLoss);
        assertTrue(byLoss.contains("the baseline is of different losses: baseline.* of each run, in --format csv"),
                byLoss);
    }

    @ParameterizedTest
    @CsvSource({"hinge, most frequent class", "mean_squared_error, frequencies of classes"})
    @DisplayName("a loss of margins is compared with that of the most frequent class, which knows no frequencies")
    void baseline_ofALoss_isWhatTheLossTakes(String loss, String answer) {
        String table = new Report(new Objective("val_loss", Goal.MINIMIZE), List.of(ofLoss(loss, 1))).table(100, true);
        assertTrue(table.endsWith("baseline: always the training part's " + answer + "\n"), table);
    }

    private static Run ofLoss(String loss, double baseline) {
        return Runs.of(loss, loss, 0, "run", "completed", Map.of("loss", loss), Map.of("train.loss", loss),
                Map.of("best.val_loss", 0.3, "best.val_accuracy", 0.9, "baseline.val_loss", baseline, "baseline.loss",
                        baseline, "baseline.accuracy", 0.5, "baseline.val_accuracy", 0.5),
                null, null);
    }

    @ParameterizedTest
    @CsvSource({"rmse, 2.198953444387858, 2.1989533448866716", "rmse, 3.2e-7, 3.2000001e-7",
        "r2, -0.029624451481989444, -0.02962436727895068", "r2, -6.155961518317099e-9, 5.1952417701173204e-8"})
    @DisplayName("scaled targets have the baseline of unscaled ones, which float32 rounds otherwise")
    void baseline_thatDiffersByRounding_isOne(String metric, double scaled, double unscaled) {
        String table = ofTargets(metric, scaled, unscaled);
        assertTrue(table.lines().anyMatch(line -> line.strip().startsWith("baseline ")), table);
        assertTrue(table.contains("baseline: always the training part's mean"), table);
    }

    @ParameterizedTest
    @CsvSource({"rmse, 2.1989, 2.199", "rmse, 3.2e-7, 3.3e-7", "r2, -0.02962, -0.02963"})
    void baseline_thatDiffersByMore_isNot(String metric, double one, double other) {
        assertTrue(ofTargets(metric, one, other).contains("the data vary, and the baseline with them"));
    }

    private static String ofTargets(String metric, double... baselines) {
        return new Report(new Objective("val_" + metric, Goal.MINIMIZE), DoubleStream.of(baselines).mapToObj(
                baseline -> Runs.of("run " + baseline, "config " + baseline, 0, "run", "completed",
                        Map.of("case", Double.toString(baseline)), Map.of("data", "diabetes"),
                        Map.of("best.val_" + metric, 0.5, "baseline.val_" + metric, baseline, "baseline.loss", 1.0),
                        null, null))
                .toList()).table(200, true);
    }

    @Test
    @DisplayName("data without a seed or fold in common are not averaged in one baseline")
    void table_overDataWithoutASharedFold_hasNoBaselineRow() {
        List<Run> runs = List.of(ofData("iris", 0, 1.1), ofData("wine", 1, 0.7), ofData("wine", 2, 0.7));
        String table = new Report(new Objective("val_loss", Goal.MINIMIZE), runs).table(100, true);
        assertTrue(table.lines().noneMatch(line -> line.strip().startsWith("baseline ")), table);
        assertTrue(table.contains("the data vary, and the baseline with them"), table);
        assertTrue(new Report(new Objective("val_loss", Goal.MINIMIZE), runs.subList(1, 3)).table(100, true)
                .contains("baseline: always"));
    }

    private static Run ofData(String data, int fold, double baseline) {
        return Runs.of(data + fold, data, 0, "run", "completed", Map.of("case", data),
                Map.of("data", data, Run.FOLD, Integer.toString(fold)),
                Map.of("best.val_loss", 0.5, "baseline.val_loss", baseline, "baseline.loss", baseline), null, null);
    }

    @Test
    void csv_hasTheCaseAndTheSeedOnce() {
        Run run = Runs.of("k", "c", 7, "case=wide seed=7", "completed", Map.of("case", "wide"),
                Map.of("model.hidden", "[64]", "seed", "7"), Map.of(), null, null);
        assertEquals("run_key,config_id,name,seed,outcome,case,model.hidden,weights_sha256,error\n"
                + "k,c,case=wide seed=7,7,completed,wide,[64],,\n", new Report(REPORT.objective(), List.of(run)).csv());
    }

    @Test
    void markdown_isATableOfGitHub() {
        assertEquals("""
                | rank | learning_rate | best.val_accuracy | 95 % interval | final.val_accuracy | 95 % interval \
                | best_epoch | 95 % interval | runs |
                | ---: | ---: | ---: | --- | ---: | --- | ---: | --- | --- |
                | 1 | 1 | 0.980 |  | 0.900 |  | 12 |  | failed 1/2 |
                | 2 | 0.1 | 0.965 ± 0.007 | 0.901 to 1.000 | 0.952 ± 0.018 | 0.794 to 1.000 | 90 ± 15 | 1 to 224 | 2 |
                | 3 | 0.001 | 0.861 ± 0.012 | 0.753 to 0.970 | 0.855 ± 0.007 | 0.791 to 0.919 | 200 ± 1 | 193 to 206 | 2 |
                | 4 | 10 |  |  |  |  |  |  | diverged 2/2 |

                ± is the sample standard deviation over the seeds (n - 1).

                **learning_rate=1 has the best figure; without two seeds in common nobody can say whether that is chance.**

                - learning_rate=1: 1 failed of 2 runs; its figures, and the comparison, are of the other seeds alone
                - learning_rate=10: 2 diverged of 2 runs; it has no figure and is not compared
                """, REPORT.markdown());
    }

    @Test
    void intervalOfTheBestEpoch_endsWhereTrainingDoes() {
        List<Run> runs = Stream.of(2.0, 6.0).map(epoch -> Runs.of("k" + epoch, "c", epoch.longValue(), "k", "completed",
                Map.of(), Map.of("train.epochs", "6"), Map.of("best.val_accuracy", 0.5, "best_epoch", epoch), null,
                null)).toList();
        assertTrue(new Report(REPORT.objective(), runs).markdown().contains("| 4 ± 3 | 1 to 6 | 2 |"),
                () -> new Report(REPORT.objective(), runs).markdown());
    }

    @Test
    @DisplayName("a recovered store has lost the settings of runs that were cut off, and these may come first")
    void intervalOfTheBestEpoch_endsWhereTrainingDoes_whoeverTellsIt() {
        List<Run> runs = Stream.of(0.0, 2.0, 6.0).map(epoch -> Runs.of("k" + epoch, "c", epoch.longValue(), "k",
                epoch == 0 ? "interrupted" : "completed", Map.of(), epoch == 0 ? Map.of() : Map.of("train.epochs", "6"),
                epoch == 0 ? Map.of() : Map.of("best.val_accuracy", 0.5, "best_epoch", epoch), null, null)).toList();
        assertTrue(new Report(REPORT.objective(), runs).markdown().contains("| 4 ± 3 | 1 to 6 | "),
                () -> new Report(REPORT.objective(), runs).markdown());
    }

    @Test
    @DisplayName("among crossed seeds a run whose seeds are all one has the seed of each purpose, too")
    void csv_ofCrossedSeeds_hasNoGaps() {
        List<Run> runs = List.of(
                Runs.of("a", "c", 0, "seed=0", "completed", Map.of(), Map.of("seed", "0"), Map.of(), null, null),
                Runs.of("b", "c", 9, "b", "completed", Map.of(), new TreeMap<>(Map.of("seed.data", "0", "seed.init",
                        "1", "seed.order", "0", "seed.split", "0")), Map.of(), null, null));
        assertEquals("""
                run_key,config_id,name,seed,outcome,seed.data,seed.init,seed.order,seed.split,weights_sha256,error
                a,c,seed=0,0,completed,0,0,0,0,,
                b,c,b,data=0 split=0 init=1 order=0,completed,0,1,0,0,,
                """, new Report(REPORT.objective(), runs).csv());
    }

    @Test
    void csv_hasALineARunInFullPrecision() {
        List<String> lines = REPORT.csv().lines().toList();
        assertEquals("run_key,config_id,name,seed,outcome,train.learning_rate,model.hidden,train.optimizer,"
                + "best.val_accuracy,best_epoch,final.loss,final.val_accuracy,weights_sha256,error", lines.get(0));
        assertEquals(
                "key-0.001-1,config-0.001,learning_rate=0.001 seed=1,1,completed,0.001,\"[64, "
                        + "32]\",sgd,0.853,200,,0.85,ab12,",
                lines.get(2));
        assertEquals("key-10-0,config-10,learning_rate=10 seed=0,0,diverged,10,\"[64, 32]\",sgd,0.99,,nan,,,",
                lines.get(5));
        assertTrue(REPORT.csv().endsWith(",\"out of \"\"memory\"\",\nalas\"\n"), REPORT.csv());
    }

    @Test
    void json_hasAnObjectARun() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("data.ignore", "[year]");
        params.put("data.missing_values", "[, NA, 0]");
        params.put("data.seed", "null");
        params.put("model.activation", "relu");
        params.put("model.hidden", "[64, 32]");
        params.put("model.pairs", "[[a, b], c]");
        params.put("train.learning_rate", "1e-3");
        params.put("train.nesterov", "true");
        params.put("train.note", "010");
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("best.val_loss", 0.125);
        metrics.put("final.loss", Double.NaN);
        Run one = Runs.of(
                "k1", "c", 3, "a \"b\"\\", "completed", Map.of(), params, metrics, "ff", null);
        Run two = Runs.of(
                "k2", "c", 4, "n", "failed", Map.of(), Map.of(), Map.of(), null, "line\nnext \u0001 é");
        assertEquals("""
                [
                  {
                    "run_key": "k1",
                    "config_id": "c",
                    "seed": 3,
                    "name": "a \\"b\\"\\\\",
                    "outcome": "completed",
                    "params": {
                      "data.ignore": ["year"],
                      "data.missing_values": ["", "NA", "0"],
                      "data.seed": null,
                      "model.activation": "relu",
                      "model.hidden": [64, 32],
                      "model.pairs": "[[a, b], c]",
                      "train.learning_rate": 1e-3,
                      "train.nesterov": true,
                      "train.note": "010"
                    },
                    "metrics": {
                      "best.val_loss": 0.125,
                      "final.loss": null
                    },
                    "weights_sha256": "ff",
                    "error": null
                  },
                  {
                    "run_key": "k2",
                    "config_id": "c",
                    "seed": 4,
                    "name": "n",
                    "outcome": "failed",
                    "params": {},
                    "metrics": {},
                    "weights_sha256": null,
                    "error": "line\\nnext \\u0001 é"
                  }
                ]
                """, new Report(new Objective("val_loss", Goal.MINIMIZE), List.of(one, two)).in(Format.JSON));
        assertEquals("[]\n", new Report(new Objective("val_loss", Goal.MINIMIZE), List.of()).in(Format.JSON));
    }

    @Test
    void in_givesEachFormat() {
        assertEquals(REPORT.table(80, true), REPORT.in(Format.TABLE));
        assertEquals(REPORT.csv(), REPORT.in(Format.of("csv")));
        assertEquals(REPORT.markdown(), REPORT.in(Format.of("md")));
        assertThrows(IllegalArgumentException.class, () -> Format.of("xml"));
    }

    @Test
    void isUnicode_asksTheCharacterSet() {
        assertTrue(Report.isUnicode(StandardCharsets.UTF_8));
        assertFalse(Report.isUnicode(StandardCharsets.US_ASCII));
    }

    @Test
    void withoutRuns_everyFormatIsJustAHead() {
        Report empty = new Report(new Objective("val_loss", Goal.MINIMIZE), List.of());
        assertEquals(1, empty.table(80, true).lines().count());
        assertEquals(1, empty.csv().lines().count());
        assertEquals(2, Stream.of(empty.markdown().split("\n")).count());
    }
}
