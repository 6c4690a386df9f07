package gridrun.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.report.Runs;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.PairedTest;
import gridrun.store.DatasetInput;
import gridrun.store.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResamplingTest {

    private static final String FIGURE = "best.val_accuracy";
    private static final String LOCAL = DatasetInput.LOCAL;

    /** Runs of one configuration on data, of which so many examples are held out of 100, in splits of these names. */
    private static List<Run> runs(String config, DatasetInput data, Map<String, String> params, int held,
            String... splits) {
        List<Run> runs = new ArrayList<>();
        for (String split : splits) {
            runs.add(run(config, data, params, held, 100 - held, split, 0.1 * runs.size(), runs.size()));
        }
        return runs;
    }

    private static Run run(String config, DatasetInput data, Map<String, String> params, int held, int left,
            String split, double value, int seed) {
        Run run = Runs.of(config + seed, config, seed, config, "completed", Map.of(), params, Map.of(FIGURE, value),
                null, null);
        return Runs.on(List.of(part(data, "train", split, left), part(data, "validation", split, held)), run);
    }

    private static DatasetInput part(DatasetInput data, String context, String split, int rows) {
        return new DatasetInput(data.name(), context + split, context + split, context, data.sourceType(), "{}", "{}",
                rows == 0 ? "" : "{\"num_rows\": %d, \"input_shape\": [4]}".formatted(rows));
    }

    private static DatasetInput data(String name, String sourceType) {
        return new DatasetInput(name, "", "", "", sourceType, "", "", "");
    }

    private static double overlap(DatasetInput data, Map<String, String> params, String... splits) {
        return Resampling.overlap(runs("c", data, params, 30, splits));
    }

    @Test
    @DisplayName("seeds that split one data set anew overlap by n_validation/n_train")
    void splitsOfOneDataSet_overlap() {
        assertEquals(3.0 / 7, overlap(data("csv", LOCAL), Map.of(), "a", "b", "c"));
        assertEquals(3.0 / 7, overlap(data("com.example.Own", LOCAL), Map.of(), "a", "b"));
        assertEquals(3.0 / 7, overlap(data("iris", LOCAL), Map.of(), "a", "a", "b"), "each split with two seeds");
    }

    @Test
    void dataOfEachSeed_areIndependent() {
        assertEquals(0, overlap(data("com.example.Drawn", DatasetInput.GENERATED), Map.of(), "a", "b", "c"));
        assertEquals(0, overlap(data("moons", LOCAL), Map.of(), "a", "b", "c"), "as it was recorded once");
    }

    @Test
    @DisplayName("generated data of a fixed seed, split anew, are one data set like any other")
    void generatedDataOfOneSeed_overlap() {
        DatasetInput moons = data("moons", DatasetInput.GENERATED);
        assertEquals(3.0 / 7, overlap(moons, Map.of("data.seed", "5"), "a", "b"));
        List<Run> crossed = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            crossed.add(run("c", moons, Map.of("seed.data", "0", "seed.split", Integer.toString(i / 2), "seed.init",
                    Integer.toString(i % 2)), 20, 80, "split" + i / 2, 0, i));
        }
        assertEquals(0.25, Resampling.overlap(crossed));
    }

    @Test
    @DisplayName("where the split is one and the same nothing is drawn again: what is said is of that split")
    void oneSplit_isNoResampling() {
        assertEquals(0, overlap(data("csv", LOCAL), Map.of(), "a", "a", "a"));
        assertEquals(0, overlap(data("csv", LOCAL), Map.of(), "a"));
        List<Run> unsplit = runs("c", data("csv", LOCAL), Map.of(), 0, "a", "b").stream()
                .map(run -> Runs.on(run.datasets().subList(0, 1), run)).toList();
        assertEquals(0, Resampling.overlap(unsplit), "without a validation part");
    }

    @Test
    void severalConfigurations_haveTheLargestOverlapOfAny_andNoneAmongThemselves() {
        DatasetInput csv = data("csv", LOCAL);
        List<Run> all = new ArrayList<>(runs("a", csv, Map.of(), 20, "a", "b"));
        all.addAll(runs("b", csv, Map.of(), 50, "c", "d"));
        all.addAll(runs("c", data("moons", DatasetInput.GENERATED), Map.of(), 60, "e", "f"));
        assertEquals(1, Resampling.overlap(all));
        List<Run> ofOneSeed = new ArrayList<>(runs("a", csv, Map.of(), 20, "a"));
        ofOneSeed.addAll(runs("b", csv, Map.of(), 50, "b"));
        assertEquals(0, Resampling.overlap(ofOneSeed));
    }

    @Test
    void folds_overlapWhateverTheirData() {
        Map<String, String> folds = new HashMap<>(Map.of("data.folds", "5"));
        assertEquals(0.25, overlap(data("moons", DatasetInput.GENERATED), folds, "a", "b", "c", "d", "e"));
        assertEquals(0.25, overlap(data("csv", LOCAL), folds, "a", "b", "c", "d", "e"));
        assertEquals(0, overlap(data("csv", LOCAL), Map.of("data.folds", "0"), "a", "a"));
    }

    private static Candidate candidate(String label, int held, int left, double... values) {
        List<Run> runs = new ArrayList<>();
        for (double value : values) {
            runs.add(run(label, data("csv", LOCAL), Map.of(), held, left, "split" + runs.size(), value, runs.size()));
        }
        return Candidate.of(label, runs, FIGURE);
    }

    @Test
    @DisplayName("test and interval of random splits are Nadeau and Bengio's, as by SciPy; the first are the README's")
    void splits_areComparedByTheCorrectedResampledTTest() throws IOException {
        List<String> rows;
        try (var golden = ResamplingTest.class.getResourceAsStream("splits.csv")) {
            rows = new String(golden.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        assertEquals(5, rows.size());
        for (String row : rows) {
            double[] numbers = Stream.of(row.split(",")).mapToDouble(Double::parseDouble).toArray();
            double[] differences = Arrays.copyOfRange(numbers, 5, numbers.length);
            Candidate one = candidate("one", (int) numbers[0], (int) numbers[1], differences);
            Candidate other = candidate("other", (int) numbers[0], (int) numbers[1], new double[differences.length]);
            PairedDifference difference = PairedDifference.of(one, other, Goal.MAXIMIZE, Terms.USUAL);
            assertEquals(numbers[2], difference.p(), 1e-9);
            assertEquals(numbers[3], difference.interval().orElseThrow().low(), 1e-9);
            assertEquals(numbers[4], difference.interval().orElseThrow().high(), 1e-9);
        }
    }

    @Test
    @DisplayName("where configurations hold out unequal shares, all of a comparison goes by the largest")
    void unequalShares_areCorrectedForTheLargest() {
        double[] low = {0.80, 0.82, 0.78, 0.81, 0.80};
        double[] high = {0.91, 0.89, 0.93, 0.90, 0.92};
        Candidate wide = candidate("wide", 50, 50, low);
        Candidate narrow = candidate("narrow", 10, 90, high);
        double p = PairedDifference.of(candidate("same", 50, 50, high), wide, Goal.MAXIMIZE, Terms.USUAL).p();
        assertEquals(p, PairedDifference.of(narrow, wide, Goal.MAXIMIZE, Terms.USUAL).p(), 1e-15);
        assertEquals(p, PairedDifference.of(wide, narrow, Goal.MAXIMIZE, Terms.USUAL).p(), 1e-15);
        Comparisons both = Comparisons.of(List.of(narrow, wide), 0, false, Goal.MAXIMIZE, Terms.USUAL);
        assertEquals("corrected resampled t-test", both.test().title());
        assertEquals(1, both.overlap());
    }

    @Test
    void otherDataBesides_correctNothing() {
        List<Candidate> all = new ArrayList<>();
        for (String label : List.of("one", "other")) {
            all.add(Candidate.of(label, runs(label, data("moons", DatasetInput.GENERATED), Map.of("data", "moons"), 20,
                    "a", "b", "c"), FIGURE));
        }
        all.add(Candidate.of("iris", runs("iris", data("iris", LOCAL), Map.of("data", "iris"), 30, "a", "b", "c"),
                FIGURE));
        Comparisons comparisons = Comparisons.of(all, 0, false, Goal.MAXIMIZE, Terms.USUAL);
        assertEquals("paired t-test", comparisons.test().title());
    }

    @Test
    @DisplayName("beyond some seeds further splits of the same examples tell nothing more")
    void seedsToTell_areLimitedByTheExamples() {
        assertEquals(OptionalInt.empty(), seedsToTell(233, Terms.USUAL));
        assertTrue(seedsToTell(100_000, Terms.USUAL).isPresent());
    }

    @ParameterizedTest
    @EnumSource(value = PairedTest.Choice.class, names = {"WILCOXON", "PERMUTATION"})
    @DisplayName("a test that takes splits for independent is told to need as many seeds as it does")
    void seedsToTell_ofAnUncorrectedTest_areNotLimited(PairedTest.Choice test) {
        Terms terms = new Terms(null, 0.95, test, MeanInterval.Method.T, List.of(), null, Pairing.WITHIN_A_SWEEP);
        OptionalInt seeds = seedsToTell(233, terms);
        assertTrue(seeds.isPresent());
        assertEquals(seedsToTell(1_000_000_000, terms), seeds);
    }

    /** How many would tell two configurations that hold out 100 examples. */
    private static OptionalInt seedsToTell(int left, Terms terms) {
        double[] worse = {0.90, 0.92, 0.90, 0.92, 0.91, 0.92, 0.91, 0.91, 0.93, 0.89};
        double[] better = {0.91, 0.92, 0.92, 0.90, 0.92, 0.94, 0.92, 0.93, 0.92, 0.90};
        Comparisons two = Comparisons.of(List.of(candidate("better", 100, left, better),
                candidate("worse", 100, left, worse)), 0, false, Goal.MAXIMIZE, terms);
        return two.seedsToTell(two.all().get(1), 1);
    }
}
