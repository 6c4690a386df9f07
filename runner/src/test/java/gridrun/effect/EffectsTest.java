package gridrun.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.report.Format;
import gridrun.report.Objective;
import gridrun.report.Runs;
import gridrun.statistics.MeanInterval;
import gridrun.store.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Compared with statsmodels and SciPy on recorded results; golden/effects.py writes what they compute. */
class EffectsTest {

    private static final Objective OBJECTIVE = new Objective("val_loss", Goal.MINIMIZE);
    private static final double TOLERANCE = 1e-9;

    @Test
    void effects_ofRecordedResults_areThoseOfStatsmodels() throws IOException {
        Effects effects = effects(recorded());
        Map<String, Effect> bySource = new HashMap<>();
        effects.effects().forEach(effect -> bySource.put(effect.source(), effect));
        List<String[]> golden = rows("sources.csv");
        assertEquals(golden.size(), bySource.size());
        double total = golden.stream().mapToDouble(row -> Double.parseDouble(row[2])).sum();
        for (String[] row : golden) {
            Effect effect = bySource.get(row[0]);
            assertEquals(Integer.parseInt(row[1]), effect.degrees(), row[0]);
            assertClose(row[2], effect.squares());
            assertClose(Double.toString(Double.parseDouble(row[2]) / total), effect.share());
            assertClose(row[3].replace("nan", "NaN"), effect.f());
            assertClose(row[4].replace("nan", "NaN"), effect.p());
        }
    }

    @Test
    void averages_ofRecordedResults_areThoseOfScipy() throws IOException {
        List<Average> averages = effects(recorded()).averages();
        List<String[]> golden = rows("averages.csv");
        assertEquals(golden.size(), averages.size());
        for (int i = 0; i < averages.size(); i++) {
            Average average = averages.get(i);
            MeanInterval interval = MeanInterval.student(average.overSeeds(), 0.95).orElseThrow();
            assertEquals(golden.get(i)[0] + golden.get(i)[1], average.factor() + average.level());
            assertEquals(Integer.parseInt(golden.get(i)[2]), average.runs());
            assertClose(golden.get(i)[3], average.overSeeds().mean());
            assertClose(golden.get(i)[4], average.overSeeds().std());
            assertClose(golden.get(i)[5], interval.low());
            assertClose(golden.get(i)[6], interval.high());
        }
    }

    private static void assertClose(String golden, double value) {
        double wanted = Double.parseDouble(golden);
        assertTrue(Double.isNaN(wanted) ? Double.isNaN(value)
                : Math.abs(wanted - value) <= TOLERANCE * Math.abs(wanted), golden + " and not " + value);
    }

    @Test
    void table_hasMainEffectsInteractionsSeedsAndResidual() throws IOException {
        assertEquals("""
                effects on best.val_loss, 3 x 2 x 2 configurations, 5 seeds:
                source                               share %  df      F        p
                learning_rate                           59.2   2   82.3  1.3e-15
                activation                               4.8   1   13.4  0.00067
                hidden                                   2.9   1   8.07   0.0068
                learning_rate x activation               0.8   2   1.07     0.35
                learning_rate x activation x hidden      0.3   2   0.48     0.62
                activation x hidden                      0.2   1  0.585     0.45
                learning_rate x hidden                   0.1   2  0.121     0.89
                seeds                                   15.9   4   11.1   2.7e-6
                residual                                15.8  44
                """, new EffectsText(effects(recorded())).brief(80, true));
    }

    @Test
    void line_ofOneAxis_saysWhatTheSeedsShare() {
        List<Run> runs = List.of(run(swept("rate", "1"), 0, 0.5), run(swept("rate", "1"), 1, 0.7),
                run(swept("rate", "2"), 0, 0.6), run(swept("rate", "2"), 1, 0.8));
        assertEquals("variance of best.val_loss: 20.0 % rate, 80.0 % seeds, 0.0 % residual",
                new EffectsText(effects(runs)).line());
    }

    @Test
    void axesOfAZip_areOneFactor() {
        List<Run> runs = List.of(run(swept("a", "1", "b", "x"), 0, 0.5), run(swept("a", "2", "b", "y"), 0, 0.7),
                run(swept("a", "3", "b", "x"), 0, 0.7), run(swept("a", "1", "b", "x"), 1, 0.5),
                run(swept("a", "2", "b", "y"), 1, 0.7), run(swept("a", "3", "b", "x"), 1, 0.7));
        Effects effects = effects(runs);
        assertEquals(List.of("a, b"), effects.factors().stream().map(Factor::name).toList());
        assertEquals(List.of("1, x", "2, y", "3, x"), effects.factors().get(0).levels());
        assertEquals(1, effects.effects().get(0).share(), 1e-12);
    }

