package gridrun.experiment;

import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.config.Tree;
import gridrun.data.DatasetSpec;
import gridrun.data.Signature;
import gridrun.loss.Loss;
import gridrun.nn.Architecture;
import gridrun.nn.ModelSpec;
import gridrun.train.EarlyStopping;
import gridrun.train.TrainSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what a file leaves open and what follows from its other settings, and finds settings that cannot be together.
 *
 * @param model with its output activation
 * @param train with its loss and learning rate
 */
record Resolution(ModelSpec model, TrainSpec train) {

    /**
     * Resolves one configuration, tracing its network by shape alone.
     *
     * @param tree the configuration as the file has it, for the places of what is wrong
     * @param metric what is ranked, or null
     * @param traced the networks that were traced before, by all that they depend on: cells of a grid share them
     */
    static Optional<Resolution> of(DatasetSpec data, ModelSpec model, TrainSpec train, Tree.Mapping tree, Metric metric,
                                   Map<Object, Architecture> traced, Problems problems) {
        Signature signature = data.signature();
        int before = problems.count();
        checkMetrics(signature, train, tree, metric, problems);
        try {
            Architecture architecture = traced.computeIfAbsent(
                    List.of(model, Optional.ofNullable(train.loss()), signature.input(), signature.task()),
                    key -> trace(model, train.loss(), signature));
            double rate = train.learningRate() != null ? train.learningRate() : train.optimizer().defaultLearningRate();
            return problems.count() > before ? Optional.empty()
                    : Optional.of(new Resolution(architecture.model(), train.with(rate, architecture.loss())));
        } catch (Architecture.Contradiction e) {
            problems.add(origin(tree, model.output() != null && train.loss() == null ? "model.output" : "train.loss"),
                    e.getMessage());
        } catch (IllegalArgumentException e) {
            problems.add(origin(tree, "model"), "model: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Architecture trace(ModelSpec model, Loss loss, Signature signature) {
        Architecture architecture = Architecture.of(model, loss, signature.input(), signature.task());
        architecture.trace(1);
        return architecture;
    }

    private static void checkMetrics(Signature signature, TrainSpec train, Tree.Mapping tree, Metric metric,
                                     Problems problems) {
        EarlyStopping rule = train.earlyStopping();
        if (rule != null) {
            check("train.early_stopping.monitor", rule.monitor(), signature, tree, problems);
        }
        if (metric != null) {
            check("sweep.metric.name", metric.name(), signature, tree, problems);
        }
    }

    private static void check(String setting, String metric, Signature signature, Tree.Mapping tree, Problems problems) {
        List<String> known = metrics(signature);
        if (!known.contains(metric)) {
            String why = metric.startsWith("val_") && signature.validation() == 0
                    ? "; there is no validation part (data.validation is 0)" : "";
            problems.add(origin(tree, setting), "%s: '%s' is not one of %s%s"
                    .formatted(setting, metric, String.join(", ", known), why));
        }
    }

    /** The metrics that an epoch on such data has. */
    static List<String> metrics(Signature signature) {
        List<String> training = signature.task().isClassification()
                ? List.of("loss", "accuracy") : List.of("loss", "rmse", "r2");
        List<String> all = new ArrayList<>(training);
        if (signature.validation() > 0) {
            training.forEach(name -> all.add("val_" + name));
        }
        return all;
    }

    /** The place of a setting, or of the innermost part around it that the file has. */
    private static Origin origin(Tree.Mapping tree, String setting) {
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
