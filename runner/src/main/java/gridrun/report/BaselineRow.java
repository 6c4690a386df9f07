package gridrun.report;

import gridrun.comparison.Candidate;
import gridrun.comparison.Terms;
import gridrun.metric.Accuracy;
import gridrun.metric.MeanLoss;
import gridrun.metric.Metric;
import gridrun.metric.Metric.Basis;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.metric.Vocabulary;
import gridrun.statistics.MeanInterval;
import gridrun.statistics.Statistic;
import gridrun.store.Repetition;
import gridrun.store.Run;
import gridrun.train.Baseline;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the same answer to every example comes to, which a network must beat: the training part's most frequent class,
 * for a loss the frequencies of all its classes, or the mean of its targets.
 *
 * @param runs whose data it is about; runs of one seed, and fold, that share their data count once
 * @param isOther whether one of the configurations is called the baseline
 */
record BaselineRow(List<Run> runs, boolean isOther) {

    private static final String PREFIX = Baseline.PREFIX;

    /** What its row is called; null where the runs do not tell it. */
    String label() {
        return has(MeanLoss.NAME) && isOne() ? name() : null;
    }

    private String name() {
        return isOther ? "constant answer" : "baseline";
    }

    /** Where the data vary there are several, and none is every configuration's. */
    private boolean isOne() {
        return runs.stream().filter(run -> run.summary().containsKey(PREFIX + MeanLoss.NAME))
                .collect(Collectors.groupingBy(Run::repeat, Collectors.mapping(
                        run -> run.summary().get(PREFIX + MeanLoss.NAME), Collectors.toSet())))
                .values().stream().allMatch(values -> values.size() == 1);
    }

    /**
     * What is always answered; empty where the runs do not tell it.
     *
     * @param metric what the table shows
     */
    Optional<String> note(String metric) {
        if (!has(MeanLoss.NAME)) {
            return Optional.empty();
        }
        String answer = switch (Vocabulary.named(metric).map(Metric::basis).orElse(Basis.LOSS)) {
            case VALUES -> "mean";
            case CLASSES -> "most frequent class";
            case SCORES -> "frequencies of classes";
            case LOSS -> has(new Accuracy().name()) ? "frequencies of classes" : "mean";
        };
        return Optional.of(isOne() ? name() + ": always the training part's " + answer
                : "the data vary, and the " + name() + " with them: baseline.* of each run, in --format csv");
    }

    private boolean has(String metric) {
        return runs.stream().anyMatch(run -> run.summary().containsKey(PREFIX + metric));
    }

    /** Its value over the seeds. */
    Optional<Statistic> of(Quantity figure) {
        return values(figure).map(Statistic::of);
    }

    /** Where the mean of that is. */
    Optional<MeanInterval> interval(Quantity figure, Terms terms) {
        return values(figure)
                .flatMap(values -> terms.interval(figure.name(), values, Candidate.overlap(runs)));
    }

    private Optional<double[]> values(Quantity figure) {
        record One(Repetition repeat, double value) {
        }
        String metric = PREFIX + (figure.moment() == Moment.TEST ? figure.name() : figure.metric());
        Set<One> ones = new LinkedHashSet<>();
        runs.stream().filter(run -> run.summary().containsKey(metric))
                .forEach(run -> ones.add(new One(run.repeat(), run.summary().get(metric))));
        return ones.isEmpty() || !isOne() ? Optional.empty()
                : Optional.of(ones.stream().mapToDouble(One::value).toArray());
    }
}
