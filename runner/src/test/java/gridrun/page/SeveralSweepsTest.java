package gridrun.page;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.store.Outcome;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.store.SweepPlan;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
