package gridrun.plot;

import gridrun.chart.Bounds;
import gridrun.chart.LogScale;
import gridrun.observed.MeanCurve;
import gridrun.plot.Picture.Line;
import gridrun.plot.Picture.Panel;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The vertical axis of a panel: it holds what is drawn, and no more than the metric can be.
 *
 * @param isLog whether it is logarithmic
 * @param low its lower end
 * @param high its upper end, above the lower one
 * @param zero where a logarithmic axis shows what is 0; no number where nothing is
 */
record Scale(boolean isLog, double low, double high, double zero) {

    /** The room above and below, as a share of what is shown. */
    private static final double MARGIN = 0.05;
    /** Beyond these a span or a ratio would be no number. */
    private static final double LARGEST = 1e130;
    private static final double SMALLEST = 1e-130;
    /** Places of which the first may be left out. */
    private static final int LEAST_PLACES = 4;
    /** It squeezes the rest where that takes no more than this of the axis. */
    private static final double MOST_OF_SQUEEZED = 0.4;
    /** On a logarithmic axis a band that reaches far down, perhaps to 0, ends at this share of its mean. */
    private static final double LOWEST_SHARE = 0.2;
    /** Of the smallest of the peaks of learning rates, from which on a logarithmic axis shows them. */
    private static final double LEAST_OF_PEAK = 1e-3;

    /** Where most of what there is to be seen would be squeezed by the first place, that need not be seen. */
    static Scale of(Panel panel) {
        List<Line> lines = panel.settingAxis();
        Scale whole = of(panel.metric(), lines);
        double[] places = lines.stream().flatMapToDouble(line -> DoubleStream.of(line.curve().x())).distinct().sorted()
                .toArray();
        if (!panel.mayLeaveFirst() || places.length < LEAST_PLACES) {
            return whole;
        }
        Scale later = of(panel.metric(), lines.stream().map(line -> line.after(places[0])).toList());
        return later.shareOf(whole) <= MOST_OF_SQUEEZED ? later : whole;
    }

    private static Scale of(String metric, List<Line> lines) {
        double[] values = values(lines);
        if (metric.equals(Plots.RATE)) {
            return ofRates(lines, values);
        }
        return LogScale.serves(metric, values) ? log(metric, lines, values, SMALLEST) : linear(metric, lines, values);
    }

    /** Rates of several sizes are side by side; what has come down to next to nothing need not be seen. */
    private static Scale ofRates(List<Line> lines, double[] rates) {
        double[] peaks = lines.stream().map(line -> DoubleStream.of(line.curve().mean()).filter(Double::isFinite).max())
                .flatMapToDouble(OptionalDouble::stream).toArray();
        if (!LogScale.servesPeaks(peaks)) {
            return linear(Plots.RATE, lines, rates);
        }
        double least = LEAST_OF_PEAK * Arrays.stream(peaks).min().orElseThrow();
        return log(Plots.RATE, lines, Arrays.stream(rates).filter(rate -> rate > 0).toArray(), least);
    }

    /** The share of another axis that this one takes. */
    private double shareOf(Scale other) {
        return other.isLog && low > 0 ? StrictMath.log(high / low) / StrictMath.log(other.high / other.low)
                : (high - low) / (other.high - other.low);
    }

    /** What is to be seen: where runs came to their end, those that diverged need not be seen wherever they went. */
    private static double[] values(List<Line> lines) {
        double[] sound = lines.stream().filter(Line::isSound).flatMapToDouble(Scale::values).toArray();
        return sound.length > 0 ? sound : lines.stream().flatMapToDouble(Scale::values).toArray();
    }

    private static DoubleStream values(Line line) {
        return Stream.of(DoubleStream.of(line.curve().mean()),
                line.curve().singles().stream().flatMapToDouble(single -> DoubleStream.of(single.y())),
                line.figure() == null ? DoubleStream.empty() : DoubleStream.of(line.figure()))
                .flatMapToDouble(values -> values).filter(Double::isFinite);
    }

