package gridrun.experiment;

import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Spelling;
import gridrun.config.Tree;
import gridrun.data.Signature;
import gridrun.metric.EpochMetric;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.schedule.ReduceOnPlateau;
import gridrun.train.EarlyStopping;
import gridrun.train.TrainSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks that the metrics which a file names are there: which ones are depends on the data.
 *
 * @param ranked what is ranked, or null
 * @param expectations what is expected of the results
 */
record MetricCheck(Metric ranked, List<Expectation> expectations) {

    /**
     * Checks one configuration.
     *
     * @param tree the configuration as the file has it, for the places of what is wrong
     */
    void check(Signature data, TrainSpec train, Tree.Mapping tree, Problems problems) {
        List<String> known = metrics(data);
        EarlyStopping rule = train.earlyStopping();
        if (rule != null) {
            check("train.early_stopping.monitor", rule.monitor(), known, data, tree, problems);
        }
        if (train.schedule() instanceof ReduceOnPlateau schedule) {
            check("train.schedule.monitor", schedule.monitor(), known, data, tree, problems);
        }
        if (ranked != null) {
            List<String> rankable = new ArrayList<>(known);
            rankable.addAll(figures(data));
            check("sweep.metric.name", ranked.name(), rankable, data, tree, problems);
        }
        List<String> quantities = quantities(data);
        for (int i = 0; i < expectations.size(); i++) {
            String quantity = expectations.get(i).quantity();
            if (!quantities.contains(quantity)) {
                Origin origin = tree.get("expect") instanceof Tree.Sequence list
                        ? list.items().get(i).origin() : tree.origin();
                problems.add(origin, "expect: '%s' is not one of %s%s%s".formatted(quantity,
                        String.join(", ", quantities), reason(quantity, data), near(quantity, quantities)));
            }
        }
    }

    private static void check(String setting, String metric, List<String> known, Signature data, Tree.Mapping tree,
                              Problems problems) {
        if (!known.contains(metric)) {
            problems.add(origin(tree, setting), "%s: '%s' is not one of %s%s%s".formatted(
                    setting, metric, String.join(", ", known), reason(metric, data), near(metric, known)));
        }
    }

    private static String near(String word, List<String> known) {
        Optional<String> shortened = known.stream()
                .filter(name -> name.equals("best." + word) || name.startsWith(word)).findFirst();
        return shortened.or(() -> Spelling.nearest(word, known)).map(best -> "; did you mean '" + best + "'?").orElse("");
    }

    private static String reason(String name, Signature data) {
        if (name.matches("((best|kept|final)\\.)?val_.*") && data.validation() == 0) {
            return "; there is no validation part (data.validation is 0)";
        }
        return name.startsWith("test_") && data.test() == 0 ? "; these data have no test part" : "";
    }

    /** The metrics that an epoch on such data has. */
    private static List<String> metrics(Signature data) {
        List<String> all = new ArrayList<>(training(data));
        if (data.validation() > 0) {
            training(data).forEach(name -> all.add("val_" + name));
        }
        return all;
    }

    private static List<String> training(Signature data) {
        return data.task().metrics().stream().map(EpochMetric::word).toList();
    }

    /** What a run comes to, each with its moment. */
    private static List<String> figures(Signature data) {
        List<String> all = new ArrayList<>();
        for (Moment moment : Moment.values()) {
            List<String> of = moment != Moment.TEST ? metrics(data) : data.test() > 0 ? training(data) : List.of();
            of.forEach(metric -> all.add(new Quantity(moment, metric).name()));
        }
        return all;
    }

    /** What an expectation can be about. */
    private static List<String> quantities(Signature data) {
        List<String> all = figures(data);
        all.add("best_epoch");
        return all;
    }

    /** What is watched where early stopping names nothing: the metric of an epoch by which runs are ranked. */
    String monitor(Signature data) {
        boolean validated = data.validation() > 0;
        return (ranked == null ? Metric.usual(data) : ranked).quantity().epochMetric(validated);
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
