package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gridrun.metric.Goal;
import gridrun.result.StoredResults;
import gridrun.store.Outcome;
import gridrun.store.PlannedRun;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Store;
import gridrun.store.SweepPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow_project.google.gson.Gson;
import org.mlflow_project.google.gson.reflect.TypeToken;

/** What the pages of a real MLflow show in a real browser, where Playwright and Chromium are at hand. */
@Tag("long")
class MlflowPagesIT {

    /** A Python that has the package {@code playwright}. */
    private static final String PYTHON = System.getenv().getOrDefault("GRIDRUN_TEST_PLAYWRIGHT", "python3");
    private static final Path SCRIPT = Path.of("src/test/python/mlflow_pages.py");
    private static final int EPOCHS = 20;
    private static final Gson JSON = new Gson();

    @TempDir
    static Path results;

    private static ManagedServer managed;
    private static Map<String, Page> pages;

    /** As the script tells it. */
    private record Page(String name, String url, String text, List<List<String>> rows, List<Chart> charts) {

        private record Chart(String text, List<String> labels) {
        }

        /** The cells of a row, as one text. */
        String row(int index) {
            return String.join(" | ", rows.get(index));
        }
    }

    /** How well a configuration learns, from 0 to 1; a negative one diverges. */
    @FunctionalInterface
    private interface Quality {
        double of(Map<String, String> swept);
    }

    @BeforeAll
    static void show() throws Exception {
        assumeTrue(has("import playwright"), PYTHON + " has no package playwright (pip install playwright; "
                + "GRIDRUN_TEST_PLAYWRIGHT names another Python)");
        assumeTrue(has("import shutil; "
                + "assert any(map(shutil.which, ['chromium', 'chromium-browser', 'google-chrome']))"),
                "Chromium is not installed (on Debian: apt install chromium)");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("GRIDRUN_CACHE_DIR",
                environment.getOrDefault("GRIDRUN_TEST_CACHE_DIR", Path.of("target", "mlflow-cache").toString()));
        managed = new ManagedServer(results, environment, System.out::println, 0);
        TrackingServer server = TrackingServer.managed(managed.start().uri());
        List<Map<String, Object>> wanted = new ArrayList<>();
        try (Store store = Store.open(results)) {
            record(store, plan("one-axis", 1_000, 3, Map.of("learning_rate", List.of("0.01", "0.1"))),
                    MlflowPagesIT::rate);
            publish(store, server, "one-axis");
            record(store, plan("one-axis", 2_000, 4, Map.of("depth", List.of("1", "2"))), swept -> 0.5);
            record(store, plan("one-axis", 3_000, 4, Map.of("learning_rate", List.of("0.01", "0.1", "0.3"))),
                    MlflowPagesIT::rate);
            add(wanted, "one-axis", publish(store, server, "one-axis"), "curves", "table", "sweeps");
            Map<String, List<String>> two = new LinkedHashMap<>();
            two.put("learning_rate", List.of("0.01", "0.1", "0.3"));
            two.put("activation", List.of("relu", "tanh"));
            record(store, plan("two-axes", 1_000, 3, two),
                    swept -> rate(swept) - (swept.get("activation").equals("tanh") ? 0.1 : 0));
            add(wanted, "two-axes", publish(store, server, "two-axes"), "curves");
            record(store, plan("cases", 1_000, 3, Map.of("case", List.of("convolutional", "dense"))),
                    swept -> swept.get("case").equals("dense") ? 0.6 : 0.8);
            add(wanted, "cases", publish(store, server, "cases"), "curves", "table");
            record(store, plan("diverged", 1_000, 3, Map.of("learning_rate", List.of("0.1", "0.3", "10"))),
                    swept -> swept.get("learning_rate").equals("10") ? -1 : rate(swept));
            add(wanted, "diverged", publish(store, server, "diverged"), "curves", "table");
            record(store, plan("many", 1_000, 5, Map.of("width", IntStream.range(0, 27)
                    .mapToObj(i -> String.valueOf(10 + i)).toList())),
                    swept -> Double.parseDouble(swept.get("width")) / 40);
            add(wanted, "many", publish(store, server, "many"), "curves", "table");
        }
        pages = look(wanted);
    }

    @AfterAll
    static void stop() throws Exception {
        if (managed != null) {
            managed.stop();
        }
    }

