package gridrun.experiment;

import gridrun.component.Check;
import gridrun.component.Names;
import gridrun.config.Problems;
import gridrun.config.Structure;
import gridrun.config.Tree;
import gridrun.data.CSV;
import gridrun.data.DatasetSpec;
import gridrun.data.Signature;
import gridrun.data.UnreadableFile;
import gridrun.loss.Loss;
import gridrun.nn.Architecture;
import gridrun.nn.ModelSpec;
import gridrun.train.TrainSpec;
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
     * @param metrics checks those that the file names
     * @param traced the networks that were traced before, by all that they depend on: cells of a grid share them
     * @param inputs what is known of data that networks cannot read
     * @param sizes what is known of what arrays cannot hold
     */
    static Optional<Resolution> of(DatasetSpec data, ModelSpec model, TrainSpec train, Tree.Mapping tree,
            MetricCheck metrics, Map<Object, Architecture> traced, InputCheck inputs, SizeCheck sizes,
            Problems problems) {
        Signature signature;
        try {
            signature = data.signature();
        } catch (UnreadableFile e) {
            String setting = "data." + e.setting();
            problems.add(MetricCheck.origin(tree, setting), setting + ": " + e.getMessage());
            return Optional.empty();
        } catch (Check.Invalid e) {
            String setting = "data." + Names.snake(e.component());
            problems.add(MetricCheck.origin(tree, setting), setting + ": " + e.reason());
            return Optional.empty();
        }
        int before = problems.count();
        checkParts(data, signature, tree, problems);
        TrainSpec watched = train.watching(metrics.monitor(signature));
        metrics.check(signature, watched, tree, problems);
        try {
            Architecture architecture = traced.computeIfAbsent(
                    Structure.of(model, train.loss(), signature.input(), signature.task()),
                    key -> trace(model, train.loss(), signature));
            inputs.refusal(data, architecture).ifPresent(
                    refusal -> problems.add(MetricCheck.origin(tree, "model.layers"), "model.layers: " + refusal
                            + (data instanceof CSV csv && csv.standardize()
                                    ? "; data.standardize: false leaves numbers as the file has them" : "")));
            checkBatches(architecture, train, signature, tree, problems);
            if (signature.train() > 0) {
                sizes.refusal(architecture, train, signature).ifPresent(refusal -> problems.add(
                        MetricCheck.origin(tree, refusal.setting()), refusal.setting() + ": " + refusal.reason()));
            }
            double rate = train.learningRate() != null ? train.learningRate() : train.optimizer().defaultLearningRate();
            return problems.count() > before ? Optional.empty()
                    : Optional.of(new Resolution(architecture.model(), watched.with(rate, architecture.loss())));
        } catch (Architecture.Contradiction e) {
            problems.add(MetricCheck.origin(tree, e.isOfOutput() ? "model.output" : "train.loss"), e.getMessage());
        } catch (IllegalArgumentException e) {
            problems.add(MetricCheck.origin(tree, "model"), "model: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** Batch normalization learns nothing of batches of one example, and lets nothing through but its shift. */
    private static void checkBatches(Architecture architecture, TrainSpec train, Signature signature, Tree.Mapping tree,
            Problems problems) {
        if (train.batchSize().of(signature.train()) > 1 || !architecture.lacksStatistics(1)) {
            return;
        }
        if (signature.train() == 1) {
            problems.add(MetricCheck.origin(tree, "data"),
                    "data: the training part has one example, of which batch_normalization"
                            + " has no variance to divide by; it takes at least 2");
        } else {
            problems.add(MetricCheck.origin(tree, "train.batch_size"),
                    "train.batch_size: '" + train.batchSize() + "' leaves"
                            + " batch_normalization one number a feature, whose variance is 0; write 2 or more");
        }
    }

    /** What is held out must leave something to learn from. */
    private static void checkParts(DatasetSpec data, Signature signature, Tree.Mapping tree, Problems problems) {
        int rest = signature.train() + signature.validation();
        if (data.folds() > rest) {
            problems.add(MetricCheck.origin(tree, "data.folds"),
                    "data.folds: %,d are more than the %s to divide".formatted(data.folds(), examples(rest)));
        } else if (signature.train() == 0) {
            problems.add(MetricCheck.origin(tree, "data.test"),
                    "data.test: it leaves %s, too few to train and to validate".formatted(examples(rest)));
        }
    }

    private static String examples(int count) {
        return "%,d example%s".formatted(count, count == 1 ? "" : "s");
    }

    private static Architecture trace(ModelSpec model, Loss loss, Signature signature) {
        Architecture architecture = Architecture.of(model, loss, signature.input(), signature.task());
        architecture.trace(1);
        return architecture;
    }
}
