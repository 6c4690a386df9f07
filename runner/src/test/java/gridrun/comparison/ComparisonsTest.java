package gridrun.comparison;

import gridrun.store.Repetition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.metric.Quantity;
import gridrun.report.Runs;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.PairedTest;
import gridrun.statistics.Power;
import gridrun.statistics.Recorded;
import gridrun.store.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ComparisonsTest {

    private static Candidate candidate(String label, double... values) {
        List<Run> runs = new ArrayList<>();
        for (double value : values) {
            runs.add(Runs.run(label, runs.size(), Double.isNaN(value) ? "diverged" : "completed",
                    Map.of("best.val_accuracy", value)));
        }
        return Candidate.of(label, runs, "best.val_accuracy");
    }

    private static Comparisons best(Candidate... candidates) {
        return Comparisons.of(List.of(candidates), 0, false, Goal.MAXIMIZE, Terms.USUAL);
    }

    @Test
    @DisplayName("the learning rates of the study: 0.05 is tied with 0.1, which about 42 seeds would tell")
    void learningRates_areToldApartByPairs() {
        Map<String, List<Double>> study = Recorded.configurations("lr-sweep");
        Comparisons comparisons = best(study.entrySet().stream()
                .map(entry -> candidate(entry.getKey(),
                        entry.getValue().stream().mapToDouble(Double::doubleValue).toArray()))
                .sorted(Comparator.comparingDouble((Candidate one) -> -one.values().values().stream()
                        .mapToDouble(Double::doubleValue).sum()))
                .toArray(Candidate[]::new));
        assertEquals("learning_rate=0.1 best, learning_rate=0.05 tied with the best, learning_rate=0.01 worse, "
                + "learning_rate=0.001 worse", marks(comparisons));
        Against tied = comparisons.all().get(1);
        PairedDifference difference = tied.difference().orElseThrow();
        assertEquals(-0.001, difference.sample().mean(), 1e-12);
        assertEquals(0.37390096630005887, difference.p(), 1e-9);
        assertEquals(0.37390096630005887, tied.pAdjusted(), 1e-9);
        assertEquals(0, difference.wins());
        assertEquals(1, difference.losses());
        assertEquals(OptionalInt.of(42), comparisons.seedsToTell(tied, 1));
    }

    private static String marks(Comparisons comparisons) {
        return comparisons.all().stream().map(against -> against.candidate().label() + " "
                + against.mark().map(Mark::words).orElse("-")).collect(Collectors.joining(", "));
    }

    @Test
    void equalValues_areTied_withoutAnyFigureThatIsNoNumber() {
        Comparisons comparisons = best(candidate("a", 0.99, 0.98, 1), candidate("b", 0.99, 0.98, 1));
        PairedDifference difference = comparisons.all().get(1).difference().orElseThrow();
        assertEquals("a best, b tied with the best", marks(comparisons));
        assertEquals(1, difference.p());
        assertEquals(0, difference.effect());
        assertTrue(difference.isNothing());
        assertEquals(OptionalInt.empty(), comparisons.seedsToTell(comparisons.all().get(1), 1));
    }

    @Test
    void oneSeed_claimsNothing() {
        Comparisons comparisons = best(candidate("a", 0.99), candidate("b", 0.5));
        assertEquals("a best, b -", marks(comparisons));
        assertEquals(0, comparisons.count());
        assertTrue(Double.isNaN(comparisons.all().get(1).pAdjusted()));
    }

    @Test
    @DisplayName("pairs are the seeds that both completed, and survivors are not called as good as the best")
    void divergedRuns_leavePairsOut_andAreNotTied() {
        Comparisons comparisons = best(candidate("a", 0.99, 0.98, 0.985, 0.98),
                candidate("b", 0.985, Double.NaN, 0.99, 0.98), candidate("c", 0.5, Double.NaN, 0.51, 0.505));
        assertEquals("a best, b -, c worse", marks(comparisons));
        assertEquals(3, comparisons.all().get(1).difference().orElseThrow().sample().n());
    }

    @Test
    void baseline_hasBetterAndWorse() {
        Candidate better = candidate("a", 0.99, 0.98, 0.985, 0.98);
        Candidate baseline = candidate("b", 0.95, 0.945, 0.95, 0.94);
        Candidate tied = candidate("c", 0.94, 0.955, 0.95, 0.935);
        Candidate worse = candidate("d", 0.5, 0.51, 0.505, 0.5);
        assertEquals("a better, b baseline, c tied with the baseline, d worse",
                marks(Comparisons.of(List.of(better, baseline, tied, worse), 1, true, Goal.MAXIMIZE, Terms.USUAL)));
    }

    @Test
    void lessDiverged_isNotWorse_andMoreDiverged_isNotBetter_byTheSeedsThatAreLeft() {
        Candidate survivors = candidate("a", 0.99, Double.NaN, 0.985, 0.98);
        Candidate steady = candidate("b", 0.95, 0.945, 0.95, 0.94);
        assertEquals("b baseline, a -",
                marks(Comparisons.of(List.of(steady, survivors), 0, true, Goal.MAXIMIZE, Terms.USUAL)));
        assertEquals("b -, a baseline",
                marks(Comparisons.of(List.of(steady, survivors), 1, true, Goal.MAXIMIZE, Terms.USUAL)));
    }

    @Test
    @DisplayName("of several configurations as one the mean within each seed counts, where all have it")
    void averaged_isThePairsMean() {
        List<Run> one = candidate("a", 0.9, 0.8, 0.7).runs();
        List<Run> other = candidate("b", 0.7, Double.NaN, 0.9).runs();
        Candidate both = Candidate.averaged("both", List.of(one, other), "best.val_accuracy");
        assertEquals(List.of(Repetition.of(0, 0), Repetition.of(2, 0)), List.copyOf(both.values().keySet()));
        both.values().values().forEach(value -> assertEquals(0.8, value, 1e-15));
    }

    @Test
    void selector_meansAnAxisAsTheTableShowsIt_orEveryDigit() {
        Map<String, String> params = Map.of("train.optimizer", "sgd", "train.optimizer.momentum", "0.9",
                "train.learning_rate", "0.316227766017", "model.activation", "relu");
        Map<String, String> swept = new LinkedHashMap<>(Map.of("optimizer", "{type: sgd, momentum: 0.9}",
                "learning_rate", "0.316"));
        assertTrue(Selector.parse("optimizer={type: sgd, momentum: 0.9}, learning_rate=0.316").matches(swept, params));
        assertTrue(Selector.parse("train.learning_rate=3.16227766017e-1, activation=relu").matches(swept, params));
        assertEquals(false, Selector.parse("optimizer=sgd").matches(swept, params));
        assertEquals(Terms.USUAL, Terms.of(Map.of()));
        Terms terms = new Terms(Selector.parse("optimizer = {type: sgd, momentum: 0.9}"), 0.9,
                PairedTest.Choice.WILCOXON, MeanInterval.Method.BOOTSTRAP,
                List.of(Quantity.of("kept.val_loss"), Quantity.of("test_accuracy")),
                new RaceTerms(-7, 5, 3, 40, 6), Pairing.WITHIN_A_SWEEP);
        assertEquals(terms, Terms.of(terms.texts()));
        assertEquals(0.1, terms.level());
        assertEquals(Optional.empty(), Optional.ofNullable(Terms.USUAL.texts().get("confidence")));
    }

    private static Candidate folded(String label, int folds, double... values) {
        List<Run> runs = new ArrayList<>();
        for (double value : values) {
            int fold = runs.size() % folds + 1;
            Map<String, String> params =
                    Map.of("data.folds", Integer.toString(folds), Run.FOLD, Integer.toString(fold));
            runs.add(Runs.of(label + runs.size(), label, runs.size() / folds, label, "completed", Map.of(), params,
                    Map.of("best.val_accuracy", value), null, null));
        }
        Collections.reverse(runs); // pairs go by seed and fold, and not by order
        return Candidate.of(label, runs, "best.val_accuracy");
    }

    @Test
    @DisplayName("folds are pairs by seed and fold; test and interval are corrected for what they share, as by SciPy")
    void folds_areComparedByTheCorrectedResampledTTest() throws IOException {
        List<String> rows;
        try (var golden = ComparisonsTest.class.getResourceAsStream("resampled.csv")) {
            rows = new String(golden.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        assertEquals(6, rows.size());
        for (String row : rows) {
            double[] numbers = Stream.of(row.split(",")).mapToDouble(Double::parseDouble).toArray();
            int folds = (int) numbers[0];
            double[] differences = Arrays.copyOfRange(numbers, 5, numbers.length);
            PairedDifference difference = PairedDifference.of(folded("one", folds, differences),
                    folded("other", folds, new double[differences.length]), Goal.MAXIMIZE, Terms.USUAL);
            assertEquals(folds * (int) numbers[1], difference.sample().n());
            assertEquals(numbers[2], difference.p(), 1e-9);
            assertEquals(numbers[3], difference.interval().orElseThrow().low(), 1e-9);
            assertEquals(numbers[4], difference.interval().orElseThrow().high(), 1e-9);
        }
        Comparisons comparisons =
                best(folded("one", 5, 0.9, 0.8, 0.9, 0.9, 0.8), folded("two", 5, 0.8, 0.8, 0.9, 0.8, 0.8));
        assertEquals("corrected resampled t-test", comparisons.test().title());
    }

    @Test
    @DisplayName("more seeds are said to tell than there are, for these do not, and Wilcoxon's test takes 5 % more")
    void seedsToTell_areMoreThanThereAre() {
        Candidate best = candidate("a", 0.95, 0.96, 0.97, 0.96, 0.95, 0.97);
        Candidate other = candidate("b", 0.90, 0.92, 0.92, 0.90, 0.91, 0.975);
        for (PairedTest.Choice choice : List.of(PairedTest.Choice.WILCOXON, PairedTest.Choice.PERMUTATION)) {
            Terms terms = new Terms(null, 0.95, choice, MeanInterval.Method.T, List.of(), null,
                    Pairing.WITHIN_A_SWEEP);
            Comparisons comparisons = Comparisons.of(List.of(best, other), 0, false, Goal.MAXIMIZE, terms);
            assertEquals(List.of(comparisons.all().get(1)), comparisons.tied(), choice.name());
            assertEquals(OptionalInt.of(7), comparisons.seedsToTell(comparisons.all().get(1), 1), choice.name());
        }
        Candidate near = candidate("b", 0.94, 0.97, 0.965, 0.965, 0.94, 0.95);
        Terms terms = new Terms(null, 0.95, PairedTest.Choice.WILCOXON, MeanInterval.Method.T, List.of(), null,
                Pairing.WITHIN_A_SWEEP);
        int byT = best(best, near).seedsToTell(best(best, near).all().get(1), 1).orElseThrow();
        Comparisons ranks = Comparisons.of(List.of(best, near), 0, false, Goal.MAXIMIZE, terms);
        assertEquals((int) Math.ceil(byT * Math.PI / 3), ranks.seedsToTell(ranks.all().get(1), 1).orElseThrow());
    }

    @Test
    @DisplayName("no more seeds are told than the most that anybody counts, whatever the test")
    void seedsToTell_beyondTheMost_areNone() {
        double[] values = {0.91, 0.89, 0.91, 0.89, 0.91, 0.89};
        Candidate best = candidate("a", Arrays.stream(values).map(value -> value + 0.00031).toArray());
        Candidate other = candidate("b", 0.9, 0.9, 0.9, 0.9, 0.9, 0.9);
        int byT = best(best, other).seedsToTell(best(best, other).all().get(1), 1).orElseThrow();
        assertTrue(byT > Power.MOST * 3 / Math.PI, byT + " seeds");
        Terms terms = new Terms(null, 0.95, PairedTest.Choice.WILCOXON, MeanInterval.Method.T, List.of(), null,
                Pairing.WITHIN_A_SWEEP);
        Comparisons ranks = Comparisons.of(List.of(best, other), 0, false, Goal.MAXIMIZE, terms);
        assertEquals(OptionalInt.empty(), ranks.seedsToTell(ranks.all().get(1), 1));
    }

    @Test
    @DisplayName("a fold in which the metric is undefined leaves no pair, so that more seeds are needed")
    void undefinedFolds_takeMoreSeeds() {
        double none = Double.NaN;
        Comparisons whole =
                best(folded("a", 3, 1, 0.9, 0.9, 0.7, 0.9, 1), folded("b", 3, 0.6, 0.8, 0.7, 0.5, 0.7, 0.8));
        Comparisons holes = best(folded("a", 5, 1, none, 0.9, 0.9, none, 0.7, none, 0.9, 1, none),
                folded("b", 5, 0.6, none, 0.8, 0.7, none, 0.5, none, 0.7, 0.8, none));
        assertEquals(6, holes.others().get(0).difference().orElseThrow().sample().n());
        int pairs = new Power(holes.others().get(0).difference().orElseThrow().effect(), 0.05, 0.25).pairs()
                .orElseThrow();
        assertEquals((pairs + 2) / 3, holes.seedsToTell(holes.others().get(0), 1).orElseThrow());
        int wholePairs = new Power(whole.others().get(0).difference().orElseThrow().effect(), 0.05, 0.5).pairs()
                .orElseThrow();
        assertEquals((wholePairs + 2) / 3, whole.seedsToTell(whole.others().get(0), 1).orElseThrow());
    }

    @Test
    void meanOverDataSets_meetsThatOverTheSameOnes() {
        Candidate one = Candidate.averaged("one", List.of(on("iris", 0.9, 0.8), on("wine", 0.5, 0.6)),
                "best.val_accuracy");
        Candidate other = Candidate.averaged("other", List.of(on("iris", 0.7, 0.7), on("wine", 0.5, 0.4)),
                "best.val_accuracy");
        Candidate iris = Candidate.of("iris", on("iris", 0.7, 0.7), "best.val_accuracy");
        assertEquals(2, PairedDifference.of(one, other, Goal.MAXIMIZE, Terms.USUAL).sample().n());
        assertEquals(0, PairedDifference.of(one, iris, Goal.MAXIMIZE, Terms.USUAL).sample().n());
        assertEquals(2, one.otherData(iris));
    }

    private static List<Run> on(String data, double... values) {
        List<Run> runs = new ArrayList<>();
        for (double value : values) {
            runs.add(Runs.of(data + runs.size(), data, runs.size(), data, "completed", Map.of(), Map.of("data", data),
                    Map.of("best.val_accuracy", value), null, null));
        }
        return runs;
    }
}
