package gridrun.plot;

import gridrun.chart.Look;
import gridrun.chart.Looks;
import gridrun.chart.Looks.Factor;
import gridrun.observed.MeanCurve;
import gridrun.plot.Picture.Line;
import gridrun.plot.Picture.Panel;
import gridrun.report.Compared;
import gridrun.report.LegendTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How configurations share panels, so that they can be told apart: few as lines in bands, some as lines, more in a
 * panel for each value of an axis, and where there is no such axis the best and the worst before the rest in grey.
 *
 * @param panels the configurations of each panel, those with the same look at the same place
 * @param headings what each panel's configurations have in common; null for a panel of all
 * @param looks of the configurations of a panel
 * @param legend what is said of them
 * @param what of the configurations is shown, in words; null for all of them
 * @param <T> what is shown of a run
 */
record Comparison<T>(List<List<Compared<T>>> panels, List<String> headings, List<Look> looks, LegendTexts legend,
        String what) {

    /** Bands in one panel, of which one still sees which is whose. */
    static final int MOST_BANDS = 4;
    private static final int MOST_PANELS = 4;
    private static final int BEST = 4;
    private static final int WORST = 2;
    /** Lines in grey; more would cost time and show nothing. */
    private static final int MOST_IN_GREY = 200;

    /**
     * Divides configurations.
     *
     * @param configurations best first
     * @param divides whether there is room for a panel for each value of an axis
     */
    static <T> Comparison<T> of(List<Compared<T>> configurations, boolean divides) {
        if (configurations.size() <= Looks.MOST_LINES) {
            return new Comparison<>(List.of(configurations), Collections.singletonList(null),
                    Looks.of(swept(configurations)), legend(configurations), null);
        }
        Factor factor = divides ? divisor(swept(configurations)) : null;
        return factor == null ? bestAndWorst(configurations) : divided(configurations, factor);
    }

    private static <T> List<Map<String, String>> swept(List<Compared<T>> configurations) {
        return configurations.stream().map(Compared::swept).toList();
    }

    private static <T> LegendTexts legend(List<Compared<T>> configurations) {
        return LegendTexts.of(configurations.stream().map(Compared::label).toList(), swept(configurations));
    }

    /** The factor with the fewest levels by which the others fall into panels that are alike. */
    private static Factor divisor(List<Map<String, String>> swept) {
        return Looks.factors(swept).stream().filter(factor -> factor.count() <= MOST_PANELS
                && factor.count() * Looks.MOST_LINES >= swept.size() && isCrossed(swept, factor))
                .min(Comparator.comparingInt(Factor::count)).orElse(null);
    }

    /** Whether every level has the same combinations of all the rest. */
    private static boolean isCrossed(List<Map<String, String>> swept, Factor factor) {
        List<List<Map<String, String>>> rests = IntStream.range(0, factor.count()).mapToObj(level -> IntStream
                .range(0, swept.size()).filter(i -> factor.levels().get(i) == level)
                .mapToObj(i -> without(swept.get(i), factor)).toList()).toList();
        return rests.stream().allMatch(rest -> rest.size() == rests.get(0).size()
                && rest.containsAll(rests.get(0)) && rest.stream().distinct().count() == rest.size());
    }

    private static Map<String, String> without(Map<String, String> values, Factor factor) {
        Map<String, String> rest = new LinkedHashMap<>(values);
        rest.remove(factor.axis());
        return rest;
    }

    private static <T> Comparison<T> divided(List<Compared<T>> configurations, Factor factor) {
        List<Compared<T>> first = level(configurations, factor, 0);
        List<Map<String, String>> rests = first.stream().map(each -> without(each.swept(), factor)).toList();
        List<List<Compared<T>>> panels = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        for (int level = 0; level < factor.count(); level++) {
            List<Compared<T>> panel = level(configurations, factor, level);
            headings.add(LegendTexts.words(factor.axis()) + " "
                    + LegendTexts.brief(panel.get(0).swept().get(factor.axis())));
            panels.add(rests.stream().map(rest -> panel.stream()
                    .filter(each -> without(each.swept(), factor).equals(rest)).findFirst().orElseThrow()).toList());
        }
        return new Comparison<>(panels, headings, Looks.of(rests),
                LegendTexts.of(first.stream().map(Compared::label).toList(), rests), null);
    }

    private static <T> List<Compared<T>> level(List<Compared<T>> configurations, Factor factor, int level) {
        return IntStream.range(0, configurations.size()).filter(i -> factor.levels().get(i) == level)
                .mapToObj(configurations::get).toList();
    }

    private static <T> Comparison<T> bestAndWorst(List<Compared<T>> configurations) {
        int sound = (int) configurations.stream().filter(each -> !each.isDiverged()).count();
        int worst = Math.max(0, Math.min(WORST, sound - BEST));
        int best = Math.min(Looks.MOST_LINES, BEST + WORST - worst);
        List<Compared<T>> told = Stream.concat(configurations.stream().limit(best),
                configurations.subList(sound - worst, Math.max(sound, worst)).stream()).toList();
        List<Compared<T>> rest = configurations.stream()
                .filter(each -> !told.contains(each) && !each.isDiverged()).limit(MOST_IN_GREY).toList();
        List<Look> looks = new ArrayList<>(IntStream.range(0, told.size()).mapToObj(Look::of).toList());
        rest.forEach(each -> looks.add(Look.REST));
        LegendTexts legend = legend(told);
        List<String> entries = new ArrayList<>(legend.entries());
        rest.forEach(each -> entries.add("the other %,d".formatted(rest.size())));
        int diverged = configurations.size() - sound;
        return new Comparison<>(List.of(Stream.concat(told.stream(), rest.stream()).toList()),
                Collections.singletonList(null), looks, new LegendTexts(legend.head(), entries),
                "of %,d configurations the best %d%s, the rest in grey%s".formatted(configurations.size(), best,
                        worst == 0 ? "" : " and the worst " + worst,
                        diverged == 0 ? "" : " without %,d that diverged".formatted(diverged)));
    }

    /** Whether bands are drawn around the means. */
    boolean hasBands() {
        return looks.size() <= MOST_BANDS;
    }

    /** A panel or several of a metric. */
    List<Panel> of(String metric, Function<Compared<T>, MeanCurve> curve) {
        return of(metric, false, curve);
    }

    /** The same with the figures by which the configurations rank. */
    List<Panel> ranked(String metric, Function<Compared<T>, MeanCurve> curve) {
        return of(metric, true, curve);
    }

    private List<Panel> of(String metric, boolean isRanked, Function<Compared<T>, MeanCurve> curve) {
        List<List<Line>> lines = panels.stream().map(panel -> lines(panel, isRanked, curve)).toList();
        List<Line> all = lines.stream().flatMap(List::stream).toList();
        return IntStream.range(0, panels.size()).mapToObj(i -> new Panel(metric, headings.get(i), lines.get(i),
                panels.size() == 1 ? List.of() : all, null, false)).toList();
    }

    private List<Line> lines(List<Compared<T>> panel, boolean isRanked, Function<Compared<T>, MeanCurve> curve) {
        return IntStream.range(0, panel.size()).mapToObj(i -> new Line(legend.entries().get(i), panel.get(i).remark(),
                looks.get(i), panel.get(i).isDiverged(),
                isRanked && !looks.get(i).isRest() ? panel.get(i).figure() : null,
                hasBands() ? curve.apply(panel.get(i)) : curve.apply(panel.get(i)).withoutBand())).toList();
    }

    /** What is shown and how. */
    String note() {
        String mean = hasBands() ? "mean ± standard deviation over the runs" : "means over the runs";
        return what == null ? mean : what + "; " + mean;
    }
}
