package gridrun.observed;

import gridrun.observed.Curves.Series;
import gridrun.statistics.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One metric of a configuration, averaged over its seeds.
 *
 * <p>The mean ends where the first of the runs ends, for it would jump there: what follows is the mean of others. From
 * there on each run goes on alone. A run ends with its last finite number.
 *
 * @param x ascending: epochs, time steps, or the places of layers
 * @param mean over all runs; no number where one of them has none, which is a gap in the curve
 * @param std their sample standard deviation, 0 for one run
 * @param singles what each run that goes on has from the mean's end on
 * @param ends the last points of runs that ended because they diverged
 * @param breaks ascending: the curve does not run across these places
 * @param measured how many numbers the runs have, finite or not
 * @param unseen how many of these are not finite and not told by an end
 */
public record MeanCurve(double[] x, double[] mean, double[] std, List<Single> singles, List<Point> ends,
        double[] breaks,
        int measured, int unseen) {

    /**
     * One run's points.
     *
     * @param x ascending
     * @param y finite or not
     */
    public record Single(double[] x, double[] y) {

        /** Without what follows the last finite number. */
        private Single finite() {
            int length = y.length;
            while (length > 0 && !Double.isFinite(y[length - 1])) {
                length--;
            }
            return new Single(Arrays.copyOf(x, length), Arrays.copyOf(y, length));
        }

        private double end() {
            return x.length == 0 ? Double.NEGATIVE_INFINITY : x[x.length - 1];
        }

        private Single from(double place) {
            int first = 0;
            while (x[first] < place) {
                first++;
            }
            return new Single(Arrays.copyOfRange(x, first, x.length), Arrays.copyOfRange(y, first, y.length));
        }

        private int notFinite() {
            int count = 0;
            for (double value : y) {
                count += Double.isFinite(value) ? 0 : 1;
            }
            return count;
        }
    }

    /** A run's last point. */
    public record Point(double x, double y) {
    }

    /**
     * A metric of runs by epoch; those that do not have it are left out. One whose last numbers are not finite has
     * diverged, and if so many as are not finite are the last ones, its end tells it.
     */
    public static MeanCurve of(String metric, List<Curves> runs) {
        List<Single> all = runs.stream().map(run -> run.metrics().get(metric)).filter(series -> series != null)
                .map(MeanCurve::single).toList();
        MeanCurve curve = of(all, new double[0]);
        List<Point> ends = new ArrayList<>();
        int told = 0;
        for (Single run : all) {
            Single finite = run.finite();
            if (finite.x.length > 0 && finite.x.length < run.x.length) {
                ends.add(last(finite.x, finite.y));
                told += run.x.length - finite.x.length;
            }
        }
        return new MeanCurve(curve.x, curve.mean, curve.std, curve.singles, ends, curve.breaks, curve.measured,
                curve.unseen - told);
    }

    private static Single single(Series series) {
        return new Single(IntStream.of(series.epochs()).asDoubleStream().toArray(), series.values());
    }

    /** The mean of those runs that have any numbers; they break at the same places. */
    public static MeanCurve of(List<Single> all, double[] breaks) {
        List<Single> runs = all.stream().filter(run -> run.x.length > 0).toList();
        List<Single> finite = runs.stream().map(Single::finite).toList();
        double end = finite.stream().mapToDouble(Single::end).min().orElse(Double.NEGATIVE_INFINITY);
        TreeMap<Double, List<Double>> values = new TreeMap<>();
        for (Single run : finite) {
            for (int i = 0; i < run.x.length && run.x[i] <= end; i++) {
                values.computeIfAbsent(run.x[i], place -> new ArrayList<>()).add(run.y[i]);
            }
        }
        double[] x = new double[values.size()], mean = new double[x.length], std = new double[x.length];
        int i = 0;
        for (Map.Entry<Double, List<Double>> at : values.entrySet()) {
            Statistic statistic = statistic(at.getValue(), runs.size());
            x[i] = at.getKey();
            mean[i] = statistic.mean();
            std[i++] = statistic.n() < 2 ? 0 : statistic.std();
        }
        return new MeanCurve(x, mean, std,
                finite.stream().filter(run -> run.end() > end).map(run -> run.from(end)).toList(), List.of(), breaks,
                runs.stream().mapToInt(run -> run.x.length).sum(), runs.stream().mapToInt(Single::notFinite).sum());
    }

    /** That of all runs; of none where one of them has no finite number. */
    private static Statistic statistic(List<Double> values, int runs) {
        double[] numbers = new double[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values.get(i);
        }
        Statistic statistic = Statistic.of(numbers);
        return statistic.n() < runs ? Statistic.of() : statistic;
    }

    /**
     * The same, of runs that diverged where they end, whatever numbers they have; how these differ is of no interest.
     */
    public MeanCurve diverged() {
        List<Point> last = new ArrayList<>(singles.stream().map(single -> last(single.x, single.y)).toList());
        if (x.length > 0 && Double.isFinite(mean[x.length - 1])) {
            last.add(last(x, mean));
        }
        return new MeanCurve(x, mean, new double[std.length], singles, last, breaks, measured, unseen);
    }

    /** The same, of which nobody asks how the runs differ. */
    public MeanCurve withoutBand() {
        return new MeanCurve(x, mean, new double[std.length], singles, ends, breaks, measured, unseen);
    }

    /** What follows a place. */
    public MeanCurve after(double place) {
        int from = (int) DoubleStream.of(x).filter(each -> each <= place).count();
        return new MeanCurve(Arrays.copyOfRange(x, from, x.length), Arrays.copyOfRange(mean, from, x.length),
                Arrays.copyOfRange(std, from, x.length), singles, ends, breaks, measured, unseen);
    }

    private static Point last(double[] x, double[] y) {
        return new Point(x[x.length - 1], y[y.length - 1]);
    }

    boolean hasBand() {
        for (double deviation : std) {
            if (deviation > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is nothing to be drawn. */
    public boolean isEmpty() {
        return DoubleStream.of(mean).noneMatch(Double::isFinite) && singles.isEmpty();
    }

    /** Whether it lies upon the other to the last bit. */
    public boolean isSameAs(MeanCurve other) {
        return Arrays.equals(x, other.x) && Arrays.equals(mean, other.mean) && Arrays.equals(std, other.std)
                && singles.size() == other.singles.size()
                && IntStream.range(0, singles.size())
                        .allMatch(i -> Arrays.equals(singles.get(i).x, other.singles.get(i).x)
                                && Arrays.equals(singles.get(i).y, other.singles.get(i).y));
    }

    /** The place of the first of some curves that is the same as the one at a place, which may be that itself. */
    public static int original(List<MeanCurve> curves, int place) {
        return IntStream.range(0, place).filter(i -> curves.get(i).isSameAs(curves.get(place))).findFirst()
                .orElse(place);
    }

    // Identity, not content: a record's equality over arrays would mislead.

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
