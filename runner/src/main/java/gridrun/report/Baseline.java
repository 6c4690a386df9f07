package gridrun.report;

import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the same answer to every example comes to, which a network must beat: the training part's most frequent class,
 * or the mean of its targets.
 *
 * @param runs whose data it is about; runs of one seed that share their data count once
 */
record Baseline(List<RunResult> runs) {

    private static final String PREFIX = "baseline.";

    /** What is always answered; null where the runs do not tell. */
    String label() {
        Set<String> known = new LinkedHashSet<>();
        runs.forEach(run -> known.addAll(run.metrics().keySet()));
        if (known.stream().noneMatch(metric -> metric.startsWith(PREFIX))) {
            return null;
        }
        return known.contains(PREFIX + "accuracy") ? "most frequent class" : "always the mean";
    }

    /** Its value over the seeds. */
    Optional<Statistic> of(Quantity figure) {
        record One(long seed, double value) {
        }
        String metric = PREFIX + (figure.moment() == Moment.TEST ? figure.name() : figure.metric());
        Set<One> ones = new LinkedHashSet<>();
        runs.stream().filter(run -> run.metrics().containsKey(metric))
                .forEach(run -> ones.add(new One(run.seed(), run.metrics().get(metric))));
        return ones.isEmpty() ? Optional.empty()
                : Optional.of(Statistic.of(ones.stream().mapToDouble(One::value).toArray()));
    }
}