    private static DoubleStream lows(String metric, List<Line> lines, boolean log) {
        Bounds bounds = Bounds.of(metric);
        return edges(lines, (curve, i) -> lowerEdge(log, bounds, curve.mean()[i], curve.std()[i]));
    }

    private static DoubleStream highs(String metric, List<Line> lines) {
        Bounds bounds = Bounds.of(metric);
        return edges(lines, (curve, i) -> bounds.high(curve.mean()[i], curve.std()[i]));
    }

    private static DoubleStream edges(List<Line> lines, ToDoubleBiFunction<MeanCurve, Integer> edge) {
        return lines.stream().filter(Line::isSound).map(Line::curve)
                .flatMapToDouble(curve -> IntStream.range(0, curve.mean().length)
                        .mapToDouble(i -> edge.applyAsDouble(curve, i)))
                .filter(Double::isFinite);
    }

    private static double lowerEdge(boolean log, Bounds bounds, double mean, double std) {
        double edge = bounds.low(mean, std);
        return log && mean > 0 ? Math.max(edge, LOWEST_SHARE * mean) : edge;
    }

    /** The lower edge of a band as it is drawn. */
    double lowerEdge(Bounds bounds, double mean, double std) {
        return lowerEdge(isLog, bounds, mean, std);
    }

    /** Whether a band of the panel reaches further down than it is drawn. */
    boolean cutsBands(Panel panel) {
        Bounds bounds = Bounds.of(panel.metric());
        return edges(panel.lines(), (curve, i) -> lowerEdge(bounds, curve.mean()[i], curve.std()[i])
                - bounds.low(curve.mean()[i], curve.std()[i])).anyMatch(cut -> cut > 0);
    }

    private static Scale linear(String metric, List<Line> lines, double[] values) {
        double low = within(DoubleStream.concat(DoubleStream.of(values), lows(metric, lines, false)).min().orElse(0));
        double high = within(DoubleStream.concat(DoubleStream.of(values), highs(metric, lines)).max().orElse(1));
        Bounds ends = Bounds.of(metric).axis(low, high, MARGIN);
        return new Scale(false, ends.low(), ends.high(), Double.NaN);
    }

    private static double within(double value) {
        return Math.max(-LARGEST, Math.min(LARGEST, value));
    }

    /** @param least an axis begins no lower */
    private static Scale log(String metric, List<Line> lines, double[] values, double least) {
        double[] positive = Arrays.stream(values).filter(value -> value > 0).toArray();
        double low = Math.max(least, DoubleStream.concat(DoubleStream.of(positive),
                lows(metric, lines, true).filter(edge -> edge > 0)).min().orElseThrow());
        double high = Math.min(LARGEST,
                DoubleStream.concat(DoubleStream.of(positive), highs(metric, lines)).max().orElseThrow());
        double margin = StrictMath.pow(high / low, MARGIN);
        boolean hasZero = values.length > positive.length;
        double bottom = low / margin;
        return hasZero ? new Scale(true, bottom / margin / Math.sqrt(margin), high * margin, bottom / margin)
                : new Scale(true, bottom, high * margin, Double.NaN);
    }

    /** Whether a value is 0 and has a place of its own. */
    boolean isZero(double value) {
        return value == 0 && Double.isFinite(zero);
    }

    /** Where a value is drawn: itself, or beyond an edge at a distance that can be drawn. */
    double place(double value) {
        if (isZero(value)) {
            return zero;
        }
        double beyond = isLog ? high / low : high - low;
        return isLog ? Math.max(low / beyond, Math.min(high * beyond, value))
                : Math.max(low - beyond, Math.min(high + beyond, value));
    }

    /** The same, but within the axis. */
    double inside(double value) {
        return isZero(value) ? zero : Math.max(low, Math.min(high, value));
    }

    /** The same for the middle of a sign, all of which is to be seen. */
    double wellInside(double value) {
        if (isLog) {
            double margin = StrictMath.pow(high / low, MARGIN / 2);
            return value <= 0 ? place(value) : Math.max(low * margin, Math.min(high / margin, value));
        }
        double margin = MARGIN / 2 * (high - low);
        return Math.max(low + margin, Math.min(high - margin, value));
    }
}
