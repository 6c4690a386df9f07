package gridrun.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.store.DatasetInput;
import gridrun.store.Outcome;
import gridrun.store.PlannedRun;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.store.SweepPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of all sweeps, and several of them in one page. */
class SeveralSweepsTest {

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

    private Sweep trained(SweepPlan plan, double figure) {
        store.plan(plan);
        Recording sweep = store.begin(plan.sweepId(), 1);
        for (int i = 0; i < plan.runs().size(); i++) {
            Recording run = store.start(plan.runs().get(i).runKey(), 10);
            run.metric("val_accuracy", 1, 11, figure + 0.01 * i);
            run.metric("best.val_accuracy", 1, 11, figure + 0.01 * i);
            run.finish(Outcome.COMPLETED, 100);
        }
        sweep.finish(Outcome.COMPLETED, 200);
        store.flush();
        return store.sweep(plan.sweepId()).orElseThrow();
    }

    private String compared(Sweep... sweeps) {
        Map<Sweep, List<Run>> runs = new LinkedHashMap<>();
        for (Sweep sweep : sweeps) {
            runs.put(sweep, store.runs(sweep.sweepId()));
        }
        return ComparedPage.of(store, runs);
    }

    @Test
    void sweepsRankedAlike_haveOneTable_bestFirst() {
        String page = compared(trained(Plans.sweep("low", "0.1", "0.2"), 0.5),
                trained(Plans.sweep("high", "0.3", "0.4"), 0.8));
        assertTrue(page.contains("<td>1</td><td>high</td><td>0.4</td>"), page);
        assertTrue(page.contains("<td>4</td><td>low</td><td>0.1</td>"), page);
    }

    /** A sweep of one seed after another for each rate; the data of equal names are the same. */
    private Sweep over(String name, String data, Map<String, String> facts, int seeds, String... rates) {
        return over(name, data, data, facts, seeds, rates);
    }

    /** The same of data that a file says to be others than they are. */
    private Sweep over(String name, String said, String data, Map<String, String> facts, int seeds, String... rates) {
        List<PlannedRun> runs = new ArrayList<>();
        for (String rate : rates) {
            for (int seed = 0; seed < seeds; seed++) {
                runs.add(new PlannedRun(Plans.key(data + rate + seed), "learning_rate=%s seed=%d".formatted(rate, seed),
                        Plans.key(said + rate), seed, "1", Map.of("learning_rate", rate),
                        Map.of("data", said, "train.learning_rate", rate), Map.of("seed", Integer.toString(seed)),
                        Map.of(), Map.of()));
            }
        }
        SweepPlan plan = new SweepPlan(Plans.key(name), name, true, "", Map.of(), "val_accuracy", Goal.MAXIMIZE,
                List.of("learning_rate"), name + ".yaml", 1_000, runs, facts);
        store.plan(plan);
        Recording sweep = store.begin(plan.sweepId(), 1);
        for (PlannedRun planned : runs) {
            if (store.runs(plan.sweepId()).stream().noneMatch(run -> run.runKey().equals(planned.runKey())
                    && run.hasResult())) {
                String rate = planned.swept().get("learning_rate");
                Recording run = store.start(planned.runKey(), 10);
                run.dataset(new DatasetInput(data, data + planned.seed(), data + planned.seed(), "validation", "local",
                        "{}", "", ""));
                run.metric("val_accuracy", 1, 11,
                        Double.parseDouble(rate) + 0.01 * planned.seed() * (rate.equals("0.3") ? 0.9 : 1));
                run.finish(Outcome.COMPLETED, 100);
            }
        }
        sweep.finish(Outcome.COMPLETED, 200);
        store.flush();
        return store.sweep(plan.sweepId()).orElseThrow();
    }

    @Test
    void sweepsOfOtherData_standSideBySide_andNothingIsClaimed() {
        String page = compared(over("moons", "moons", Map.of(), 5, "0.5"), over("wine", "wine", Map.of(), 5, "0.1"));
        assertTrue(page.contains("experiment=moons learning_rate=0.5 has the best figure; without two seeds of the "
                + "same data nobody can say whether that is chance."), page);
        assertTrue(page.contains("in 5 seeds the data of experiment=wine learning_rate=0.1 are not those of "
                + "experiment=moons learning_rate=0.5"), page);
        assertFalse(page.contains("<td>worse</td>"), page);
    }

