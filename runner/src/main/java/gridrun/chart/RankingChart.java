package gridrun.chart;

import gridrun.comparison.Pairing;
import gridrun.comparison.Unit;
import gridrun.report.Figures;
import gridrun.report.Labels;
import gridrun.report.LegendTexts;
import gridrun.report.Ranking;
import gridrun.report.Ranking.Row;
import gridrun.statistics.MeanInterval;
import gridrun.store.Repeats;
import gridrun.store.Repetition;
import gridrun.store.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a table ranks: a row a configuration, best first, with a dot for each run and the mean with its interval. Lines
 * through the runs of a seed that go side by side say that the spread is the seeds', which all configurations share.
 */
public final class RankingChart {

    private static final int MOST_ROWS = 30;
    /** A row of more is a bar of ink, which says no more and takes a hundred bytes a dot. */
    private static final int MOST_DOTS = 300;
    private static final int MOST_TICKS = 7;
    /** Beside the outermost dots, of the axis. */
    private static final double MARGIN = 0.03;
    /** Of intervals beyond all runs, as a share of how far these are apart: two seeds' would squeeze the rest. */
    private static final double REACH = 0.5;
    /** Between the middles of dots one above the other, and between the first and the last, in heights of a row. */
    private static final double FARTHEST_IN_STACK = 0.17;
    private static final double MOST_OF_ROW = 0.46;

    /**
     * A configuration.
     *
     * @param name what the legend says of it
     * @param full the same with the names of the settings
     * @param look null where there are too many to be told apart by it
     */
    public record Line(String name, String full, Look look, List<Dot> runs, double mean,
            Optional<MeanInterval> interval) {
    }

    /**
     * A completed run.
     *
     * @param common what a run of the same seed, and fold, must have in common with it to be its pair
     * @param value its figure
     * @param below the middle of the row, in heights of a row: runs of one figure are stacked, so that one sees how
     *     many there are
     */
    public record Dot(Repetition repeat, List<Object> common, double value, double below) {

        /**
         * The same in a stack.
         *
         * @param place its place there, from 0
         * @param height how many stand there
         */
        private Dot stacked(int place, int height) {
            double step = Math.min(FARTHEST_IN_STACK, MOST_OF_ROW / Math.max(1, height - 1));
            return new Dot(repeat, common, value, (place - (height - 1) / 2.0) * step);
        }
    }

    /** A place: how far down, in heights of a row from the middle of the first, and what is there. */
    public record Place(double line, double value) {
    }

    private final Ranking ranking;
    private final List<Row> rows;
    private final String head;
    private final List<Line> lines;
    private final boolean isLog;
    private final double low;
    private final double high;
    private final boolean cutsIntervals;

    public RankingChart(Ranking ranking) {
        this.ranking = ranking;
        this.rows = ranking.rows().stream().filter(row -> !row.figure().isEmpty()).limit(MOST_ROWS).toList();
        List<Map<String, String>> swept = rows.stream().map(Row::swept).toList();
        List<String> full = Labels.of(swept);
        LegendTexts names = LegendTexts.of(full, swept);
        List<Look> looks = rows.size() <= Looks.MOST_LINES ? Looks.of(swept) : List.of();
        this.head = names.head();
        this.lines = IntStream.range(0, rows.size()).mapToObj(i -> new Line(names.entries().get(i), full.get(i),
                looks.isEmpty() ? null : looks.get(i), dots(rows.get(i)), rows.get(i).figure().mean(),
                rows.get(i).interval(metric(), ranking.objective().terms()))).toList();
        double[] runs = lines.stream().flatMap(line -> line.runs.stream()).mapToDouble(Dot::value).toArray();
        this.isLog = DoubleStream.of(runs).allMatch(value -> value > 0)
                && LogScale.serves(ranking.objective().metric(), runs);
        double[] intervals = lines.stream().flatMap(line -> line.interval.stream())
                .flatMapToDouble(interval -> DoubleStream.of(interval.low(), interval.high())).toArray();
        double lowest = DoubleStream.of(runs).min().orElse(0);
        double highest = DoubleStream.of(runs).max().orElse(1);
        double reach = isLog ? 0 : highest > lowest ? REACH * (highest - lowest) : Double.POSITIVE_INFINITY;
        double least = Math.max(lowest - reach, Math.min(lowest, DoubleStream.of(intervals).min().orElse(lowest)));
        double most = Math.min(highest + reach, Math.max(highest, DoubleStream.of(intervals).max().orElse(highest)));
        Bounds ends = isLog ? withRoom(least, most)
                : Bounds.of(ranking.objective().metric()).axis(least, most, MARGIN);
        this.low = ends.low();
        this.high = ends.high();
        this.cutsIntervals = DoubleStream.of(intervals).anyMatch(end -> end < low || end > high);
    }