    @Test
    void curves_ofOneAxisGrown_showBarsAndCurvesByConfiguration() {
        Page page = pages.get("one-axis curves");
        Page.Chart bars = chart(page, "best.val_accuracy");
        assertEquals(List.of("0.30", "0.70", "0.90"), bars.labels().stream().filter(text -> text.matches("0\\.\\d0"))
                .toList(), "the means over the seeds, the best on top");
        Page.Chart curves = chart(page, "val_accuracy");
        assertTrue(curves.text().contains("0.3 (val_accuracy)") && curves.text().contains("0.01 (val_accuracy)"),
                curves.text());
        assertNotEmpty(page);
        assertTrue(page.text().contains("Configurations\n(6)"), "six charts, and no others:\n" + page.text());
    }

    @Test
    void table_isInRankOrder() {
        Page page = pages.get("one-axis table");
        assertTrue(page.text().contains("12 matching runs"), page.text());
        assertTrue(page.row(0).contains("0.3 s") && page.row(0).contains("| 1 | 0.3 | 0.9"), page.row(0));
        assertTrue(page.row(4).contains("0.1 s") && page.row(4).contains("| 2 | 0.1 | 0.7"), page.row(4));
        assertTrue(page.row(8).contains("0.01 s"), page.row(8));
    }

    @Test
    void sweeps_areTheExperimentsParentsWithTheirFigures() {
        Page page = pages.get("one-axis sweeps");
        assertEquals(2, page.rows().size(), page.text());
        assertTrue(page.row(0).contains("depth"), page.row(0));
        assertTrue(page.row(1).contains("learning_rate") && page.row(1).contains("| 0.3 | 0.9 |"), page.row(1));
    }

    @Test
    void curves_ofTwoAxes_areNamedByBoth() {
        Page page = pages.get("two-axes curves");
        assertTrue(chart(page, "val_accuracy").text().contains("0.3 relu (val_accuracy)"), page.text());
        assertNotEmpty(page);
    }

    @Test
    void curves_ofCases_areNamedByThem() {
        assertTrue(chart(pages.get("cases curves"), "best.val_accuracy").text().contains("convolutional"));
        assertTrue(pages.get("cases table").row(0).contains("convolutional s"), pages.get("cases table").row(0));
    }

    @Test
    void diverged_comeLastAndHaveNoBar() {
        assertFalse(chart(pages.get("diverged curves"), "best.val_accuracy").text().contains("\n10\n"));
        Page table = pages.get("diverged table");
        assertTrue(table.row(8).contains("diverged") && table.row(8).contains("10 s"), table.row(8));
        assertTrue(table.row(0).contains("completed"), table.row(0));
    }

    @Test
    void manyRuns_areThoseOfTheBestConfigurationsWhole() {
        Page table = pages.get("many table");
        assertTrue(table.text().contains("100 matching runs"), table.text());
        assertTrue(table.row(0).contains("36 s"), table.row(0));
        assertTrue(chart(pages.get("many curves"), "val_accuracy").text().contains("36 (val_accuracy)"));
    }

    @Test
    void links_openTheViewWithItsFilterAndOrder() {
        pages.values().forEach(page -> {
            assertTrue(page.url().contains("viewStateShareKey=gridrun-"), page.url());
            assertTrue(page.url().contains("orderByKey=") && page.url().contains("searchFilter=tags."), page.url());
        });
    }

    private static void assertNotEmpty(Page page) {
        assertFalse(page.text().contains("No charts in this section"), page.text());
    }

    private static Page.Chart chart(Page page, String title) {
        return page.charts().stream().filter(chart -> chart.text().startsWith(title + "\n")).findFirst()
                .orElseThrow(() -> new AssertionError("no chart " + title + " on the page:\n" + page.text()));
    }

    private static double rate(Map<String, String> swept) {
        return Map.of("0.01", 0.3, "0.1", 0.7, "0.3", 0.9).get(swept.get("learning_rate"));
    }

