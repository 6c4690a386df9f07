package gridrun.report;

import gridrun.report.Curves.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One metric of a configuration, averaged over its seeds.
 *
 * <p>The curve ends where fewer than half of the runs go on: the mean of the few that early stopping spared would jump.
 * Values that are no finite numbers are left out.
 *
 * @param epochs ascending
 * @param mean over the runs that reached the epoch
 * @param std their sample standard deviation, 0 for one run
 */
record MeanCurve(double[] epochs, double[] mean, double[] std) {

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
        List<Statistic> statistics = values.values().stream()
                .map(reached -> Statistic.of(reached.stream().mapToDouble(Double::doubleValue).toArray()))
                .toList();
        return new MeanCurve(
                values.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
                statistics.stream().mapToDouble(Statistic::mean).toArray(),
                statistics.stream().mapToDouble(s -> s.n() < 2 ? 0 : s.std()).toArray());
    }

    boolean isEmpty() {
        return epochs.length == 0;
    }
}