    @Test
    void configurationOfTwoSweeps_isOne_besideAThirdWhoseDataHaveChanged() {
        Sweep first = over("first", "moons", Map.of(), 5, "0.5");
        Sweep second = over("second", "moons", Map.of(), 5, "0.5", "0.3");
        String page = compared(first, over("changed", "moons", "other moons", Map.of(), 5, "0.5"), second);
        assertTrue(page.contains("<td>first and second</td><td>0.5</td>"), page);
        assertTrue(page.contains("<td>changed</td><td>0.5</td>"), page);
        assertTrue(page.contains("<td>second</td><td>0.3</td>"), page);
        assertFalse(page.contains("<td>4</td><td>"), page);
    }

    @Test
    void raceOfOneSweep_isNoRaceOfAll_andEachConfigurationIsOne_whicheverSweepIsNamedFirst() {
        Sweep race = over("race", "moons", Map.of("comparison.race", "0 3 3 6 2"), 6, "0.1", "0.5");
        Sweep plain = over("plain", "moons", Map.of(), 4, "0.5", "0.3");
        String page = compared(race, plain);
        assertTrue(page.contains("<td>1</td><td>plain and race</td><td>0.5</td>"), page);
        assertTrue(page.contains("<td>2</td><td>plain</td><td>0.3</td>"), page);
        assertTrue(page.contains("<td>3</td><td>race</td><td>0.1</td>"), page);
        assertFalse(page.contains("<td>4</td><td>"), page);
        assertFalse(page.contains("of at most 6 seeds"), page);
        assertTrue(page.contains("corrected for 2 comparisons (Holm)"), page);
        assertTrue(page.contains("warning: the seeds of race are as many as a race took to see a difference"), page);
        assertEquals(found(page), found(compared(plain, race)));
    }

    @Test
    void settingsOfTheComparison_thatAreNotAlike_areLeftOut_andNamed() {
        String page = compared(over("a", "moons", Map.of("comparison.confidence", "0.5"), 4, "0.5"),
                over("b", "moons", Map.of(), 4, "0.3"));
        assertTrue(page.contains("warning: the experiments do not say the same of sweep.confidence: they are compared "
                + "as without it"), page);
        assertTrue(page.contains("95 % interval"), page);
    }

    private static String found(String page) {
        return page.substring(page.indexOf("What was found"), page.indexOf("Learning curves"));
    }

    @Test
    void settingsThatDiffer_areNamed_andThoseAlikeAreNot() {
        String page = compared(trained(Plans.sweep("low", "0.1", "0.2"), 0.5),
                trained(Plans.sweep("high", "0.3", "0.4"), 0.8));
        String differences = page.substring(page.indexOf("What is set otherwise"), page.indexOf("What was found"));
        assertTrue(differences.contains("learning_rate"), differences);
        assertTrue(differences.contains("<td>0.1, 0.2</td><td>0.3, 0.4</td>"), differences);
        assertFalse(differences.contains("train.epochs"), differences);
    }

    @Test
    void sweepsRankedByDifferentMetrics_haveATableEach() {
        SweepPlan plan = Plans.sweep("other", "0.3", "0.4");
        String page = compared(trained(Plans.sweep("low", "0.1", "0.2"), 0.5),
                trained(new SweepPlan(plan.sweepId(), plan.experiment(), true, "", Map.of(), "val_loss", Goal.MINIMIZE,
                        plan.axes(), plan.file(), 2_000, plan.runs()), 0.8));
        assertTrue(page.contains("id=\"table-0\"") && page.contains("id=\"table-1\""), page);
        assertFalse(page.contains("All configurations"), page);
    }

    @Test
    void index_listsAllSweeps_andLeadsToReportsThatAreThere() throws Exception {
        Sweep with = trained(Plans.sweep("with", "0.1"), 0.5);
        trained(Plans.sweep("without", "0.2"), 0.5);
        Files.createDirectories(store.sweepDirectory(with));
        Files.writeString(store.sweepDirectory(with).resolve("report.html"), "a page");
        String page = IndexPage.of(store, "report.html", store.directory());
        assertTrue(page.contains("<a href=\"./sweeps/with/%s/report.html\">with</a>".formatted(
                store.sweepDirectory(with).getFileName())), page);
        assertTrue(page.contains("<td>without</td>"), page);
    }

    @Test
    void index_ofNothing_saysSo() {
        assertTrue(IndexPage.of(store, "report.html", store.directory()).contains("Nothing has been run here yet."));
    }

    @Test
    void noDescription_isLeftOut() {
        SweepPlan plan = Plans.sweep("bare", "0.1");
        String page = compared(trained(new SweepPlan(plan.sweepId(), plan.experiment(), plan.parent(), "", plan.tags(),
                plan.metric(), plan.goal(), plan.axes(), plan.file(), 1_000, plan.runs()), 0.5),
                trained(Plans.sweep("told", "0.3"), 0.8));
        assertTrue(page.contains("<p>told: "), page);
        assertFalse(page.contains("<p>bare: "), page);
    }
}
