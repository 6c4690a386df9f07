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
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the same answer to every example comes to, which a network must beat: the training part's most frequent class,
 * for a loss the frequencies of all its classes, or the mean of its targets. Runs of one seed, and fold, that share
 * their data count once.
 */
final class BaselineRow {

    private static final String PREFIX = Baseline.PREFIX;

    private final List<Run> runs;
    private final boolean isOther;
    /** Where the data vary there are several, and none is every configuration's. */
    private final boolean isOne;

    /**
     * Of runs.
     *
     * @param runs whose data it is about
     * @param isOther whether one of the configurations is called the baseline
     */
    BaselineRow(List<Run> runs, boolean isOther) {
        this.runs = runs;
        this.isOther = isOther;
        this.isOne = isOne(runs);
    }

    /** What its row is called; null where the runs do not tell it. */
    String label() {
        return has(MeanLoss.NAME) && isOne ? name() : null;
    }

    private String name() {
        return isOther ? "constant answer" : "baseline";
    }

    private static boolean isOne(List<Run> runs) {
        Map<Repetition, Double> first = new HashMap<>();
        Map<Map<String, String>, Set<Repetition>> byData = new LinkedHashMap<>();
        for (Run run : runs) {
            Double loss = run.summary().get(PREFIX + MeanLoss.NAME);
            if (loss != null) {
                if (!first.computeIfAbsent(run.repeat(), repeat -> loss).equals(loss)) {
                    return false;
                }
                byData.computeIfAbsent(data(run), data -> new HashSet<>()).add(run.repeat());
            }
        }
        Set<Repetition> seen = byData.isEmpty() ? Set.of() : byData.values().iterator().next();
        return byData.values().stream().noneMatch(others -> Collections.disjoint(others, seen));
    }

    /** What the data are. Of others that share no seed, or fold, nobody has seen that they come to the same. */
    private static Map<String, String> data(Run run) {
        return run.params().entrySet().stream()
                .filter(param -> param.getKey().equals("data") || param.getKey().startsWith("data."))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
        return Optional.of(isOne ? name() + ": always the training part's " + answer
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
        String metric = PREFIX + (figure.moment() == Moment.TEST ? figure.name() : figure.metric());
        Map<Repetition, Double> ones = new LinkedHashMap<>();
        runs.stream().filter(run -> isOne && run.summary().containsKey(metric))
                .forEach(run -> ones.putIfAbsent(run.repeat(), run.summary().get(metric)));
        return ones.isEmpty() ? Optional.empty()
                : Optional.of(ones.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
