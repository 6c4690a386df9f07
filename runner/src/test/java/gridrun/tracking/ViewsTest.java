package gridrun.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gridrun.metric.Goal;
import gridrun.store.Outcome;
import gridrun.store.PlannedRun;
import gridrun.store.Plans;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.SweepPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mlflow_project.google.gson.Gson;
import org.mlflow_project.google.gson.JsonElement;
import org.mlflow_project.google.gson.JsonObject;

@Tag("slow")
class ViewsTest extends PublishingFixture {

    private static final Gson JSON = new Gson();

    private final String curves = "mlflow.sharedViewState.gridrun-" + plan.sweepId().substring(0, 8) + "-curves";
    private final String table = curves.replace("-curves", "-table");

    @Test
    void publish_sweep_writesItsViewsOnce() throws Exception {
        record();
        PublishReport report = publish();
        assertEquals(List.of(curves, table, "mlflow.sharedViewState.gridrun-sweeps"), views());
        assertTrue(report.links().get(0).address().endsWith("&compareRunsMode=CHART&viewStateShareKey="
                + curves.substring("mlflow.sharedViewState.".length())), report::toString);
        assertEquals(3, mlflow.experimentTags().entrySet().stream().filter(tag -> views().contains(tag.getKey()))
                .map(tag -> JSON.fromJson(tag.getValue(), JsonObject.class).get("name")).distinct().count(),
                "MLflow wants names to differ");
        long before = mlflow.alterations();
        publish();
        assertEquals(before, mlflow.alterations());
    }

    @Test
    void curves_showTheSweepsRunsByConfiguration() throws Exception {
        record();
        publish();
        JsonObject state = state(curves);
        String parent = mlflow.byTag("gridrun.sweep_id", plan.sweepId()).run.getInfo().getRunId();
        assertEquals("tags.`mlflow.parentRunId` = '" + parent + "'", state.get("searchFilter").getAsString());
        assertEquals("gridrun.config", state.getAsJsonObject("groupBy").getAsJsonArray("groupByKeys").get(0)
                .getAsJsonObject().get("groupByData").getAsString());
        assertEquals(List.of("BAR best.val_accuracy", "LINE val_loss log", "LINE loss log", "PARALLEL"), charts(state));
        assertTrue(charts(state).size() < 15);
    }

    @Test
    void everyFigureThatIsDelivered_hasAChartOrIsHidden() throws Exception {
        record();
        publish();
        String all = state(curves).getAsJsonArray("compareRunCharts").toString();
        mlflow.byTag("gridrun.run_key", first).metrics.values().forEach(
                metric -> assertTrue(all.contains("\"metricKey\":\"" + metric.getKey() + "\""), metric.getKey()));
    }

    @Test
    @DisplayName("A sweep that varies nothing is called after what repeats its runs: folds, or seeds and folds")
    void sweepOfFolds_isCalledSo() {
        Map<String, String> settings = Map.of("data.folds", "3");
        List<String> names = new ArrayList<>();
        for (int seeds : List.of(1, 2)) {
            List<PlannedRun> runs = new ArrayList<>();
            for (int seed = 0; seed < seeds; seed++) {
                for (int fold = 1; fold <= 2; fold++) {
                    String name = "seed=" + seed + " fold=" + fold;
                    Map<String, String> own = Map.of(Run.FOLD, Integer.toString(fold));
                    runs.add(new PlannedRun(Plans.key(seeds + name), name, Plans.key("one"), seed, "data-1 1", Map.of(),
                            settings, own, Map.of(), Map.of()));
                }
            }
            SweepPlan plan = new SweepPlan(Plans.key("folds of " + seeds), "sweep", true, "", Map.of(), "val_accuracy",
                    Goal.MAXIMIZE, List.of(), "experiments/sweep.yaml", 2_000, runs);
            store.plan(plan);
            Recording sweep = store.begin(plan.sweepId(), 1);
            runs.forEach(run -> store.start(run.runKey(), 10).finish(Outcome.COMPLETED, 100));
            sweep.finish(Outcome.COMPLETED, 200);
            publish();
            names.add(mlflow.byTag("gridrun.sweep_id", plan.sweepId()).run.getInfo().getRunName());
        }
        assertEquals(List.of("01-01 folds", "01-01 seeds and folds"), names);
    }

    @Test
    void sweepOfSeedsAlone_hasAName() {
        String seed = Plans.key("seed 0");
        SweepPlan seeds = new SweepPlan(Plans.key("seeds"), "sweep", true, "", Map.of(), "val_accuracy", Goal.MAXIMIZE,
                List.of(), "experiments/sweep.yaml", 2_000, List.of(new PlannedRun(seed, "seed=0", Plans.key("one"), 0,
                        "data-1 1", Map.of(), Map.of("train.epochs", "3"), Map.of(), Map.of(), Map.of())));
        store.plan(seeds);
        Recording sweep = store.begin(seeds.sweepId(), 1);
        store.start(seed, 10).finish(Outcome.COMPLETED, 100);
        sweep.finish(Outcome.COMPLETED, 200);
        publish();
        assertEquals("01-01 seeds", mlflow.byTag("gridrun.sweep_id", seeds.sweepId()).run.getInfo().getRunName());
        assertEquals("sweep", mlflow.byTag("gridrun.run_key", seed).tags.get("gridrun.config"));
        assertTrue(mlflow.experimentTags().values().stream()
                .anyMatch(view -> view.contains("curves: 01-01 seeds, " + seeds.sweepId().substring(0, 8))));
    }

