package gridrun.report;

import static gridrun.report.Findings.ACCURACY;
import static gridrun.report.Findings.finding;
import static gridrun.report.Findings.part;
import static gridrun.report.Findings.rate;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.comparison.RaceTerms;
import gridrun.comparison.Terms;
import gridrun.metric.Goal;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is said where figures are not of the same data or in the same unit. */
class UnlikeRunsTextTest {

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
    @DisplayName("a mean difference of one example is not less than one, whatever was rounded")
    void oneExample_isNotLessThanOne() {
        assertFalse(finding(Terms.USUAL, validated("1", "iris", 150, 147 / 150.0, 148 / 150.0, 147 / 150.0),
                validated("2", "iris", 150, 145 / 150.0, 148 / 150.0, 146 / 150.0)).warnings().toString()
                .contains("less than one of"));
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
