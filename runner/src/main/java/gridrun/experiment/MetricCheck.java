package gridrun.experiment;

import gridrun.component.Names;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Spelling;
import gridrun.config.Tree;
import gridrun.data.Signature;
import gridrun.metric.Metric;
import gridrun.metric.Quantity;
import gridrun.metric.Vocabulary;
import gridrun.schedule.ReduceOnPlateau;
import gridrun.task.Dataset.Task;
import gridrun.train.EarlyStopping;
import gridrun.train.TrainSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks that the metrics which a file names are there: which ones are depends on the data.
 *
 * @param ranked what is ranked, or null
 * @param shown beside it
 * @param expectations what is expected of the results
 */
record MetricCheck(RankedMetric ranked, List<ShownMetric> shown, List<Expectation> expectations) {

    /**
     * Checks one configuration.
     *
     * @param tree the configuration as the file has it, for the places of what is wrong
     */
    void check(Signature data, TrainSpec train, Tree.Mapping tree, Problems problems) {
        checkAsked(data, train, tree, problems);
        Known known = new Known(data, train.measured(data.task()));
        EarlyStopping rule = train.earlyStopping();
        if (rule != null) {
            check("train.early_stopping.monitor", rule.monitor(), known.ofEpochs(), known, tree, problems);
        }
        if (train.schedule() instanceof ReduceOnPlateau schedule) {
            check("train.schedule.monitor", schedule.monitor(), known.ofEpochs(), known, tree, problems);
        }
        List<String> rankable = new ArrayList<>(known.ofEpochs());
        rankable.addAll(known.figures());
        if (ranked != null) {
            check("sweep.metric.name", ranked.name(), rankable, known, tree, problems);
        }
        shown.forEach(metric -> check("sweep.metrics", metric.name(), rankable, known, tree, problems));
        List<String> quantities = known.quantities();
        for (int i = 0; i < expectations.size(); i++) {
            String quantity = expectations.get(i).quantity();
            if (expectations.get(i).claim() == null && !quantities.contains(quantity)) {
                Origin origin = tree.get("expect") instanceof Tree.Sequence list
                        ? list.items().get(i).origin() : tree.origin();
                problems.add(origin, "expect: '%s' is not one of %s%s%s".formatted(quantity,
                        String.join(", ", quantities), known.reason(quantity), near(quantity, quantities, known)));
            }
        }
    }

    private static void check(String setting, String metric, List<String> names, Known known, Tree.Mapping tree,
            Problems problems) {
        if (!names.contains(metric)) {
            problems.add(origin(tree, setting), "%s: '%s' is not one of %s%s%s".formatted(
                    setting, metric, String.join(", ", names), known.reason(metric), near(metric, names, known)));
        }
    }

    /** What the file asks for must suit what is to be learnt. */
    private static void checkAsked(Signature data, TrainSpec train, Tree.Mapping tree, Problems problems) {
        for (Metric metric : train.asked(data.task())) {
            if (!metric.suits(data.task())) {
                problems.add(asked(tree, train, metric), "train.metrics: '%s' does not suit %s; what does is %s"
                        .formatted(metric.name(), task(data.task()), Vocabulary.suiting(data.task()).stream()
                                .map(Metric::name).collect(Collectors.joining(", "))));
            } else if (metric.takesProbabilities() && train.loss() != null && !train.loss().isProbabilistic()) {
                problems.add(asked(tree, train, metric), "train.metrics: '%s' takes probabilities, and %s gives margins"
                        .formatted(metric.name(), Names.of(train.loss().getClass())));
            }
        }
    }

    /** Where a file asks for a metric; the list, where it says one twice. */
    private static Origin asked(Tree.Mapping tree, TrainSpec train, Metric metric) {
        return tree.get("train") instanceof Tree.Mapping given && given.get("metrics") instanceof Tree.Sequence list
                && list.items().size() == train.metrics().size()
                        ? list.items().get(train.metrics().indexOf(metric)).origin() : origin(tree, "train.metrics");
    }

    private static String task(Task task) {
        return task.isClassification() ? task.classes() + " classes" : "real targets";
    }

    private static String near(String word, List<String> names, Known known) {
        Optional<String> shortened = names.stream().filter(name -> known.reason(word).isEmpty())
                .filter(name -> name.equals("best." + word) || name.startsWith(word)).findFirst();
        return shortened.or(() -> known.reason(word).isEmpty() ? Spelling.nearest(word, names) : Optional.empty())
                .map(best -> "; did you mean '" + best + "'?").orElse("");
    }

    /** What is watched where early stopping names nothing: the metric of an epoch by which runs are ranked. */
    String monitor(Signature data) {
        boolean validated = data.validation() > 0;
        return (ranked == null ? RankedMetric.usual(data) : ranked).quantity().epochMetric(validated);
    }

    /** The place of a setting, or of the innermost part around it that the file has. */
    static Origin origin(Tree.Mapping tree, String setting) {
        Tree at = tree;
        for (String key : setting.split("\\.")) {
            if (!(at instanceof Tree.Mapping mapping) || mapping.get(key) == null) {
                break;
            }
            at = mapping.get(key);
        }
        return at.origin();
    }
}
