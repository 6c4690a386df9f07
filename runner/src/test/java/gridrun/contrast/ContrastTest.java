package gridrun.contrast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.report.Format;
import gridrun.report.Objective;
import gridrun.report.Runs;
import gridrun.store.DatasetInput;
import gridrun.store.Outcome;
import gridrun.store.Repetition;
import gridrun.store.Run;
import gridrun.store.RunState;
import gridrun.store.Sweep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ContrastTest {

    private static final Objective ACCURACY = new Objective("val_accuracy", Goal.MAXIMIZE);

    private static List<Run> runs(String epochs, String rate, boolean isAxis, String data, double... values) {
        List<Run> runs = new ArrayList<>();
        for (double value : values) {
            int seed = runs.size();
            Map<String, String> params = new LinkedHashMap<>();
            params.put("train.learning_rate", rate);
            params.put("train.epochs", epochs);
            params.put("seed", Integer.toString(seed));
            runs.add(new Run("%s %s %d %s".formatted(epochs, rate, seed, data), "seed=" + seed,
                    "configuration " + epochs + rate, seed, Repetition.of(params, seed),
                    isAxis ? Map.of("learning_rate", rate) : Map.of(), params, false, RunState.DONE,
                    Optional.of(Outcome.COMPLETED), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(),
                    Map.of(), Map.of(),
                    List.of(part(data + seed, data + seed)), List.of(),
                    Map.of("best.val_accuracy", value)));
        }
        return runs;
    }

    private static DatasetInput part(String digest, String examples) {
        return new DatasetInput("moons", digest, examples, "validation", "generated", "", "", "");
    }

    private static Side side(String letter, String id, List<List<Run>> configurations) {
        return side(letter, id, configurations, Map.of());
    }

    private static Side side(String letter, String id, List<List<Run>> configurations, Map<String, String> facts) {
        Sweep sweep = new Sweep(id.repeat(64), "study", true, "", Map.of(), facts, "val_accuracy", Goal.MAXIMIZE,
                List.of(), "study.yaml", Optional.empty(), 0, 0, RunState.DONE, Optional.of(Outcome.COMPLETED),
                OptionalLong.empty(), OptionalLong.empty(), List.of());
        return new Side(letter, sweep, configurations.stream().flatMap(List::stream).toList());
    }

    private static String text(Side a, Side b) {
        return new ContrastText(Contrast.of(a, b, List.of(ACCURACY)), null).in(Format.TABLE, Integer.MAX_VALUE, true);
    }

    private static final double[] LOW = {0.90, 0.91, 0.92, 0.90, 0.91};
    private static final double[] HIGH = {0.95, 0.97, 0.96, 0.96, 0.96};

    @Test
    @DisplayName("two sweeps: configurations of the same values are compared, in the seeds of the same data")
    void sweeps_areComparedByTheirAxesValues() {
        Side a = side("A", "a", List.of(runs("10", "0.1", true, "d", LOW), runs("10", "0.5", true, "d", LOW)));
        Side b = side("B", "b", List.of(runs("20", "0.1", true, "d", HIGH), runs("20", "0.9", true, "d", HIGH)));
        String text = text(a, b);
        assertTrue(text.contains("train.epochs         10        20"), text);
        assertTrue(text.contains("train.learning_rate  0.1, 0.5  0.1, 0.9"), text);
        assertTrue(text.contains("At a confidence of 95 %, B is better than A for learning_rate=0.1.\n"), text);
        assertTrue(text.contains("warning: 1 configuration only in A: learning_rate=0.5\n"), text);
        assertTrue(text.contains("warning: 1 configuration only in B: learning_rate=0.9\n"), text);
    }

    @Test
    @DisplayName("what varies in one sweep alone is a setting of the other")
    void axisOfOneSweep_meetsTheSettingOfTheOther() {
        Side a = side("A", "a", List.of(runs("10", "0.1", true, "d", LOW), runs("10", "0.5", true, "d", LOW)));
        Contrast contrast = Contrast.of(a, side("B", "b", List.of(runs("20", "0.5", false, "d", HIGH))),
                List.of(ACCURACY));
        assertEquals(1, contrast.matches().size());
        assertEquals("0.5", contrast.matches().get(0).a().get(0).params().get("train.learning_rate"));
    }

    @Test
    void otherData_areNoPairs() {
        String text = text(side("A", "a", List.of(runs("10", "0.1", false, "d", LOW))),
                side("B", "b", List.of(runs("20", "0.1", false, "other", HIGH))));
        assertTrue(text.contains("Without two seeds of the same data nothing can be said of A and B."), text);
        assertTrue(text.contains("warning: in 5 seeds the data of B are not those of A, so that these are no pairs"),
                text);
        assertTrue(
                text.matches("(?s).*best.val_accuracy  0.9080 ± 0.0084  0.8976 to 0.9184  0.9600 ± 0.0071  0.9512 to "
                        + "0.9688 +0.0520\n.*"),
                text);
        assertFalse(text.contains("without a value"), text);
    }

    @Test
    @DisplayName("the same examples are pairs, whatever is made of them")
    void sameExamplesPreparedOtherwise_arePairs() {
        List<Run> prepared = runs("20", "0.1", false, "other", HIGH).stream()
                .map(run -> Runs.on(List.of(part("other" + run.seed(), "d" + run.seed())), run)).toList();
        String text = text(side("A", "a", List.of(runs("10", "0.1", false, "d", LOW))), side("B", "b",
                List.of(prepared)));
        assertTrue(text.contains("At a confidence of 95 %, B is better than A.\n"), text);
        assertFalse(text.contains("no pairs"), text);
    }

    @Test
    @DisplayName("a side that has no figure keeps its column, and says what became of it")
    void oneSideDiverged_isToldWithItsOutcomes() {
        List<Run> diverged = runs("20", "0.1", false, "d", HIGH).stream().map(run -> new Run(run.runKey(), run.name(),
                run.configId(), run.seed(), run.repeat(), run.swept(), run.params(), false, RunState.DONE,
                Optional.of(Outcome.DIVERGED), Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Map.of(),
                Map.of(), run.datasets(), List.of(), Map.of())).toList();
        String text = text(side("A", "a", List.of(runs("10", "0.1", false, "d", LOW))), side("B", "b",
                List.of(diverged)));
        assertTrue(text.contains("warning: B: 5 diverged of 5 runs; it has no figure and is not compared"), text);
        assertTrue(text.matches("(?s).*\nfigure +A +95 % interval +B\n.*"), text);
        assertFalse(text.contains("difference"), text);
    }

    @Test
    void oneSideOfARace_isWarnedOf() {
        Side race =
                side("B", "b", List.of(runs("20", "0.1", false, "d", HIGH)), Map.of("comparison.race", "0 5 5 40 2"));
        String text = text(side("A", "a", List.of(runs("10", "0.1", false, "d", LOW))), race);
        assertTrue(text.contains("warning: the seeds of B are as many as a race took to see a difference"), text);
    }

    @Test
    @DisplayName("within a sweep the seed makes the pair, as in its own table")
    void oneSweep_pairsItsSeeds() {
        String text = text(side("A", "a", List.of(runs("10", "0.1", true, "d", HIGH))),
                side("B", "a", List.of(runs("10", "0.5", true, "other", LOW))));
        assertTrue(text.contains("At a confidence of 95 %, A is better than B.\n"), text);
        assertTrue(text.contains("0-5\n"), text);
    }

    @Test
    @DisplayName("the axis by which the sides of a grid were chosen keeps no counterparts apart")
    void sidesOfAGrid_areComparedByTheOtherAxes() {
        List<List<Run>> a = new ArrayList<>();
        List<List<Run>> b = new ArrayList<>();
        for (String rate : List.of("0.1", "0.5")) {
            a.add(epochsSwept(runs("10", rate, true, "d", LOW)));
            b.add(epochsSwept(runs("20", rate, true, "d", HIGH)));
        }
        String text = text(side("A", "a", a), side("B", "a", b));
        assertTrue(
                text.contains("At a confidence of 95 %, B is better than A for learning_rate=0.1, learning_rate=0.5."),
                text);
        assertFalse(text.contains("warning"), text);
        List<List<Run>> one = List.of(b.get(0));
        assertTrue(text(side("A", "a", a), side("B", "a", one)).contains("warning: 1 configuration only in A: "),
                "rate 0.1 is on both sides");
    }

    private static List<Run> epochsSwept(List<Run> runs) {
        return runs.stream().map(run -> {
            Map<String, String> swept = new LinkedHashMap<>(run.swept());
            swept.put("epochs", run.params().get("train.epochs"));
            return new Run(run.runKey(), run.name(), run.configId(), run.seed(), run.repeat(), swept, run.params(),
                    false, run.state(), run.outcome(), run.error(), run.startMs(), run.endMs(), run.facts(),
                    run.tags(), run.datasets(), run.artifacts(), run.summary());
        }).toList();
    }

    @Test
    void nothingInCommon_comparesTheBestOfEach() {
        String text = text(side("A", "a", List.of(runs("10", "0.1", true, "d", LOW), runs("10", "0.2", true, "d",
                HIGH))), side("B", "b", List.of(runs("20", "0.8", true, "d", LOW), runs("20", "0.9", true, "d", LOW))));
        assertTrue(text.contains("warning: no configuration has the same values in A and in B: compared is the best of "
                + "each, learning_rate=0.2 and learning_rate=0.8, which luck has chosen too"), text);
        assertTrue(text.contains("At a confidence of 95 %, A is better than B.\n"), text);
    }

    /** The same runs with a loss, and values of it. */
    private static List<Run> withLoss(String loss, double add, List<Run> runs) {
        return runs.stream().map(run -> {
            Map<String, String> params = new LinkedHashMap<>(run.params());
            params.put("train.loss", loss);
            return new Run(run.runKey() + loss, run.name(), run.configId() + loss, run.seed(), run.repeat(),
                    run.swept(), params, false, run.state(), run.outcome(), run.error(), run.startMs(), run.endMs(),
                    run.facts(), run.tags(), run.datasets(), run.artifacts(), Map.of("best.val_accuracy",
                            run.summary().get("best.val_accuracy"), "best.val_loss",
                            run.summary().get("best.val_accuracy") + add));
        }).toList();
    }

    @Test
    @DisplayName("losses of different functions have no difference, and what is in one unit is compared")
    void differentLosses_areNotSubtracted() {
        Side a = side("A", "a", List.of(withLoss("hinge", 1, runs("10", "0.1", false, "d", LOW))));
        Side b = side("B", "b", List.of(withLoss("mean_squared_error", 0, runs("10", "0.1", false, "d", HIGH))));
        Contrast contrast = Contrast.of(a, b, List.of(new Objective("val_loss", Goal.MINIMIZE), ACCURACY));
        String text = new ContrastText(contrast, null).in(Format.TABLE, Integer.MAX_VALUE, true);
        assertTrue(text.contains("\nbest.val_loss is of different losses, which says nothing of A and B.\n"), text);
        assertTrue(text.contains("warning: B: best.val_loss is not in the unit of A (different losses), so that "
                + "neither is better by it; in one unit for all: best.val_accuracy\n"), text);
        assertTrue(text.matches("(?s).*\nbest.val_loss +1.9080 ± 0.0084 +[0-9.]+ to [0-9.]+ +0.9600 ± 0.0071 +[0-9.]+ "
                + "to [0-9.]+ *\n.*"), text);
        assertTrue(text.contains("p: paired t-test"), text);
    }

    @Test
    void program_readsWhatThePersonReads() {
        Contrast contrast = Contrast.of(side("A", "a", List.of(runs("10", "0.1", false, "d", LOW))),
                side("B", "b", List.of(runs("20", "0.1", false, "d", HIGH))), List.of(ACCURACY));
        String csv = new ContrastText(contrast, null).in(Format.CSV, 80, true);
        assertTrue(csv.startsWith("configuration,metric,n_a,mean_a,std_a,low_a,high_a,n_b,mean_b,std_b,low_b,high_b,"
                + "pairs,difference,difference_low,difference_high,p,p_adjusted,wins,losses,effect,mark\n"
                + ",best.val_accuracy,5,0.908,"), csv);
        assertTrue(csv.contains(",5,0,") && csv.endsWith(",B better\n"), csv);
        String json = new ContrastText(contrast, null).in(Format.JSON, 80, true);
        assertTrue(json.contains("{\"setting\": \"train.epochs\", \"a\": \"10\", \"b\": \"20\"}"), json);
        assertTrue(json.contains("\"sentence\": \"At a confidence of 95 %, B is better than A.\""), json);
    }

    @Test
    @DisplayName("without pairs differences are of the means, and no warning says that they are of shared seeds")
    void otherData_haveDifferencesOfTheMeans() {
        String text = text(side("A", "a", List.of(runs("10", "0.1", false, "d", LOW))),
                side("B", "b", List.of(runs("20", "0.1", false, "other", 0.9, 0.95))));
        assertTrue(text.contains("difference: B less A, of the means\n"), text);
        assertTrue(text.contains("warning: configurations have 2 to 5 seeds: their means are of different data\n"),
                text);
    }

    @Test
    @DisplayName("of one shared seed the difference is not that of the means, and says so")
    void oneSharedSeed_isWhatTheDifferenceIsOf() {
        String text = text(side("A", "a", List.of(runs("10", "0.1", false, "d", LOW))),
                side("B", "b", List.of(runs("20", "0.1", false, "d", 0.95))));
        assertTrue(text.contains("  0.0500\n"), text);
        assertTrue(text.contains("difference: B less A in the one seed that both have\n"), text);
    }
}
