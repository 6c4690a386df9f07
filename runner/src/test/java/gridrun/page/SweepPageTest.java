package gridrun.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.store.Facts;
import gridrun.store.Outcome;
import gridrun.store.PlannedRun;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Store;
import gridrun.store.Sweep;
import gridrun.store.SweepPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPageTest {

    private static final String HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";

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

    private String page(SweepPlan plan) {
        return page(plan, run -> 0.01 * run);
    }

    /** @param more what a run's accuracies are above those of the first */
    private String page(SweepPlan plan, IntToDoubleFunction more) {
        store.plan(plan);
        Recording sweep = store.begin(plan.sweepId(), 1);
        for (int i = 0; i < plan.runs().size(); i++) {
            Recording run = store.start(plan.runs().get(i).runKey(), 10);
            for (int epoch = 1; epoch <= 3; epoch++) {
                run.metric("val_accuracy", epoch, 11, 0.5 + 0.1 * epoch + more.applyAsDouble(i));
            }
            run.finish(Outcome.COMPLETED, 100);
        }
        sweep.finish(Outcome.COMPLETED, 200);
        store.flush();
        Sweep read = store.sweep(plan.sweepId()).orElseThrow();
        return SweepPage.of(store, read, store.runs(plan.sweepId()));
    }

    @Test
    void page_hasTableCurvesAndCommand_andLoadsNothing() {
        String page = page(Plans.sweep("rates", "0.1", "0.2"));
        assertTrue(page.contains("What is asked."), page);
        assertTrue(page.contains("<td>0.2</td>"), page);
        assertTrue(page.contains("\"mean\": [0.6,0.7,0.8]"), page);
        assertTrue(page.contains("java -jar runner.jar experiments/rates.yaml"), page);
        assertEquals(List.of(), Pattern.compile("(src|href)=\"(?!data:)[^\"]*\"").matcher(page).results()
                .map(found -> found.group()).toList());
    }

    @Test
    void charts_haveWords_dashes_andShortNames() {
        SweepPlan plan = new SweepPlan(Plans.key("grid"), "grid", true, "What is asked.", Map.of(), "val_accuracy",
                Goal.MAXIMIZE, List.of("learning_rate", "l2"), "experiments/grid.yaml", 1_000,
                List.of(run("a", "0.1", "0"), run("b", "0.1", "0.001"), run("c", "0.2", "0"),
                        run("d", "0.2", "0.001")));
        String page = page(plan);
        assertTrue(page.contains("[\"val_accuracy\", \"validation accuracy\", 0, 1]"), page);
        assertTrue(page.contains("\"head\": \"learning rate, l2\""), page);
        assertEquals(4, elements(page, "\"colour\": [01], \"dash\": [01]").stream().distinct().count());
        assertTrue(page.contains(">Best validation accuracy by configuration</h2>"), page);
        assertTrue(page.contains(">0.2, 0.001</text>"), page);
    }

    private static PlannedRun run(String key, String rate, String decay) {
        return new PlannedRun(Plans.key(key), "rate=" + rate + " l2=" + decay, Plans.key("config" + key), 0,
                "data-1 1", new TreeMap<>(Map.of("learning_rate", rate, "l2", decay)).descendingMap(),
                Map.of("train.epochs", "3"), Map.of(), Map.of(), Map.of());
    }

    @Test
    void equalCurves_areTold() {
        String page = page(Plans.sweep("rates", "0.1", "0.2"), run -> 0);
        assertTrue(elements(page, "\"same\": [^,]*").containsAll(List.of("\"same\": null", "\"same\": 0")), page);
        assertEquals(List.of("\"same\": null", "\"same\": null"),
                elements(page(Plans.sweep("others", "0.1", "0.2")), "\"same\": [^,]*"));
    }

    @Test
    void title_isTheHeading_andTheNameIsThere() {
        SweepPlan plan = Plans.sweep("rates", "0.1");
        String page = page(new SweepPlan(plan.sweepId(), plan.experiment(), plan.parent(), plan.description(),
                plan.tags(), plan.metric(), plan.goal(), plan.axes(), plan.file(), plan.createdMs(), plan.runs(),
                Map.of(Facts.TITLE, "How fast?")));
        assertTrue(page.contains("<h1>How fast?</h1>") && page.contains("<title>How fast?</title>"), page);
        assertTrue(page.contains("<dd>rates "), page);
    }

    @Test
    void page_isUsableWithoutAMouseAndWithoutSight() {
        String page = page(Plans.sweep("rates", "0.1", "0.2"));
        assertTrue(page.contains("<div id=\"chart\" role=\"application\" tabindex=\"0\">"), page);
        List<String> wide = elements(page, "<div class=\"wide\"[^>]*>");
        assertFalse(wide.isEmpty());
        assertTrue(wide.stream().allMatch(each -> each.contains("tabindex=\"0\"") && each.contains("aria-label=")),
                wide.toString());
        List<String> drawings = elements(page, "<svg[^>]*>|<img[^>]*>");
        assertFalse(drawings.isEmpty());
        assertTrue(drawings.stream().allMatch(each -> each.contains("aria-label=\"") || each.contains("alt=\"")),
                drawings.toString());
    }

    @Test
    void drawings_areReadOnANarrowPage_whereTheyAreMovedSideways() {
        String page = page(Plans.sweep("rates", "0.1", "0.2"));
        int drawings = elements(page, "<svg ").size();
        assertTrue(drawings > 0);
        assertEquals(drawings, elements(page, "<div class=\"wide\"[^>]*><svg [^>]*style=\"--least:765px\"").size());
    }

    @Test
    void theCurvesHaveOneLegend() {
        String page = page(Plans.sweep("rates", "0.1", "0.2"));
        assertTrue(page.contains("legend: {show: false}"),
                "of uPlot's there would be a line of dashes a configuration");
    }

    private static List<String> elements(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().map(found -> found.group()).toList();
    }

    @Test
    void textsOfTheUser_areShown_andNeverRun() {
        SweepPlan plan = new SweepPlan(Plans.key("hostile"), HOSTILE, true, HOSTILE, Map.of(), "val_accuracy",
                Goal.MAXIMIZE, List.of("activation"), HOSTILE, 1_000,
                List.of(run("one", HOSTILE), run("two", "relu")));
        String page = page(plan);
        assertFalse(page.contains("<script>alert"), page);
        assertFalse(page.contains("<img src=x"), page);
        assertTrue(page.contains("&lt;script&gt;alert(1)"), page);
        assertTrue(page.contains("\\u003c/script>"), "data of scripts cannot end their element");
    }

    private static PlannedRun run(String key, String value) {
        return new PlannedRun(Plans.key(key), "activation=" + value + " seed=0", Plans.key("config" + key), 0,
                "data-1 1", Map.of("activation", value), Map.of("train.epochs", "3"), Map.of(), Map.of(), Map.of());
    }
}
