// Generated from the records and their javadoc; CONTRIBUTING.md has the command.
package gridrun.dsl.words;

import gridrun.config.Tree;
import gridrun.dsl.phrase.Phrase;
import gridrun.train.Observation;
import java.util.function.UnaryOperator;

/** How a network is trained. */
public final class TrainSpec extends Phrase<TrainSpec> {

    TrainSpec(Tree.Mapping said) {
        super(said);
    }

    @Override
    protected TrainSpec of(Tree.Mapping changed) {
        return new TrainSpec(changed);
    }

    /**
     * The update rule.
     *
     * @param optimizer one of the optimizers; by default {@code adam}
     */
    public TrainSpec optimizer(Optimizer optimizer) {
        return with("optimizer", optimizer);
    }

    /**
     * The size of its steps; null for the optimizer's usual one.
     *
     * @param learningRate number above 0
     */
    public TrainSpec learningRate(double learningRate) {
        return with("learning_rate", learningRate);
    }

    /**
     * How the learning rate changes; null for not at all. The metric {@code learning_rate} is that of an epoch's last
     * step.
     *
     * @param schedule one of the schedules
     */
    public TrainSpec schedule(Schedule schedule) {
        return with("schedule", schedule);
    }

    /**
     * The epochs, also a fraction, in which the rate rises from 0 along a line to what it would be without (Goyal et
     * al., Accurate, large minibatch SGD, 2017); null for none. It does not delay the schedule.
     *
     * @param warmup number above 0
     */
    public TrainSpec warmup(double warmup) {
        return with("warmup", warmup);
    }

    /**
     * The examples of one step.
     *
     * @param batchSize whole number from 1 to 999,999,999 or {@code full}; by default {@code 32}
     */
    public TrainSpec batchSize(int batchSize) {
        return with("batch_size", batchSize);
    }

    /**
     * The examples of one step.
     *
     * @param batchSize whole number from 1 to 999,999,999 or {@code full}; by default {@code 32}
     */
    public TrainSpec batchSize(String batchSize) {
        return with("batch_size", batchSize);
    }

    /**
     * Whether the last batch of an epoch is left out where it is smaller than the others. The only one never is. Which
     * examples that leaves out changes from epoch to epoch, as they are shuffled.
     */
    public TrainSpec dropLast() {
        return with("drop_last", true);
    }

    /**
     * Whether the last batch of an epoch is left out where it is smaller than the others. The only one never is. Which
     * examples that leaves out changes from epoch to epoch, as they are shuffled.
     *
     * @param dropLast {@code true} or {@code false}; by default {@code false}
     */
    public TrainSpec dropLast(boolean dropLast) {
        return with("drop_last", dropLast);
    }

    /**
     * Passes over the training part, at most.
     *
     * @param epochs whole number from 1; by default {@code 50}
     */
    public TrainSpec epochs(int epochs) {
        return with("epochs", epochs);
    }

    /**
     * What is minimized; null where it follows from the data.
     *
     * @param loss one of the losses
     */
    public TrainSpec loss(Loss loss) {
        return with("loss", loss);
    }

    /**
     * λ of the penalty λ Σ|w| over all weights, biases left alone; a layer's own number replaces it. Null for none.
     *
     * @param l1 number from 0
     */
    public TrainSpec l1(double l1) {
        return with("l1", l1);
    }

    /**
     * λ of the penalty λ Σw² over all weights, biases left alone; a layer's own number replaces it.
     *
     * @param l2 number from 0; by default {@code 0}
     */
    public TrainSpec l2(double l2) {
        return with("l2", l2);
    }

    /**
     * λ of a decay apart from the gradient: before each step w = w (1 - rate λ), biases left alone; null for the
     * optimizer's own, which adamw and lion have.
     *
     * @param weightDecay number from 0
     */
    public TrainSpec weightDecay(double weightDecay) {
        return with("weight_decay", weightDecay);
    }

    /**
     * The largest size of a single number in the gradient; null for any. The metric {@code gradient_norm} is that
     * before clipping.
     *
     * @param clipValue number above 0
     */
    public TrainSpec clipValue(double clipValue) {
        return with("clip_value", clipValue);
    }

    /**
     * The largest Euclidean norm of the whole gradient, which is shortened to it (Pascanu et al., On the difficulty of
     * training recurrent neural networks, 2013), after {@code clip_value}; null for any.
     *
     * @param clipNorm number above 0
     */
    public TrainSpec clipNorm(double clipNorm) {
        return with("clip_norm", clipNorm);
    }

    /** When to end before; null for never. */
    public TrainSpec earlyStopping() {
        return with("early_stopping", new EarlyStopping(part("early_stopping")));
    }

    /**
     * When to end before; null for never.
     *
     * @param settings sets of it what is to differ from its defaults
     */
    public TrainSpec earlyStopping(UnaryOperator<EarlyStopping> settings) {
        return with("early_stopping", settings.apply(new EarlyStopping(part("early_stopping"))));
    }

    /**
     * What is observed of every layer, each once; null for nothing. Observing changes no weight.
     *
     * @param log list of {@code gradient_norm}, {@code gradient_norm_over_time}, {@code activation_mean},
     *     {@code activation_std}, {@code dead_units}, {@code activation_histogram} or {@code gradient_histogram}
     */
    public TrainSpec log(Observation... log) {
        return with("log", log);
    }

    /**
     * What is measured of each part beside what always is, each once; null for nothing. Measuring changes no weight,
     * and no configuration's identity: runs that were recorded without one of these are trained again, and give way.
     *
     * @param metrics list of metrics
     */
    public TrainSpec metrics(Metric... metrics) {
        return with("metrics", metrics);
    }
}
