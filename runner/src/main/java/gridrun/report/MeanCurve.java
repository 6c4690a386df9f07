package gridrun.report;

import gridrun.report.Curves.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One metric of a configuration, averaged over its seeds.
 *
 * <p>The curve ends where fewer than half of the runs go on: the mean of the few that early stopping spared would jump.
 * Values that are no finite numbers are left out.
 *
 * @param x ascending: epochs, time steps, or the places of layers
 * @param mean over the runs that have a value there
 * @param std their sample standard deviation, 0 for one run
 */
record MeanCurve(double[] x, double[] mean, double[] std) {

    static MeanCurve of(String metric, List<Curves> runs) {
        TreeMap<Integer, List<Double>> values = new TreeMap<>();
        for (Curves run : runs) {
            Series series = run.metrics().getOrDefault(metric, new Series(new int[0], new double[0]));
            for (int i = 0; i < series.size(); i++) {
                if (Double.isFinite(series.values()[i])) {
                    values.computeIfAbsent(series.epochs()[i], epoch -> new ArrayList<>()).add(series.values()[i]);
                }
            }
        }
        int most = values.values().stream().mapToInt(List::size).max().orElse(0);
        values.values().removeIf(reached -> reached.size() * 2 < most);
        return of(values.keySet().stream().mapToDouble(Integer::doubleValue).toArray(), values.values().stream()
                .map(reached -> reached.stream().mapToDouble(Double::doubleValue).toArray()).toList());
    }

    /** The means of values at ascending places, without those places that have no finite value. */
    static MeanCurve of(double[] places, List<double[]> values) {
        List<Statistic> statistics = values.stream().map(Statistic::of).toList();
        return new MeanCurve(places, statistics.stream().mapToDouble(Statistic::mean).toArray(),
                statistics.stream().mapToDouble(s -> s.n() < 2 ? 0 : s.std()).toArray())
                .where(Double::isFinite);
    }

    /** The curve without the places whose mean is 0 or below, which a logarithmic axis cannot show. */
    MeanCurve above0() {
        return where(value -> value > 0);
    }

    private MeanCurve where(DoublePredicate holds) {
        int[] kept = IntStream.range(0, mean.length).filter(i -> holds.test(mean[i])).toArray();
        return new MeanCurve(IntStream.of(kept).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> mean[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> std[i]).toArray());
    }

    boolean hasBand() {
        return DoubleStream.of(std).anyMatch(deviation -> deviation > 0);
    }

    boolean isEmpty() {
        return x.length == 0;
    }
}
