package gridrun.execute;

import gridrun.report.Curves;
import gridrun.report.Objective;
import gridrun.train.Goal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The metrics of a run's epochs so far, and the figures that sum them up. */
final class History {

    private final Objective objective;
    private final List<Map<String, Double>> epochs = new ArrayList<>();

    History(Objective objective) {
        this.objective = objective;
    }

    void add(Map<String, Double> metrics) {
        epochs.add(metrics);
    }

    /** The epoch, from 1, at which the objective is best, the first of several; empty if it never is a number. */
    OptionalInt bestEpoch() {
        Goal goal = objective.maximize() ? Goal.MAXIMIZE : Goal.MINIMIZE;
        double best = Double.NaN;
        int bestEpoch = 0;
        for (int i = 0; i < epochs.size(); i++) {
            Double value = epochs.get(i).get(objective.metric());
            if (value != null && Double.isFinite(value) && goal.better(value, best)) {
                best = value;
                bestEpoch = i + 1;
            }
        }
        return bestEpoch == 0 ? OptionalInt.empty() : OptionalInt.of(bestEpoch);
    }

    /** The figures of merit at an epoch, each behind a prefix: {@code best.val_loss}. */
    Map<String, Double> summary(String prefix, int epoch) {
        Map<String, Double> summary = new LinkedHashMap<>();
        epochs.get(epoch - 1).forEach((name, value) -> {
            if (isFigureOfMerit(name)) {
                summary.put(prefix + name, value);
            }
        });
        return summary;
    }

    private static boolean isFigureOfMerit(String metric) {
        return !metric.equals("learning_rate") && !metric.startsWith("gradient_norm") && !metric.contains("/");
    }

    /** All epochs as curves, one a metric. */
    Curves curves() {
        Map<String, Curves.Series> series = new LinkedHashMap<>();
        for (Map<String, Double> epoch : epochs) {
            for (String name : epoch.keySet()) {
                series.computeIfAbsent(name, this::series);
            }
        }
        return new Curves(series);
    }

    private Curves.Series series(String name) {
        int[] at = IntStream.rangeClosed(1, epochs.size())
                .filter(epoch -> epochs.get(epoch - 1).containsKey(name)).toArray();
        double[] values = Arrays.stream(at).mapToDouble(epoch -> epochs.get(epoch - 1).get(name)).toArray();
        return new Curves.Series(at, values);
    }
}