    @Test
    @DisplayName("where some configurations have further seeds, the variance is said to be that of the shared ones")
    void unequalSeeds_areSaidToBeShared() {
        List<Run> runs = List.of(run(swept("rate", "1"), 0, 0.5), run(swept("rate", "1"), 1, 0.7),
                run(swept("rate", "2"), 0, 0.6), run(swept("rate", "2"), 1, 0.8), run(swept("rate", "2"), 2, 0.9));
        assertEquals("variance of best.val_loss in the 2 shared seeds: 20.0 % rate, 80.0 % seeds, 0.0 % residual",
                new EffectsText(effects(runs)).line());
        assertEquals("effects on best.val_loss, 2 configurations, 2 shared seeds",
                new EffectsText(effects(runs)).head());
    }

    @Test
    @DisplayName("how far losses of different kinds are apart is no effect")
    void differentLosses_haveNoEffects() {
        List<Run> runs = new ArrayList<>();
        for (String loss : List.of("hinge", "mean_squared_error")) {
            for (int seed = 0; seed < 3; seed++) {
                runs.add(Runs.of(loss + seed, loss, seed, "run", "completed", swept("loss", loss),
                        Map.of("train.loss", loss), Map.of("best.val_loss", 0.1 * seed + loss.length()), null, null));
            }
        }
        assertEquals(Optional.of("best.val_loss is of different losses, in no common unit"),
                Effects.of(OBJECTIVE, runs).missing());
    }

    @Test
    @DisplayName("of different data sets the same seed is no block, so that nothing is analysed")
    void differentDataSets_haveNoEffects() {
        List<Run> runs = new ArrayList<>();
        for (String data : List.of("iris", "wine")) {
            for (int seed = 0; seed < 3; seed++) {
                runs.add(Runs.of(data + seed, data, seed, "run", "completed", swept("case", data),
                        Map.of("data", data), Map.of("best.val_loss", 0.1 * seed), null, null));
            }
        }
        Effects.Answer answer = Effects.of(OBJECTIVE, runs);
        assertTrue(answer.effects().isEmpty());
        assertEquals("the runs are of different data sets, and the same seed of two of them has nothing in common",
                answer.missing().orElseThrow());
    }

    @Test
    @DisplayName("of one axis in one seed all of the variance is that axis, which says nothing")
    void oneAxisInOneSeed_hasNoEffects() {
        Effects.Answer answer = Effects.of(OBJECTIVE,
                List.of(run(swept("rate", "1"), 0, 0.5), run(swept("rate", "2"), 0, 0.7)));
        assertEquals(Optional.empty(), answer.effects());
        assertEquals(Optional.of("of one axis in one seed all of the variance is that axis, whatever it does"),
                answer.missing());
    }

    @Test
    void pOfRunsThatAreNotIndependent_isWarnedOf_whereverItStands() {
        String folds = "training parts overlap, so that p is too small";
        String crossed = "runs that share a seed of one purpose are not independent, but count as if they were: "
                + "intervals are too narrow and p is too small";
        EffectsText ofFolds = new EffectsText(effects(grid(i -> Map.of("data.folds", "2", Run.FOLD,
                Integer.toString(i % 2 + 1)))));
        EffectsText ofSplits = new EffectsText(effects(grid(i -> Map.of("seed.split", Integer.toString(i / 2),
                "seed.init", Integer.toString(i % 2)))));
        for (int i = 0; i < 2; i++) {
            EffectsText text = i == 0 ? ofFolds : ofSplits;
            String caveat = i == 0 ? folds : crossed;
            assertTrue(text.table(1000, true).contains(" alone; " + caveat + "\n"), text.table(1000, true));
            assertTrue(text.below(1000, true).endsWith("warning: " + caveat + "\n"), text.below(1000, true));
            assertTrue(text.in(Format.MD).contains(caveat), text.in(Format.MD));
        }
        assertFalse(new EffectsText(effects(grid(i -> Map.of()))).below(1000, true).contains("warning"));
    }

    private static List<Run> grid(IntFunction<Map<String, String>> params) {
        List<Run> runs = new ArrayList<>();
        for (String a : List.of("1", "2")) {
            for (String b : List.of("x", "y")) {
                for (int i = 0; i < 4; i++) {
                    runs.add(Runs.of(a + b + i, a + b, i / (params.apply(0).containsKey(Run.FOLD) ? 2 : 1), "run",
                            "completed", swept("a", a, "b", b), params.apply(i),
                            Map.of("best.val_loss", 0.1 * i * i + (a + b).hashCode() % 7 * 0.03 * (i + 1)), null,
                            null));
                }
            }
        }
        return runs;
    }

