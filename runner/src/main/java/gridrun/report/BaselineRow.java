package gridrun.report;

import gridrun.comparison.Resampling;
import gridrun.comparison.Terms;
import gridrun.comparison.Unit;
import gridrun.component.Names;
import gridrun.loss.Hinge;
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
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the same answer to every example comes to, which a network must beat: the training part's most frequent class,
 * for a loss of probabilities the frequencies of all its classes, or the mean of its targets. Runs of one seed, and
 * fold, that share their data count once.
 */
final class BaselineRow {

    private static final String PREFIX = Baseline.PREFIX;
    private static final String HINGE = Names.of(Hinge.class);
    /** Answers that differ by less than this share do so by the rounding of float32, as of targets that are scaled. */
    private static final double ROUNDING = 1e-6;

    private final List<Run> runs;
    private final boolean isOther;
    /** Of its metrics those that are one for all configurations: data may vary, and losses. */
    private final Map<String, Boolean> ones = new HashMap<>();
    /** What these come to over the seeds. */
    private final Map<String, Optional<double[]>> constants = new HashMap<>();
    /** Of their training parts; null until it is asked for. */
    private Double overlap;

    /**
     * Of runs.
     *
     * @param runs whose data it is about
     * @param isOther whether one of the configurations is called the baseline
     */
    BaselineRow(List<Run> runs, boolean isOther) {
        this.runs = runs;
        this.isOther = isOther;
    }

    /** What its row is called; null where it has none of these figures. */
    String label(Collection<Quantity> figures) {
        return figures.stream().anyMatch(figure -> values(figure).isPresent()) ? name() : null;
    }

    private String name() {
        return isOther ? "constant answer" : "baseline";
    }

    private boolean isOne(String metric) {
        return ones.computeIfAbsent(metric, name -> isOne(name, runs));
    }

    private static boolean isOne(String metric, List<Run> runs) {
        double greatest = greatest(metric);
        Map<Repetition, Double> first = new HashMap<>();
        Map<String, Map<String, String>> ofConfiguration = new HashMap<>();
        Map<Map<String, String>, Set<Repetition>> byData = new LinkedHashMap<>();
        for (Run run : runs) {
            Double value = run.summary().get(metric);
            if (value != null) {
                if (!isSame(first.computeIfAbsent(run.repeat(), repeat -> value), value, greatest)) {
                    return false;
                }
                Map<String, String> data = ofConfiguration.computeIfAbsent(run.configId(), id -> data(run));
                byData.computeIfAbsent(data, each -> new HashSet<>()).add(run.repeat());
            }
        }
        Set<Repetition> seen = byData.isEmpty() ? Set.of() : byData.values().iterator().next();
        return byData.values().stream().noneMatch(others -> Collections.disjoint(others, seen));
    }

    private static boolean isSame(double one, double other, double least) {
        return Double.compare(one, other) == 0
                || Math.abs(one - other) <= ROUNDING * Math.max(least, Math.max(Math.abs(one), Math.abs(other)));
    }

    /** What is rounded at least: {@code r2} is what a share lacks of 1, however near to 0 it is. */
    private static double greatest(String metric) {
        return Vocabulary.named(metric.substring(PREFIX.length())).map(Metric::greatest).filter(Double::isFinite)
                .orElse(0.0);
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
     * @param metric what the table ranks by
     * @param figures what it shows
     */
    Optional<String> note(String metric, Collection<Quantity> figures) {
        if (!has(MeanLoss.NAME)) {
            return Optional.empty();
        }
        if (isOne(has(metric) ? PREFIX + metric : PREFIX + MeanLoss.NAME)) {
            String answer = answer(metric);
            Map<String, String> others = figures.stream()
                    .filter(figure -> !answer(figure.metric()).equals(answer) && values(figure).isPresent())
                    .collect(Collectors.groupingBy(figure -> answer(figure.metric()), TreeMap::new,
                            Collectors.mapping(Quantity::name, Collectors.joining(" and "))));
            return Optional.of(name() + ": always the training part's " + answer + others.entrySet().stream()
                    .map(other -> ", for %s the %s".formatted(other.getValue(), other.getKey()))
                    .collect(Collectors.joining()));
        }
        Set<Unit> units = Unit.all(Quantity.of(metric), runs, Run::configId, Run::params);
        return Optional.of((Unit.areOne(units) ? "the data vary, and the %s with them".formatted(name())
                : "the %s is of %s".formatted(name(), Unit.differing(units)))
                + ": baseline.* of each run, in --format csv");
    }

    private String answer(String metric) {
        return switch (Vocabulary.named(metric).map(Metric::basis).orElse(Basis.LOSS)) {
            case VALUES -> "mean";
            case CLASSES -> "most frequent class";
            case SCORES -> "frequencies of classes";
            case LOSS -> !has(new Accuracy().name()) ? "mean"
                    : isOfMargins() ? "most frequent class" : "frequencies of classes";
        };
    }

    /** Whether the loss knows no probabilities, so that the answer names one class. */
    private boolean isOfMargins() {
        return runs.stream().allMatch(run -> HINGE.equals(run.params().get("train.loss")));
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
                .flatMap(values -> terms.interval(figure.name(), values, overlap()));
    }

    private double overlap() {
        if (overlap == null) {
            overlap = Resampling.overlap(runs);
        }
        return overlap;
    }

    private Optional<double[]> values(Quantity figure) {
        return constants.computeIfAbsent(
                PREFIX + (figure.moment() == Moment.TEST ? figure.name() : figure.metric()), this::constant);
    }

    private Optional<double[]> constant(String metric) {
        Map<Repetition, Double> values = new LinkedHashMap<>();
        for (Run run : runs) {
            Double value = run.summary().get(metric);
            if (value != null) {
                values.putIfAbsent(run.repeat(), value);
            }
        }
        return values.isEmpty() || !isOne(metric) ? Optional.empty()
                : Optional.of(values.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
