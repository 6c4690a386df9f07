package gridrun.plot;

import gridrun.chart.Bounds;
import gridrun.observed.MeanCurve;
import gridrun.observed.MeanCurve.Point;
import gridrun.observed.MeanCurve.Single;
import gridrun.plot.Picture.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What is drawn of a line in one go: a stretch without a gap, within reach of the axis.
 *
 * @param line its place in the panel
 * @param kind how it is drawn
 * @param x ascending
 * @param y as the axis shows it
 * @param low the lower edge of the band, y where there is none
 * @param high the upper edge
 */
record Trace(int line, Kind kind, double[] x, double[] y, double[] low, double[] high) {

    /** How a stretch is drawn; the first of these are above the others. */
    enum Kind {
        /** The last finite number of a run, as a cross. */
        END,
        /** What a table ranks, as a triangle at the right. */
        FIGURE,
        /** The mean, as a line. */
        MEAN,
        /** A run alone, as a thin line. */
        SINGLE
    }

    /** The traces of a panel's lines, from the top down. */
    static List<Trace> of(Panel panel, Scale scale) {
        Bounds bounds = Bounds.of(panel.metric());
        List<Trace> traces = new ArrayList<>();
        double right =
                panel.lines().stream().flatMapToDouble(line -> DoubleStream.of(line.curve().x())).max().orElse(0);
        for (int line = 0; line < panel.lines().size(); line++) {
            MeanCurve curve = panel.lines().get(line).curve();
            double[] low = new double[curve.mean().length];
            double[] high = new double[curve.mean().length];
            for (int i = 0; i < low.length; i++) {
                low[i] = scale.lowerEdge(bounds, curve.mean()[i], curve.std()[i]);
                high[i] = bounds.high(curve.mean()[i], curve.std()[i]);
            }
            add(traces, scale, curve.breaks(), new Trace(line, Kind.MEAN, curve.x(), curve.mean(), low, high));
            for (Single single : curve.singles()) {
                double[] y = single.y();
                add(traces, scale, curve.breaks(), new Trace(line, Kind.SINGLE, single.x(), y, y, y));
            }
            for (Point end : curve.ends()) {
                double[] y = {scale.wellInside(end.y())};
                traces.add(new Trace(line, Kind.END, new double[] {end.x()}, y, y, y));
            }
        }
        for (int line = 0; line < panel.lines().size(); line++) {
            Double figure = panel.lines().get(line).figure();
            if (figure != null && Double.isFinite(figure)) {
                double[] y = {scale.wellInside(figure)};
                traces.add(new Trace(line, Kind.FIGURE, new double[] {right}, y, y, y));
            }
        }
        traces.sort(Comparator.comparing(Trace::kind)); // lines of one kind stay in order
        return traces;
    }

    /**
     * Adds the stretches between gaps. On a logarithmic axis those at 0 are on their own: there is no way down to it.
     */
    private static void add(List<Trace> traces, Scale scale, double[] breaks, Trace whole) {
        int from = 0;
        for (int i = 0; i <= whole.y.length; i++) {
            boolean isEnd = i == whole.y.length || !Double.isFinite(whole.y[i]);
            if (isEnd || i > from && (whole.isBroken(i, breaks) || whole.leavesZero(i, scale))) {
                if (i > from) {
                    traces.add(whole.part(from, i, scale));
                }
                from = isEnd ? i + 1 : i;
            }
        }
    }

    private boolean leavesZero(int before, Scale scale) {
        return scale.isZero(y[before]) != scale.isZero(y[before - 1]);
    }

    private boolean isBroken(int before, double[] breaks) {
        return Arrays.stream(breaks).anyMatch(place -> place > x[before - 1] && place < x[before]);
    }

    private Trace part(int from, int to, Scale scale) {
        double[] placed = Arrays.stream(y, from, to).map(scale::place).toArray();
        return new Trace(line, kind, Arrays.copyOfRange(x, from, to), placed,
                edge(low, from, placed, scale), edge(high, from, placed, scale));
    }

    /** An edge of a band that does not reach beyond the axis. */
    private double[] edge(double[] edge, int from, double[] placed, Scale scale) {
        return IntStream.range(0, placed.length)
                .mapToDouble(i -> edge[from + i] == y[from + i] ? placed[i] : scale.inside(edge[from + i])).toArray();
    }

    /** Whether it lies upon the other. */
    boolean isUpon(Trace other) {
        return kind == other.kind && Arrays.equals(x, other.x) && Arrays.equals(y, other.y);
    }

    /** Whether it is a band of one place. */
    boolean isBar() {
        return kind == Kind.MEAN && x.length == 1 && hasBand();
    }

    boolean hasBand() {
        return !Arrays.equals(low, high);
    }
}