    @Test
    void oneSeed_hasSharesWithoutATest() {
        List<Run> runs = new ArrayList<>();
        for (String a : List.of("1", "2")) {
            for (String b : List.of("x", "y")) {
                runs.add(run(swept("a", a, "b", b), 0, a.equals("1") ? 0.5 : 0.6));
            }
        }
        Effects effects = effects(runs);
        assertEquals(List.of("a", "b", "a x b"), effects.effects().stream().map(Effect::source).toList());
        assertEquals(1, effects.effects().get(0).share(), 1e-12);
        assertTrue(effects.effects().stream().allMatch(effect -> Double.isNaN(effect.p())));
    }

    @Test
    void moreInteractionsThanAreShown_areSummedUp() {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            Map<String, String> swept = new LinkedHashMap<>();
            for (int axis = 0; axis < 5; axis++) {
                swept.put("abcde".substring(axis, axis + 1), Integer.toString(i >> axis & 1));
            }
            runs.add(run(swept, 0, (i & 3) + (i * 37 % 11) / 100.0));
        }
        Effects effects = effects(runs);
        assertEquals(31, effects.effects().stream().mapToInt(Effect::degrees).sum());
        assertEquals(1, effects.effects().stream().mapToDouble(Effect::share).sum(), 1e-12);
        List<Effect> shown = new EffectsText(effects).shown();
        assertEquals(9, shown.size());
        assertEquals("other interactions", shown.get(8).source());
        assertEquals(1, shown.stream().mapToDouble(Effect::share).sum(), 1e-12);
    }

    @Test
    void whatIsNoFullGrid_saysWhatIsMissing() {
        List<Run> grid = List.of(run(swept("a", "1", "b", "x"), 0, 1), run(swept("a", "1", "b", "y"), 0, 2),
                run(swept("a", "2", "b", "x"), 0, 3), run(swept("a", "2", "b", "y"), 0, 4));
        assertEquals(Optional.of("the grid has 3 of 4 combinations"),
                Effects.of(OBJECTIVE, grid.subList(0, 3)).missing());
        List<Run> diverged = new ArrayList<>(grid.subList(0, 3));
        diverged.add(Runs.of("k", "a2by", 0, "n", "diverged", swept("a", "2", "b", "y"), Map.of(), Map.of(), null,
                null));
        assertEquals(Optional.of("of 4 runs not all have best.val_loss: 1 diverged"),
                Effects.of(OBJECTIVE, diverged).missing());
        List<Run> otherSeed = new ArrayList<>(grid.subList(0, 3));
        otherSeed.add(run(swept("a", "2", "b", "y"), 1, 4));
        assertEquals(Optional.of("no seed is common to all configurations"),
                Effects.of(OBJECTIVE, otherSeed).missing());
        assertEquals(Optional.empty(), Effects.of(OBJECTIVE, grid.subList(0, 1)).missing());
    }

    @Test
    void json_hasEverySourceAndAverage() throws IOException {
        String json = new EffectsText(effects(recorded())).in(Format.JSON);
        assertTrue(json.contains("{\"source\": \"residual\", \"df\": 44, \"sum_of_squares\": 0.1041"), json);
        assertTrue(json.contains("{\"axis\": \"hidden\", \"value\": \"[32]\", \"runs\": 30, \"mean\": 0.445"), json);
    }

    private static Map<String, String> swept(String... axesAndValues) {
        Map<String, String> swept = new LinkedHashMap<>();
        for (int i = 0; i < axesAndValues.length; i += 2) {
            swept.put(axesAndValues[i], axesAndValues[i + 1]);
        }
        return swept;
    }

    private static Effects effects(List<Run> runs) {
        return Effects.of(OBJECTIVE, runs).effects().orElseThrow();
    }

    private static Run run(Map<String, String> swept, long seed, double figure) {
        return Runs.of(swept + " " + seed, swept.toString(), seed, "run", "completed", swept, Map.of(),
                Map.of("best.val_loss", figure), null, null);
    }

    private static List<Run> recorded() throws IOException {
        List<Run> runs = new ArrayList<>();
        for (String[] row : rows("results.csv")) {
            Map<String, String> swept = swept("learning_rate", row[0], "activation", row[1], "hidden", row[2]);
            runs.add(run(swept, Long.parseLong(row[3]), Double.parseDouble(row[4])));
        }
        return runs;
    }

    static List<String[]> rows(String name) throws IOException {
        try (InputStream file = EffectsTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .map(line -> line.split("\\|")).toList();
        }
    }
}