    private static SweepPlan plan(String name, long createdMs, int seeds, Map<String, List<String>> axes) {
        List<Map<String, String>> cells = List.of(Map.of());
        for (Map.Entry<String, List<String>> axis : axes.entrySet()) {
            List<Map<String, String>> more = new ArrayList<>();
            cells.forEach(cell -> axis.getValue().forEach(value -> {
                Map<String, String> next = new LinkedHashMap<>(cell);
                next.put(axis.getKey(), value);
                more.add(next);
            }));
            cells = more;
        }
        List<PlannedRun> runs = new ArrayList<>();
        for (Map<String, String> cell : cells) {
            Map<String, String> params = new LinkedHashMap<>();
            cell.forEach((axis, value) -> {
                if (!axis.equals("case")) {
                    params.put("train." + axis, value);
                }
            });
            for (int seed = 0; seed < seeds; seed++) {
                runs.add(new PlannedRun(Plans.key(name + cell + seed), cell + " seed=" + seed, Plans.key(name + cell),
                        seed, "v", cell, params, Map.of(), Map.of(), Map.of()));
            }
        }
        return new SweepPlan(Plans.key(name + axes.keySet()), name, true, "What is asked.", Map.of(), "val_accuracy",
                Goal.MAXIMIZE, List.copyOf(axes.keySet()), name + ".yaml", createdMs, runs);
    }

    private static void record(Store store, SweepPlan plan, Quality quality) {
        store.plan(plan);
        long start = plan.createdMs();
        Recording sweep = store.begin(plan.sweepId(), start);
        for (PlannedRun planned : plan.runs()) {
            if (store.run(planned.runKey()).orElseThrow().hasResult()) {
                continue;
            }
            Recording run = store.start(planned.runKey(), start);
            double best = quality.of(planned.swept());
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                double part = Math.abs(best) * epoch / EPOCHS;
                double loss = best < 0 ? Math.exp(epoch) : 1.1 - part;
                run.metrics(epoch, start + epoch, Map.of("val_accuracy", part, "accuracy", part, "loss", loss,
                        "val_loss", loss, "gradient_norm", 1.0, "learning_rate", 0.1));
            }
            run.metric(best < 0 ? "diverged_at_epoch" : "kept_epoch", EPOCHS, start + EPOCHS, EPOCHS);
            run.finish(best < 0 ? Outcome.DIVERGED : Outcome.COMPLETED, start + 100);
        }
        sweep.finish(Outcome.COMPLETED, start + 200);
    }

    private static PublishReport publish(Store store, TrackingServer server, String experiment) {
        PublishReport report = new Publisher(store, server, experiment, StoredResults::report)
                .publish((owed, trouble) -> {});
        assertTrue(report.isComplete() && report.notices().isEmpty(), report::toString);
        return report;
    }

    private static void add(List<Map<String, Object>> wanted, String experiment, PublishReport report,
            String... labels) {
        for (String label : labels) {
            String url = report.links().stream().filter(link -> link.label().equals(label)).findFirst().orElseThrow()
                    .address();
            wanted.add(Map.of("name", experiment + " " + label, "url", url, "charts", label.equals("curves")));
        }
    }

    private static Map<String, Page> look(List<Map<String, Object>> wanted) throws IOException, InterruptedException {
        Path input = Files.writeString(results.resolve("pages.json"), JSON.toJson(wanted));
        Path shown = results.resolve("shown.json");
        Process process = new ProcessBuilder(PYTHON, SCRIPT.toString(), "--height", "1600")
                .redirectInput(input.toFile()).redirectOutput(shown.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertEquals(0, process.waitFor(), "the browser's script failed");
        Map<String, Page> pages = new HashMap<>();
        String answer = Files.readString(shown, StandardCharsets.UTF_8);
        List<Map<String, Object>> all = JSON.fromJson(answer, new TypeToken<List<Map<String, Object>>>() {}.getType());
        all.forEach(one -> pages.put((String) one.get("name"), page(one)));
        return pages;
    }

    /** The library is older than records and cannot make them itself. */
    @SuppressWarnings("unchecked")
    private static Page page(Map<String, Object> of) {
        List<Map<String, Object>> charts = (List<Map<String, Object>>) of.get("charts");
        return new Page((String) of.get("name"), (String) of.get("url"), (String) of.get("text"),
                (List<List<String>>) of.get("rows"), charts.stream().map(chart -> new Page.Chart(
                        (String) chart.get("text"), (List<String>) chart.get("labels"))).toList());
    }

    private static boolean has(String python) throws InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, "-c", python).redirectError(ProcessBuilder.Redirect.DISCARD).start()
                    .waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
