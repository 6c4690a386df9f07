package gridrun.train;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.component.Unidentified;
import gridrun.graph.Penalty;
import gridrun.loss.Loss;
import gridrun.metric.Metric;
import gridrun.metric.Vocabulary;
import gridrun.optim.Optimizer;
import gridrun.schedule.Schedule;
import gridrun.task.Dataset.Task;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How a network is trained.
 *
 * @param optimizer the update rule
 * @param learningRate the size of its steps; null for the optimizer's usual one
 * @param schedule how the learning rate changes; null for not at all. The metric {@code learning_rate} is that of
 *     an epoch's last step
 * @param warmup the epochs, also a fraction, in which the rate rises from 0 along a line to what it would be
 *     without (Goyal et al., Accurate, large minibatch SGD, 2017); null for none. It does not delay the schedule
 * @param batchSize the examples of one step
 * @param dropLast whether the last batch of an epoch is left out where it is smaller than the others. The only one
 *     never is. Which examples that leaves out changes from epoch to epoch, as they are shuffled
 * @param epochs passes over the training part, at most
 * @param loss what is minimized; null where it follows from the data
 * @param l1 λ of the penalty λ Σ|w| over all weights, biases left alone; a layer's own number replaces it. Null for
 *     none
 * @param l2 λ of the penalty λ Σw² over all weights, biases left alone; a layer's own number replaces it
 * @param weightDecay λ of a decay apart from the gradient: before each step w = w (1 - rate λ), biases left alone;
 *     null for the optimizer's own, which adamw and lion have
 * @param clipValue the largest size of a single number in the gradient; null for any. The metric
 *     {@code gradient_norm} is that before clipping
 * @param clipNorm the largest Euclidean norm of the whole gradient, which is shortened to it (Pascanu et al., On
 *     the difficulty of training recurrent neural networks, 2013), after {@code clip_value}; null for any
 * @param earlyStopping when to end before; null for never
 * @param log what is observed of every layer, each once; null for nothing. Observing changes no weight
 * @param metrics what is measured of each part beside what always is, each once; null for nothing. Measuring changes no
 *     weight, and no configuration's identity: runs that were recorded without one of these are trained again, and give
 *     way
 */
public record TrainSpec(
        @Default("adam") Optimizer optimizer,
        @Default("null") Double learningRate,
        @Default("null") Schedule schedule,
        @Default("null") Double warmup,
        @Default("32") BatchSize batchSize,
        @Default(value = "false", identifies = false) boolean dropLast,
        @Default("50") int epochs,
        @Default("null") Loss loss,
        @Default("null") Double l1,
        @Default("0") double l2,
        @Default("null") Double weightDecay,
        @Default("null") Double clipValue,
        @Default("null") Double clipNorm,
        @Default("null") EarlyStopping earlyStopping,
        @Default("null") List<Observation> log,
        @Default("null") @Unidentified List<Metric> metrics) {

    public TrainSpec {
        positive("learningRate", learningRate);
        positive("warmup", warmup);
        Check.positive("epochs", epochs);
        notNegative("l1", l1);
        Check.notNegative("l2", l2);
        notNegative("weightDecay", weightDecay);
        positive("clipValue", clipValue);
        positive("clipNorm", clipNorm);
        log = log == null || log.isEmpty() ? null : List.copyOf(new TreeSet<>(log));
        metrics = metrics == null || metrics.isEmpty() ? null : metrics.stream().distinct().toList();
    }

    /** Training by this rule and nothing else. */
    public static TrainSpec of(Optimizer optimizer, double learningRate, int batchSize, int epochs) {
        return new TrainSpec(optimizer, learningRate, null, null, new BatchSize(batchSize), false, epochs, null, null,
                0, null, null, null,
                null, null, null);
    }

    /** What is measured of each part: what always is at this task, then what was asked for. */
    public List<Metric> measured(Task task) {
        return Stream.concat(Vocabulary.usual(task).stream(), asked(task).stream()).toList();
    }

    /** What is measured because it was asked for, and would not be else. */
    public List<Metric> asked(Task task) {
        return metrics == null ? List.of()
                : metrics.stream().filter(metric -> !Vocabulary.usual(task).contains(metric)).toList();
    }

    private static void positive(String component, Double value) {
        if (value != null) {
            Check.positive(component, value);
        }
    }

    private static void notNegative(String component, Double value) {
        if (value != null) {
            Check.notNegative(component, value);
        }
    }

    /** The steps of an epoch over so many training examples. */
    public int steps(int examples) {
        int batch = batchSize.of(examples);
        return dropLast ? examples / batch : (examples + batch - 1) / batch;
    }

    /** The examples that an epoch trains on, of so many. */
    public int trained(int examples) {
        return dropLast ? steps(examples) * batchSize.of(examples) : examples;
    }

    /** Whether an epoch over so many training examples has a batch of one. */
    public boolean hasBatchOfOne(int examples) {
        int batch = batchSize.of(examples);
        return batch == 1 || trained(examples) % batch == 1;
    }

    /** Whether a run of more epochs is the same up to the end of this one, so that it can go on from there. */
    public boolean canBeExtended() {
        return schedule == null || !schedule.dependsOnEnd();
    }

    /** What is added to the objective for weights whose layer says nothing else. */
    public Penalty penalty() {
        return new Penalty(l1, l2);
    }

    /** This with what early stopping watches, where it names nothing. */
    public TrainSpec watching(String monitor) {
        return earlyStopping == null || earlyStopping.monitor() != null ? this
                : new TrainSpec(optimizer, learningRate, schedule,
                        warmup, batchSize, dropLast, epochs, loss, l1, l2, weightDecay, clipValue, clipNorm,
                        earlyStopping.watching(monitor),
                        log, metrics);
    }

    /** This with what is measured beside what always is. */
    public TrainSpec measuring(List<Metric> asked) {
        return new TrainSpec(optimizer, learningRate, schedule, warmup, batchSize, dropLast, epochs, loss, l1, l2,
                weightDecay, clipValue, clipNorm, earlyStopping, log, asked);
    }

    /** This with the choices made that follow from others. */
    public TrainSpec with(double decidedRate, Loss decidedLoss) {
        return new TrainSpec(optimizer, decidedRate, schedule, warmup, batchSize, dropLast, epochs, decidedLoss, l1, l2,
                weightDecay,
                clipValue, clipNorm, earlyStopping, log, metrics);
    }
}
