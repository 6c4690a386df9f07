// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import gridrun.dsl.phrase.Setting;
import gridrun.experiment.PlotPolicy;
import gridrun.statistics.MeanInterval.Method;
import gridrun.statistics.PairedTest.Choice;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What can be said of an experiment, and of its sweep, by one value or one map.
 *
 * @param <E> the experiment
 */
public abstract class ExperimentWords<E> extends Phrase<E> {

    protected ExperimentWords(Tree.Mapping said) {
        super(said);
    }

    /**
     * A line of text above the sweep's pictures; null for the name.
     *
     * @param title text
     */
    public final E title(String title) {
        return with("title", title);
    }

    /**
     * What is asked.
     *
     * @param description text
     */
    public final E description(String description) {
        return with("description", description);
    }

    /**
     * Of the first run: a number, or one for each of data, split, init and order.
     *
     * @param seed whole number or separate_seed; by default {@code 0}
     */
    public final E seed(long seed) {
        return with("seed", seed);
    }

    /**
     * Of the first run: a number, or one for each of data, split, init and order.
     *
     * @param seed whole number or separate_seed; by default {@code 0}
     */
    public final E seed(SeparateSeed seed) {
        return with("seed", seed);
    }

    /**
     * What is learned.
     *
     * @param data one of the data sets; required
     */
    public final E data(DatasetSpec data) {
        return with("data", data);
    }

    /**
     * The network without its output layer.
     *
     * @param model one of the models; required
     */
    public final E model(ModelSpec model) {
        return with("model", model);
    }

    /**
     * How it is trained.
     *
     * @param settings sets of it what is to differ from its defaults
     */
    public final E train(UnaryOperator<TrainSpec> settings) {
        return with("train", settings.apply(new TrainSpec(part("train"))));
    }

    /**
     * When runs are saved, so that one that is cut off goes on from there.
     *
     * @param settings sets of it what is to differ from its defaults
     */
    public final E checkpoint(UnaryOperator<CheckpointSpec> settings) {
        return with("checkpoint", settings.apply(new CheckpointSpec(part("checkpoint"))));
    }

    /**
     * Of which results pictures are drawn: of {@code all}; of the sweep and of the best, the median and the worst run
     * of each configuration, {@code best}; of {@code none}. The others are drawn by {@code results --plots}.
     *
     * @param plots {@code all}, {@code best} or {@code none}; by default {@code best}
     */
    public final E plots(PlotPolicy plots) {
        return with("plots", plots);
    }

    /**
     * The MLflow server's address, {@code none}, or null for the usual one.
     *
     * @param tracking text
     */
    public final E tracking(String tracking) {
        return with("tracking", tracking);
    }

    /**
     * What is ranked; null for the validation loss.
     *
     * @param name one of an epoch's metrics, in the epoch in which it is best; or with its moment:
     *     {@code final.val_loss}, of the last epoch; {@code kept.val_accuracy}, of the weights that are kept;
     *     {@code test_accuracy}, on the test part
     */
    public final E metric(String name) {
        return with("sweep", "metric", new RankedMetric(part("sweep", "metric")).name(name));
    }

    /**
     * What is ranked; null for the validation loss.
     *
     * @param name one of an epoch's metrics, in the epoch in which it is best; or with its moment:
     *     {@code final.val_loss}, of the last epoch; {@code kept.val_accuracy}, of the weights that are kept;
     *     {@code test_accuracy}, on the test part
     * @param settings sets of it what is to differ from its defaults
     */
    public final E metric(String name, UnaryOperator<RankedMetric> settings) {
        return with("sweep", "metric", settings.apply(new RankedMetric(part("sweep", "metric")).name(name)));
    }

    /**
     * Further figures that tables show, such as {@code [val_loss, test_accuracy]}; by default those of the ranked
     * metric at other moments.
     *
     * @param metrics list of texts; by default {@code []}
     */
    public final E metrics(String... metrics) {
        return with("sweep", "metrics", metrics);
    }

    /**
     * A number of repeats, a list of seeds, seeds of single purposes, or a race for as many as are needed.
     *
     * @param seeds whole number from 1 to 100,000, list of whole numbers, separate_seeds or race
     */
    public final E seeds(int seeds) {
        return with("sweep", "seeds", seeds);
    }

    /**
     * A number of repeats, a list of seeds, seeds of single purposes, or a race for as many as are needed.
     *
     * @param seeds whole number from 1 to 100,000, list of whole numbers, separate_seeds or race
     */
    public final E seeds(long... seeds) {
        return with("sweep", "seeds", seeds);
    }

    /**
     * A number of repeats, a list of seeds, seeds of single purposes, or a race for as many as are needed.
     *
     * @param seeds whole number from 1 to 100,000, list of whole numbers, separate_seeds or race
     */
    public final E seeds(SeparateSeeds seeds) {
        return with("sweep", "seeds", seeds);
    }

    /**
     * A number of repeats, a list of seeds, seeds of single purposes, or a race for as many as are needed.
     *
     * @param seeds whole number from 1 to 100,000, list of whole numbers, separate_seeds or race
     */
    public final E seeds(Race seeds) {
        return with("sweep", "seeds", seeds);
    }

    /**
     * The configuration that all are compared with, by what it has; null for the best one.
     *
     * @param baseline map from settings to values
     */
    public final E baseline(Setting... baseline) {
        return with("sweep", "baseline", Setting.map(List.of(baseline)));
    }

    /**
     * Of intervals and comparisons.
     *
     * @param confidence number from 0.5 to 0.9999; by default {@code 0.95}
     */
    public final E confidence(double confidence) {
        return with("sweep", "confidence", confidence);
    }

    /**
     * By which configurations are compared in the seeds that they share.
     *
     * @param pairedTest {@code t}, {@code wilcoxon} or {@code permutation}; by default {@code t}
     */
    public final E pairedTest(Choice pairedTest) {
        return with("sweep", "paired_test", pairedTest);
    }

    /**
     * How intervals of means are found.
     *
     * @param interval {@code t} or {@code bootstrap}; by default {@code t}
     */
    public final E interval(Method interval) {
        return with("sweep", "interval", interval);
    }
}