    private static Bounds withRoom(double least, double most) {
        double factor = StrictMath.pow(most / least, MARGIN);
        return new Bounds(least / factor, most * factor);
    }

    private String metric() {
        return ranking.objective().ranked().name();
    }

    private List<Dot> dots(Row row) {
        Pairing pairing = ranking.objective().terms().pairing();
        Unit unit = Unit.of(ranking.objective().ranked(), row.runs().get(0).params());
        List<Dot> dots = row.runs().stream().filter(Run::isCompleted)
                .flatMap(run -> Optional.ofNullable(run.summary().get(metric())).filter(Double::isFinite)
                        .map(value -> new Dot(run.repeat(), List.of(pairing.data(run), unit),
                                value, 0))
                        .stream())
                .toList();
        dots = dots.size() <= MOST_DOTS ? dots : thinned(dots);
        Map<Double, Integer> stacks = new HashMap<>();
        dots.forEach(dot -> stacks.merge(dot.value, 1, Integer::sum));
        Map<Double, Integer> stacked = new HashMap<>();
        return dots.stream().map(dot -> dot.stacked(stacked.merge(dot.value, 1, Integer::sum) - 1,
                stacks.get(dot.value))).toList();
    }

    /** Evenly from the lowest to the highest. */
    private static List<Dot> thinned(List<Dot> dots) {
        List<Dot> sorted = dots.stream().sorted(Comparator.comparingDouble(Dot::value)).toList();
        return IntStream.range(0, MOST_DOTS)
                .mapToObj(i -> sorted.get((int) ((long) i * (sorted.size() - 1) / (MOST_DOTS - 1)))).toList();
    }

    private boolean isRepeated() {
        return rows.stream().anyMatch(row -> row.figure().n() > 1);
    }

    private boolean isThinned() {
        return rows.stream().anyMatch(row -> row.figure().n() > MOST_DOTS);
    }

    /** What the names have in common, such as the axes; null for nothing. */
    public String head() {
        return head;
    }

    /** From the top down. */
    public List<Line> lines() {
        return lines;
    }

    /** What is shown and how. */
    public String note() {
        String what = "best first; a dot is a run"
                + (isThinned() ? ", of more than %d evenly from the lowest to the highest".formatted(MOST_DOTS) : "");
        if (isRepeated()) {
            Repeats repeats = Repeats.of(rows.stream().flatMap(row -> row.runs().stream()).toList());
            what += isThinned() || rows.size() == 1 ? "" : ", a thin line joins the runs of a " + repeats.one();
            what += ", a bar is the mean's %s interval".formatted(ranking.objective().terms().percent());
            what += cutsIntervals ? "; some reach beyond the edge" : "";
        }
        int more = ranking.rows().size() - rows.size();
        return more == 0 ? what : what + "; the table has %s more".formatted(Figures.counted(more, "configuration"));
    }

    /** The axis in words. */
    public String axis() {
        return Words.of(ranking.objective().ranked()) + (isLog ? ", log scale" : "");
    }

    /** Round places along the axis. */
    public List<Double> ticks() {
        return isLog ? LogScale.ticks(low, high)
                : DoubleStream.of(Ticks.of(low, high, MOST_TICKS)).boxed().toList();
    }

    /** Where on the axis a value is, from 0 at its left end to 1. */
    public double share(double value) {
        double inside = Math.max(low, Math.min(high, value)); // on a logarithmic axis an interval may reach beyond
        return isLog ? StrictMath.log(inside / low) / StrictMath.log(high / low) : (inside - low) / (high - low);
    }

    /**
     * The lines through runs that are pairs, from row to row; none where dots are left out, or where all runs are of
     * one seed.
     */
    public List<List<Place>> repeats() {
        if (isThinned() || !isRepeated()) {
            return List.of();
        }
        Map<List<Object>, List<Place>> places = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            for (Dot dot : lines.get(i).runs) {
                places.computeIfAbsent(List.of(dot.repeat, dot.common), pair -> new ArrayList<>())
                        .add(new Place(i + dot.below, dot.value));
            }
        }
        return List.copyOf(places.values());
    }
}
