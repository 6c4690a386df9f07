package gridrun.train;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.loss.Loss;
import gridrun.optim.Optimizer;
import gridrun.schedule.Schedule;
import java.util.List;
import java.util.TreeSet;

/**
 * How a network is trained.
 *
 * @param optimizer the update rule
 * @param learningRate the size of its steps; null for the optimizer's usual one
 * @param schedule how the learning rate changes; null for not at all. The metric {@code learning_rate} is that of an epoch's last
 *     step
 * @param warmup the epochs, also a fraction, in which the rate rises from 0 along a line to what it would be without (Goyal et
 *     al., Accurate, large minibatch SGD, 2017); null for none. It does not delay the schedule
 * @param batchSize the examples of one step
 * @param epochs passes over the training part, at most
 * @param loss what is minimized; null where it follows from the data
 * @param l2 λ of the penalty λ Σw² over all weights, biases left alone
 * @param earlyStopping when to end before; null for never
 * @param log what is observed of every layer, each once; null for nothing. Observing changes no weight
 */
public record TrainSpec(
        @Default("adam") Optimizer optimizer,
        @Default("null") Double learningRate,
        @Default("null") Schedule schedule,
        @Default("null") Double warmup,
        @Default("32") BatchSize batchSize,
        @Default("50") int epochs,
        @Default("null") Loss loss,
        @Default("0") double l2,
        @Default("null") EarlyStopping earlyStopping,
        @Default("null") List<Observation> log) {

    public TrainSpec {
        if (learningRate != null) {
            Check.positive("learningRate", learningRate);
        }
        if (warmup != null) {
            Check.positive("warmup", warmup);
        }
        Check.positive("epochs", epochs);
        Check.notNegative("l2", l2);
        log = log == null || log.isEmpty() ? null : List.copyOf(new TreeSet<>(log));
    }

    /** This with the choices made that follow from others. */
    public TrainSpec with(double decidedRate, Loss decidedLoss) {
        return new TrainSpec(optimizer, decidedRate, schedule, warmup, batchSize, epochs, decidedLoss, l2, earlyStopping,
                log);
    }
}