    @Test
    void grownGrid_updatesTheViews() throws Exception {
        record();
        publish();
        String before = mlflow.experimentTags().get(curves);
        SweepPlan more = Plans.sweep("sweep", "0.1", "0.2");
        store.plan(more);
        assertTrue(publish().isComplete());
        assertFalse(before.equals(mlflow.experimentTags().get(curves)));
        assertTrue(state(curves).getAsJsonObject("groupsExpanded").has("tag.gridrun.config.0.2"));
    }

    @Test
    void viewThatAPersonHasChanged_isLeftAlone() {
        record();
        publish();
        JsonObject changed = JSON.fromJson(mlflow.experimentTags().get(curves), JsonObject.class);
        changed.addProperty("state", "{\"searchFilter\": \"\"}");
        changed.remove("gridrun");
        mlflow.tagExperiment(curves, changed.toString());
        mlflow.removeTag(table);
        store.plan(Plans.sweep("sweep", "0.1", "0.2"));
        PublishReport report = publish();
        assertTrue(report.isComplete(), report::toString);
        assertEquals(changed.toString(), mlflow.experimentTags().get(curves));
        assertFalse(mlflow.experimentTags().containsKey(table), "a view that a person has deleted stays deleted");
        assertTrue(report.links().get(0).address().contains("viewStateShareKey"));
        assertTrue(report.links().get(1).address().contains("searchFilter"), "a link to what is not there is an error");
    }

    @Test
    void viewsThatAreRefused_areANoticeAndLinksLeadToTheRuns() {
        record();
        mlflow.answer(100, "set-experiment-tag", 400, FakeMlflow.error("INVALID_PARAMETER_VALUE", "too long"));
        mlflow.experiment.setExperimentId("1").setName("sweep").setLifecycleStage("active");
        List.of(Map.entry("mlflow.experimentKind", "custom_model_development"),
                Map.entry("mlflow.experiment.primaryMetric.name", "val_accuracy"),
                Map.entry("mlflow.experiment.primaryMetric.greaterIsBetter", "True"),
                Map.entry("mlflow.note.content", "What is asked."))
                .forEach(tag -> mlflow.tagExperiment(tag.getKey(), tag.getValue()));
        PublishReport report = publish();
        assertTrue(report.isComplete(), report::toString);
        assertEquals(List.of(), views());
        assertTrue(report.notices().stream().anyMatch(notice -> notice.contains("was not written: 400")),
                report::toString);
        checkAddresses(report);
    }

    @Test
    void olderServer_getsNoViewsAndLinksSayWhatIsShown() {
        mlflow.version = "2.22.5";
        record();
        PublishReport report = publish();
        assertTrue(report.isComplete() && report.notices().isEmpty(), report::toString);
        assertEquals(List.of(), views());
        checkAddresses(report);
    }

    private static void checkAddresses(PublishReport report) {
        String curves = report.links().get(0).address();
        assertTrue(curves.contains("&compareRunsMode=CHART&"), curves);
        assertTrue(curves.contains("&searchFilter=tags.%60mlflow.parentRunId%60%20%3D%20%27"), curves);
        assertTrue(curves.contains("&orderByKey=metrics.%60rank%60&orderByAsc=true"), curves);
    }

    private List<String> views() {
        return mlflow.experimentTags().keySet().stream().filter(key -> key.startsWith("mlflow.sharedViewState."))
                .toList();
    }

    private JsonObject state(String tag) throws Exception {
        String state = JSON.fromJson(mlflow.experimentTags().get(tag), JsonObject.class).get("state").getAsString();
        Inflater inflater = new Inflater();
        inflater.setInput(java.util.Base64.getDecoder().decode(state.substring("deflate;".length())));
        byte[] text = new byte[100_000];
        int length = inflater.inflate(text);
        inflater.end();
        return JSON.fromJson(new String(text, 0, length, java.nio.charset.StandardCharsets.UTF_8), JsonObject.class);
    }

    /** What the page shows, in its order. */
    private static List<String> charts(JsonObject state) {
        List<String> charts = new java.util.ArrayList<>();
        for (JsonElement element : state.getAsJsonArray("compareRunCharts")) {
            JsonObject chart = element.getAsJsonObject();
            if (!chart.get("deleted").getAsBoolean()) {
                charts.add(List.of("type", "metricKey", "scaleType").stream().filter(chart::has)
                        .map(key -> chart.get(key).getAsString()).collect(Collectors.joining(" ")));
            }
        }
        return charts;
    }
}
