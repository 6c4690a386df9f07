package gridrun.page;

import gridrun.chart.Bounds;
import gridrun.chart.Look;
import gridrun.chart.Looks;
import gridrun.chart.Words;
import gridrun.observed.Curves;
import gridrun.observed.Curves.Series;
import gridrun.observed.MeanCurve;
import gridrun.report.Compared;
import gridrun.report.Json;
import gridrun.report.LegendTexts;
import gridrun.report.Objective;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The learning curves that a page's script draws. Long ones are thinned out, so that a page stays small. */
final class CurvesData {

    private static final int MOST_CONFIGURATIONS = 40;
    /** The colours of the page. */
    private static final int COLOURS = 8;
    /** A screen is hardly wider. */
    private static final int MOST_POINTS = 400;
    private static final int LEAST_POINTS = 30;
    /** So many points all means have together, and all single runs. */
    private static final int ALL_POINTS = 9_000;
    /** Of all configurations together: nobody tells more lines apart. */
    static final int MOST_RUNS = 600;
    private static final int DIGITS = 5;

    private final List<Compared<Curves>> configurations;
    private final LegendTexts legend;
    private final List<Look> looks;
    private final Set<String> metrics = new LinkedHashSet<>();
    /** How many runs of each configuration are shown by themselves. */
    private final int single;
    private final int ofMean;
    private final int ofRun;

    private CurvesData(Objective objective, List<Compared<Curves>> all) {
        this.configurations = all.stream().limit(MOST_CONFIGURATIONS).toList();
        List<Map<String, String>> swept = configurations.stream().map(Compared::swept).toList();
        this.legend = LegendTexts.of(configurations.stream().map(Compared::label).toList(), swept);
        this.looks = looks(swept);
        metrics.add(objective.metric());
        configurations.forEach(each -> each.runs().forEach(run -> metrics.addAll(run.metrics().keySet())));
        this.ofMean = points(configurations.size());
        int runs = configurations.stream().mapToInt(each -> each.runs().size()).sum();
        this.single = runs <= MOST_RUNS ? runs : MOST_RUNS / configurations.size();
        this.ofRun = points(Math.min(MOST_RUNS, runs));
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

    /** A colour for each value of an axis and a dash for another's; where colours run out, dashes go on with them. */
    private static List<Look> looks(List<Map<String, String>> swept) {
        List<Look> looks = Looks.of(swept);
        return looks.stream().allMatch(look -> look.colour() < COLOURS) ? looks
                : IntStream.range(0, swept.size()).mapToObj(i -> new Look(i % COLOURS, i / COLOURS, null)).toList();
    }

    private String json() {
        Map<String, List<MeanCurve>> curves = new LinkedHashMap<>();
        metrics.forEach(metric -> curves.put(metric, configurations.stream().map(each -> mean(metric, each)).toList()));
        return "{\"metrics\": %s, \"head\": %s, \"configurations\": %s}".formatted(
                metrics.stream().map(CurvesData::told).collect(Collectors.joining(", ", "[", "]")),
                Json.text(legend.head()),
                IntStream.range(0, configurations.size()).mapToObj(i -> configuration(i, curves))
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    /** A metric: its name, the same in words, and what it cannot be below and above. */
    private static String told(String metric) {
        Bounds bounds = Bounds.of(metric);
        return "[%s, %s, %s, %s]".formatted(Json.text(metric), Json.text(Words.of(metric)), number(bounds.low()),
                number(bounds.high()));
    }

    private static MeanCurve mean(String metric, Compared<Curves> each) {
        MeanCurve mean = MeanCurve.of(metric, each.runs());
        return each.isDiverged() ? mean.diverged() : mean;
    }

    private String configuration(int place, Map<String, List<MeanCurve>> means) {
        Compared<Curves> each = configurations.get(place);
        String curves = metrics.stream().filter(metric -> each.runs().stream().anyMatch(
                run -> run.metrics().containsKey(metric)))
                .map(metric -> Json.text(metric) + ": " + curve(metric, place, means.get(metric)))
                .collect(Collectors.joining(", ", "{", "}"));
        return ("{\"name\": %s, \"label\": %s, \"colour\": %d, \"dash\": %d, "
                + "\"remark\": %s, \"curves\": %s}").formatted(
                        Json.text(each.label()), Json.text(legend.entries().get(place)), looks.get(place).colour(),
                        looks.get(place).dash(), Json.text(each.remark()), curves);
    }

    private String curve(String metric, int place, List<MeanCurve> means) {
        MeanCurve shown = means.get(place);
        int[] kept = thinned(shown.x().length, ofMean);
        boolean spread = Arrays.stream(shown.std()).anyMatch(std -> std > 0);
        int same = shown.isEmpty() ? place : MeanCurve.original(means, place);
        return ("{\"x\": %s, \"mean\": %s, \"std\": %s, \"same\": %s, \"diverged\": %s, "
                + "\"runs\": %s}").formatted(epochs(kept, i -> shown.x()[i]), numbers(kept, i -> shown.mean()[i]),
                        spread ? numbers(kept, i -> shown.std()[i]) : "[]",
                        same < place ? Integer.toString(same) : "null",
                        configurations.get(place).isDiverged() || !shown.ends().isEmpty(),
                        configurations.get(place).runs().stream().map(run -> run.metrics().get(metric))
                                .filter(series -> series != null).limit(single)
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
