package gridrun.page;

import gridrun.observed.Curves;
import gridrun.observed.Curves.Series;
import gridrun.observed.MeanCurve;
import gridrun.report.Compared;
import gridrun.report.Json;
import gridrun.report.Objective;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The learning curves that a page's script draws. Long ones are thinned out, so that a page stays small. */
final class CurvesData {

    private static final int MOST_CONFIGURATIONS = 40;
    /** A screen is hardly wider. */
    private static final int MOST_POINTS = 400;
    private static final int LEAST_POINTS = 30;
    /** So many points all means have together, and all single runs. */
    private static final int ALL_POINTS = 25_000;
    private static final int DIGITS = 5;

    private final List<Compared<Curves>> configurations;
    private final Set<String> metrics = new LinkedHashSet<>();
    private final int ofMean;
    private final int ofRun;

    private CurvesData(Objective objective, List<Compared<Curves>> all) {
        this.configurations = all.stream().limit(MOST_CONFIGURATIONS).toList();
        metrics.add(objective.metric());
        configurations.forEach(each -> each.runs().forEach(run -> metrics.addAll(run.metrics().keySet())));
        this.ofMean = points(configurations.size());
        this.ofRun = points(configurations.stream().mapToInt(each -> each.runs().size()).sum());
    }

    private int points(int curves) {
        return Math.max(LEAST_POINTS, Math.min(MOST_POINTS, ALL_POINTS / Math.max(1, curves * metrics.size())));
    }

    /**
     * As JSON.
     *
     * @param configurations best first
     */
    static String of(Objective objective, List<Compared<Curves>> configurations) {
        return new CurvesData(objective, configurations).json();
    }

    private String json() {
        return "{\"metrics\": %s, \"configurations\": %s}".formatted(
                metrics.stream().map(Json::text).collect(Collectors.joining(", ", "[", "]")),
                configurations.stream().map(this::configuration).collect(Collectors.joining(", ", "[", "]")));
    }

    private String configuration(Compared<Curves> each) {
        String curves = metrics.stream().filter(metric -> each.runs().stream().anyMatch(
                run -> run.metrics().containsKey(metric))).map(metric -> Json.text(metric) + ": " + curve(metric, each))
                .collect(Collectors.joining(", ", "{", "}"));
        return "{\"label\": %s, \"remark\": %s, \"curves\": %s}".formatted(Json.text(each.label()),
                Json.text(each.remark()), curves);
    }

    private String curve(String metric, Compared<Curves> each) {
        MeanCurve mean = MeanCurve.of(metric, each.runs());
        MeanCurve shown = each.isDiverged() ? mean.diverged() : mean;
        int[] kept = thinned(shown.x().length, ofMean);
        boolean spread = Arrays.stream(shown.std()).anyMatch(std -> std > 0);
        return "{\"x\": %s, \"mean\": %s, \"std\": %s, \"runs\": %s}".formatted(
                epochs(kept, i -> shown.x()[i]), numbers(kept, i -> shown.mean()[i]),
                spread ? numbers(kept, i -> shown.std()[i]) : "[]",
                each.runs().stream().map(run -> run.metrics().get(metric)).filter(series -> series != null)
                        .map(this::single).collect(Collectors.joining(", ", "[", "]")));
    }

    private String single(Series series) {
        int[] kept = thinned(series.size(), ofRun);
        return "[%s, %s]".formatted(epochs(kept, i -> series.epochs()[i]), numbers(kept, i -> series.values()[i]));
    }

    /** Of so many points the places of those that are shown: evenly, the first and the last among them. */
    private static int[] thinned(int points, int most) {
        return points <= most ? IntStream.range(0, points).toArray() : IntStream.range(0, most)
                .map(i -> (int) ((long) i * (points - 1) / (most - 1))).toArray();
    }

    /** Epochs; from 1 on without a gap they are told by their number alone. */
    private static String epochs(int[] places, IntToDoubleFunction epoch) {
        return Arrays.stream(places).allMatch(i -> epoch.applyAsDouble(i) == i + 1)
                && places.length > 0 && places[places.length - 1] == places.length - 1
                        ? Integer.toString(places.length) : numbers(places, epoch);
    }

    private static String numbers(int[] places, IntToDoubleFunction value) {
        StringBuilder text = new StringBuilder("[");
        for (int place : places) {
            text.append(text.length() == 1 ? "" : ",").append(number(value.applyAsDouble(place)));
        }
        return text.append(']').toString();
    }

    /** Five significant digits, in a form that is quick to make: a page has many. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "null";
        }
        if (value == 0) {
            return "0";
        }
        int scale = DIGITS - 1 - (int) Math.floor(StrictMath.log10(Math.abs(value)));
        BigDecimal shown = scale > 0 && scale < 20
                ? BigDecimal.valueOf(Math.round(value * StrictMath.pow(10, scale)), scale) : BigDecimal.valueOf(value);
        return shown.stripTrailingZeros().toString();
    }
}
