package gridrun.page;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.noscript;
import static j2html.TagCreator.p;
import static j2html.TagCreator.select;
import static j2html.TagCreator.text;

import gridrun.observed.Curves;
import gridrun.observed.Curves.Series;
import gridrun.observed.MeanCurve;
import gridrun.report.Compared;
import gridrun.report.Figures;
import gridrun.report.Json;
import gridrun.report.Objective;
import j2html.tags.DomContent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Learning curves: means with bands, single runs on demand. A script draws them from the page's data. */
final class CurvesPart {

    /** More points of a curve than these are thinned out: a screen is hardly wider. */
    private static final int MOST_POINTS = 400;
    private static final int MOST_CONFIGURATIONS = 40;
    private static final int DIGITS = 5;

    private CurvesPart() {
    }

    static List<DomContent> content() {
        return List.of(
                div(label(text("metric "), select().withId("metric")),
                        label(input().withType("checkbox").withId("log"), text(" logarithmic")),
                        label(input().withType("checkbox").withId("singles"), text(" single runs")),
                        button("Whole range").withType("button").withId("whole")).withClass("choices"),
                div().withId("chart"),
                fieldset(legend("configurations")).withId("shown"),
                p("Drag over the chart to enlarge a part of it. A band is one standard deviation over the runs.")
                        .withClass("hint"),
                noscript(p("The curves are drawn by a script. metrics.csv of each run has their values.")));
    }

    /**
     * What the script draws, as JSON.
     *
     * @param configurations best first
     */
    static String data(Objective objective, List<Compared<Curves>> configurations) {
        Set<String> metrics = new LinkedHashSet<>(List.of(objective.metric()));
        configurations.forEach(each -> each.runs().forEach(run -> metrics.addAll(run.metrics().keySet())));
        return "{\"metrics\": %s, \"configurations\": %s}".formatted(array(List.copyOf(metrics), Json::text),
                array(configurations.stream().limit(MOST_CONFIGURATIONS).toList(),
                        each -> configuration(each, metrics)));
    }

    private static String configuration(Compared<Curves> each, Set<String> metrics) {
        String means = metrics.stream().filter(metric -> each.runs().stream().anyMatch(
                run -> run.metrics().containsKey(metric))).map(metric -> Json.text(metric) + ": " + curve(metric, each))
                .collect(Collectors.joining(", ", "{", "}"));
        return "{\"label\": %s, \"remark\": %s, \"curves\": %s}".formatted(Json.text(each.label()),
                Json.text(each.remark()), means);
    }

    private static String curve(String metric, Compared<Curves> each) {
        MeanCurve mean = MeanCurve.of(metric, each.runs());
        MeanCurve shown = each.isDiverged() ? mean.diverged() : mean;
        int[] kept = thinned(shown.x().length);
        return "{\"x\": %s, \"mean\": %s, \"std\": %s, \"runs\": %s}".formatted(
                numbers(kept, i -> shown.x()[i]), numbers(kept, i -> shown.mean()[i]),
                numbers(kept, i -> shown.std()[i]),
                array(each.runs().stream().map(run -> run.metrics().get(metric)).filter(series -> series != null)
                        .toList(),
                        CurvesPart::single));
    }

    private static String single(Series series) {
        int[] kept = thinned(series.size());
        return "[%s, %s]".formatted(numbers(kept, i -> (double) series.epochs()[i]),
                numbers(kept, i -> series.values()[i]));
    }

    /** Of so many points the places of those that are shown: evenly, the first and the last among them. */
    private static int[] thinned(int points) {
        return points <= MOST_POINTS ? IntStream.range(0, points).toArray() : IntStream.range(0, MOST_POINTS)
                .map(i -> (int) ((long) i * (points - 1) / (MOST_POINTS - 1))).toArray();
    }

    private static String numbers(int[] places, Function<Integer, Double> value) {
        return Arrays.stream(places).mapToObj(i -> number(value.apply(i))).collect(Collectors.joining(",", "[", "]"));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Figures.significant(value, DIGITS) : "null";
    }

    private static <T> String array(List<T> items, Function<T, String> json) {
        return items.stream().map(json).collect(Collectors.joining(", ", "[", "]"));
    }
}
