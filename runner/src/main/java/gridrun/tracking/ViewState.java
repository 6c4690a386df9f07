package gridrun.tracking;

import gridrun.store.DurableFiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.mlflow_project.google.gson.Gson;
import org.mlflow_project.google.gson.GsonBuilder;
import org.mlflow_project.google.gson.JsonObject;
import org.mlflow_project.google.gson.JsonParseException;

/**
 * The state of MLflow's page of runs as its views keep it; the components are named as in their JSON.
 *
 * <p>MLflow describes the format nowhere. What stands here was found in its page's source and tried in a browser.
 *
 * @param searchFilter which runs, in MLflow's query language
 * @param orderByKey such as {@code metrics.`rank`}
 * @param selectedColumns such as {@code params.`train.learning_rate`}
 * @param columnOrder the columns from left to right; others follow by their names
 * @param columnWidths in pixels, by column
 * @param compareRunCharts the charts; one with {@code deleted} keeps the page from making its own of that metric
 * @param groupBy by what runs are grouped; null for not at all
 */
record ViewState(
        String searchFilter, String orderByKey, boolean orderByAsc, String startTime, String lifecycleFilter,
        List<String> datasetsFilter, String modelVersionFilter, List<String> selectedColumns, List<String> columnOrder,
        Map<String, Integer> columnWidths, List<Chart> compareRunCharts, List<Section> compareRunSections,
        String runsHiddenMode, boolean viewMaximized, boolean runListHidden, boolean isAccordionReordered,
        boolean hideEmptyCharts, boolean useGroupedValuesInCharts, GroupBy groupBy,
        Map<String, Boolean> groupsExpanded, String chartsSearchFilter, LineCharts globalLineChartConfig) {

    private static final int SEAL_LENGTH = 16;
    private static final Gson JSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    /** A view of runs one by one. */
    ViewState(String filter, String orderByKey, boolean ascending, Map<String, Integer> columns, List<Chart> charts,
            List<Section> sections) {
        this(filter, orderByKey, ascending, "ALL", "Active", List.of(), "All Runs", List.copyOf(columns.keySet()),
                List.copyOf(columns.keySet()), columns, charts, sections, "SHOW_ALL", false, false, true, true, true,
                null, Map.of(), "", new LineCharts());
    }

    /** The same with runs grouped by a tag, the list of them folded away so that charts have its room. */
    ViewState grouped(String tag, Collection<String> values) {
        Map<String, Boolean> collapsed = new LinkedHashMap<>();
        values.forEach(value -> collapsed.put("tag." + tag + "." + value, false));
        return new ViewState(searchFilter, orderByKey, orderByAsc, startTime, lifecycleFilter, datasetsFilter,
                modelVersionFilter, selectedColumns, columnOrder, columnWidths, compareRunCharts, compareRunSections,
                runsHiddenMode, viewMaximized, true, isAccordionReordered, hideEmptyCharts,
                useGroupedValuesInCharts, GroupBy.tag(tag), collapsed, chartsSearchFilter, globalLineChartConfig);
    }

    /** A collapsible part of the page, with so many charts in a row. */
    record Section(String uuid, String name, boolean display, boolean isReordered, boolean deleted,
            boolean isGenerated, int columns) {

        Section(String name, int columns) {
            this("section-" + name, name, true, true, false, false, columns);
        }
    }

    /** What the mean and the band of a line are made of: the runs with the same value of a tag. */
    record GroupBy(String aggregateFunction, List<Key> groupByKeys) {

        record Key(String mode, String groupByData) {
        }

        static GroupBy tag(String tag) {
            return new GroupBy("average", List.of(new Key("tag", tag)));
        }
    }

    /** What all line charts share. */
    record LineCharts(String xAxisKey, int lineSmoothness, String selectedXAxisMetricKey) {

        LineCharts() {
            this("step", 0, "");
        }
    }

    /** A chart. */
    sealed interface Chart {
    }

    /** A metric over the epochs. */
    record Line(String uuid, String type, String metricSectionId, int runsCountToCompare, boolean deleted,
            boolean isGenerated, String metricKey, List<String> selectedMetricKeys, String xAxisKey,
            String selectedXAxisMetricKey, String yAxisKey, List<String> yAxisExpressions, String scaleType,
            String xAxisScaleType, Map<String, String> range, int lineSmoothness, boolean useGlobalXaxisKey,
            boolean useGlobalLineSmoothing, boolean displayPoints, boolean ignoreOutliers) implements Chart {

        Line(Section section, String metric, boolean log, int most) {
            this("line-" + metric, "LINE", section.uuid(), most, false, false, metric, List.of(metric), "step", "",
                    "metric", List.of(), log ? "log" : "linear", "linear", Map.of(), 0, false, true, false, false);
        }
    }

    /** A figure of every run, or the mean of every group. */
    record Bar(String uuid, String type, String metricSectionId, int runsCountToCompare, boolean deleted,
            boolean isGenerated, String metricKey, String displayName) implements Chart {

        Bar(Section section, String metric, int most) {
            this("bar-" + metric, "BAR", section.uuid(), most, false, false, metric, metric);
        }

        /** In its place the page makes no chart of this metric. */
        static Bar hidden(Section section, String metric) {
            return new Bar("none-" + metric, "BAR", section.uuid(), 1, true, true, metric, metric);
        }
    }

    /** Every run as a line over its params and metrics. */
    record Parallel(String uuid, String type, String metricSectionId, int runsCountToCompare, boolean deleted,
            boolean isGenerated, List<String> selectedParams, List<String> selectedMetrics, boolean showAllRuns)
            implements
                Chart {

        Parallel(Section section, List<String> params, List<String> metrics, int most) {
            this("parallel", "PARALLEL", section.uuid(), most, false, false, params, metrics, true);
        }
    }

    /** What the tag of a view holds; MLflow drops {@code gridrun} when a person changes the view. */
    private record Envelope(String name, long createdAt, long updatedAt, String state, String gridrun) {
    }

    /** The tag's value. */
    String envelope(String name, long createdMs, long updatedMs) {
        String state = deflated(JSON.toJson(this));
        return JSON.toJson(new Envelope(name, createdMs, updatedMs, state, seal(name, state)));
    }

    /** Whether a tag's value is one of ours that no person has changed: its seal fits. */
    static boolean isUntouched(String envelope) {
        try {
            JsonObject there = JSON.fromJson(envelope, JsonObject.class);
            return seal(there.get("name").getAsString(), there.get("state").getAsString())
                    .equals(there.get("gridrun").getAsString());
        } catch (JsonParseException | NullPointerException | UnsupportedOperationException notOurs) {
            return false;
        }
    }

    private static String seal(String name, String state) {
        byte[] sealed = (name + "\n" + state).getBytes(StandardCharsets.UTF_8);
        return DurableFiles.sha256(sealed).substring(0, SEAL_LENGTH);
    }

    private static String deflated(String text) {
        Deflater deflater = new Deflater();
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] buffer = new byte[text.length() * 4 + 64];
        int length = deflater.deflate(buffer);
        deflater.end();
        return "deflate;" + Base64.getEncoder().encodeToString(Arrays.copyOf(buffer, length));
    }
}
