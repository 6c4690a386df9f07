package gridrun.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.store.Outcome;
import gridrun.store.PlannedRun;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.store.SweepPlan;
import gridrun.trained.Npz;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page shows of runs' files, and of grids of many axes. */
class RunPartsTest {

    private static final String HOSTILE = "<script>alert(1)</script>";

    @TempDir
    Path results;
    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(results);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** The page of a grid of so many axes, two values each, whose runs have these files. */
    private String page(int axes, Map<String, byte[]> files) {
        List<PlannedRun> runs = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int cell = 0; cell < 1 << axes; cell++) {
            Map<String, String> swept = new LinkedHashMap<>();
            for (int axis = 0; axis < axes; axis++) {
                swept.put("axis" + axis, Integer.toString(cell >> axis & 1));
            }
            names = List.copyOf(swept.keySet());
            runs.add(new PlannedRun(Plans.key("run" + cell), "cell " + cell, Plans.key("config" + cell), 0, "data-1 1",
                    swept, Map.of("train.epochs", "1"), Map.of(), Map.of(), Map.of()));
        }
        SweepPlan plan = new SweepPlan(Plans.key("grid"), "grid", true, "", Map.of(), "val_accuracy", Goal.MAXIMIZE,
                names, "experiments/grid.yaml", 1_000, runs);
        store.plan(plan);
        Recording sweep = store.begin(plan.sweepId(), 1);
        for (int i = 0; i < runs.size(); i++) {
            Recording run = store.start(runs.get(i).runKey(), 10);
            run.metric("best.val_accuracy", 1, 11, 0.5 + 0.01 * i);
            run.metric("val_accuracy", 1, 11, 0.5 + 0.01 * i);
            run.artifacts(files);
            run.finish(Outcome.COMPLETED, 100);
        }
        sweep.finish(Outcome.COMPLETED, 200);
        store.flush();
        return SweepPage.of(store, store.sweep(plan.sweepId()).orElseThrow(), store.runs(plan.sweepId()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void gridOfThreeAxes_isShownInParallel_andItsEffectsAreTold() {
        String page = page(3, Map.of());
        assertTrue(page.contains("1  axis0=1 axis1=1 axis2=1: 0.57"), "the best configuration's line: " + page);
        assertEquals(8, page.split("<polyline points=", -1).length - 1, "a line a configuration");
        assertEquals(6, page.split("class=\"label over\"", -1).length - 1, "no line strikes through a value");
        assertTrue(page.contains(">best validation accuracy</text>"), "as there is room for it: " + page);
        assertTrue(page.contains("What the results depend on"), page);
        assertTrue(page.contains("<td>axis2</td><td>76.2</td>"), "16 of 21 parts of the squares: " + page);
    }

    @Test
    void classes_areShownAsTables_andTextsInThemAreEscaped() {
        String page = page(1, Map.of("confusion.csv", utf8("part,actual,cat," + HOSTILE + "\nvalidation,cat,7,2\n"),
                "per_class.csv", utf8("part,class,precision,recall\nvalidation," + HOSTILE + ",0.5,0.25\n")));
        assertTrue(page.contains("<td>validation</td><td>cat</td><td>7</td><td>2</td>"), page);
        assertTrue(page.contains("<td>0.5</td><td>0.25</td>"), page);
        assertFalse(page.contains(HOSTILE), page);
    }

    @Test
    void predictionsOfClasses_listWhatIsWrong_theSurestFirst() {
        String page = page(1, Map.of("predictions.csv", utf8("""
                part,example,target,prediction,p(a),p(b)
                validation,3,a,a,0.99,0.01
                validation,5,a,b,0.4,0.6
                validation,8,b,a,0.9,0.1
                """)));
        int surest = page.indexOf("<td>8</td><td>b</td><td>a</td><td>0.9</td><td>0.1</td>");
        int other = page.indexOf("<td>5</td><td>a</td><td>b</td><td>0.6</td><td>0.4</td>");
        assertTrue(surest > 0 && other > surest, page);
        assertFalse(page.contains("<td>3</td><td>a</td><td>a</td>"), "it is right: " + page);
    }

    @Test
    void predictionsOfValues_areDrawnAgainstTheActualOnes() {
        String page = page(1, Map.of("predictions.csv",
                utf8("part,example,target,prediction\nvalidation,4,1.5,1.25\nvalidation,6,2,2.5\n")));
        assertTrue(page.contains("example 4: 1.5, predicted 1.25"), page);
    }

    @Test
    void worstValues_haveTheLargestErrors() {
        String page = page(1, Map.of("predictions.csv",
                utf8("part,example,target,prediction\nvalidation,4,1.5,1.25\nvalidation,6,2,2.5\n")));
        int largest = page.indexOf("<td>6</td><td>2</td><td>2.5</td><td>0.5</td>");
        assertTrue(largest > 0 && page.indexOf("<td>4</td><td>1.5</td><td>1.25</td><td>-0.25</td>") > largest, page);
    }

    @Test
    void worstExamplesOfARun_areShownOnce_withTheirFeatures() {
        String page = page(1, Map.of(
                "worst_examples.csv", utf8("part,example,weight,target,prediction,error\nvalidation,6,120,2,2.5,0.5\n"),
                "predictions.csv", utf8("part,example,target,prediction\nvalidation,6,2,2.5\n")));
        assertTrue(page.contains("<td>6</td><td>120</td><td>2</td><td>2.5</td><td>0.5</td>"), page);
        assertFalse(page.contains("<td>6</td><td>2</td><td>2.5</td>"), page);
    }

    @Test
    void filesThatAreDamaged_areNamed() {
        String page = page(1, Map.of("confusion.csv", utf8("part,actual\nvalidation\n"),
                "predictions.csv", utf8("part,target,prediction\nvalidation,x,y\n"), "per_class.csv", new byte[0]));
        assertTrue(page.contains("Configurations and their runs"), page);
        assertTrue(page.contains("confusion.csv: a row of 1 fields is under a head of 2"), page);
        assertFalse(page.contains("Confusion matrix"), page);
    }

    @Test
    void filesThatWereChanged_areNamed_andNotShown() throws Exception {
        Map<String, byte[]> files = Map.of("confusion.csv", utf8("part,actual,0,1\nvalidation,0,22,3\n"));
        assertTrue(page(1, files).contains("<td>22</td>"));
        Path confusion = store.runDirectory(Plans.key("run0")).resolve("confusion.csv");
        Files.writeString(confusion, Files.readString(confusion).replace("22", "33"));
        String page = SweepPage.of(store, store.sweep(Plans.key("grid")).orElseThrow(), store.runs(Plans.key("grid")));
        assertTrue(page.contains("confusion.csv has been changed: it is not the file that the run recorded"), page);
        assertFalse(page.contains("<td>33</td>"), page);
    }

    @Test
    void filtersOfAFirstConvolution_areDrawn_andOtherWeightsAreNot() {
        byte[] convolution = Npz.bytes(List.of(new Npz.Array("conv2d_1.W", new int[] {1, 2, 1, 2},
                new float[] {0.5f, -1, 0.25f, 0})));
        String page = page(1, Map.of("weights.npz", convolution));
        assertTrue(page.contains("the 2 filters of the first layer"), page);
        assertTrue(page.contains("<title>-1</title>"), page);
        assertFalse(FiltersPicture.canShow(new Npz.Array("dense_1.W", new int[] {2, 2}, new float[4])));
    }

    @Test
    void planes_areSideBySide_namedByWhatDiffers() {
        String page = page(1, Map.of("decision_boundary.png", utf8("one plane")));
        String part = page.substring(page.indexOf("<section id=\"planes\""), page.indexOf("<section id=\"runs\""));
        assertEquals(2, part.split("<img ", -1).length - 1, part);
        assertTrue(part.contains("and says its rank and axis0."), part);
        assertTrue(part.contains("<figcaption>1: 1</figcaption>") && part.contains("<figcaption>2: 0</figcaption>"),
                part);
        assertEquals(2, page.split("<img ", -1).length - 1, "nowhere else: " + page);
    }

    @Test
    void manyPlanes_theBestAndTheWorst() {
        String page = page(4, Map.of("decision_boundary.png", utf8("one plane")));
        assertTrue(page.contains("Of 16 configurations the best and the worst; the others are in results/runs."), page);
        assertTrue(page.contains("<figcaption>8: 0, 0, 0, 1</figcaption>"), page);
        assertFalse(page.contains("<figcaption>9: "), page);
        assertTrue(page.contains("<figcaption>16: 0, 0, 0, 0</figcaption>"), page);
    }

    @Test
    void bestMedianAndWorstRun_haveTheirPictures_andAreNamed() {
        SweepPlan plan = new SweepPlan(Plans.key("seeds"), "seeds", true, "", Map.of(), "val_accuracy", Goal.MAXIMIZE,
                List.of(), "experiments/seeds.yaml", 1_000, IntStream.range(0, 5).mapToObj(
                        seed -> new PlannedRun(Plans.key("run" + seed), "seed=" + seed, Plans.key("config"), seed,
                                "data-1 1", Map.of(), Map.of("train.epochs", "1"), Map.of(), Map.of(), Map.of()))
                        .toList());
        store.plan(plan);
        Recording sweep = store.begin(plan.sweepId(), 1);
        for (int seed = 0; seed < 5; seed++) {
            Recording run = store.start(plan.runs().get(seed).runKey(), 10);
            run.metric("val_accuracy", 1, 11, 0.5 + 0.1 * seed);
            run.metric("kept_epoch", 1, 11, 1);
            run.artifacts(Map.of("feature_maps.png", utf8("maps of " + seed)));
            run.finish(Outcome.COMPLETED, 100);
        }
        sweep.finish(Outcome.COMPLETED, 200);
        store.flush();
        String page = SweepPage.of(store, store.sweep(plan.sweepId()).orElseThrow(), store.runs(plan.sweepId()));
        assertTrue(page.contains("The median run: seed 2") && page.contains("Seed 4: completed, the best run")
                && page.contains("Seed 0: completed, the worst run"), page);
        assertEquals(3, page.split("<button type=\"button\" aria-pressed=\"false\" title=\"enlarge or shrink\"><img ",
                -1).length - 1, page);
        for (int seed = 0; seed < 5; seed++) {
            assertEquals(seed % 2 == 0, page.contains(Base64.getEncoder().encodeToString(utf8("maps of " + seed))),
                    "seed " + seed + ": " + page);
        }
    }

    @Test
    void configurationThatIsNotTheRecordedOne_isNotShown() throws Exception {
        assertTrue(page(1, Map.of("config.yaml", utf8("of: the run\n"))).contains("of: the run"));
        Sweep sweep = store.sweeps("grid").get(0);
        Files.write(store.runDirectory(Plans.key("run1")).resolve("config.yaml"), utf8("of: nobody\n"));
        String page = SweepPage.of(store, sweep, store.runs(sweep.sweepId()));
        assertFalse(page.contains("of: nobody"), page);
        assertTrue(page.contains("config.yaml has been changed: it is not the file that the run recorded"), page);
    }

    @Test
    void manyRuns_leaveThePageSmall() {
        byte[] picture = new byte[40_000];
        String page = page(7, Map.of("curves.png", picture, "config.yaml", utf8("x: 1\n".repeat(500))));
        assertTrue(page.length() < 1_000_000, page.length() + " letters");
    }
}
