package gridrun.train;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.loss.Loss;
import gridrun.optim.Optimizer;
import java.util.List;
import java.util.TreeSet;

/**
 * How a network is trained.
 *
 * @param optimizer the update rule
 * @param learningRate the size of its steps; null for the optimizer's usual one
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
        Check.positive("epochs", epochs);
        Check.notNegative("l2", l2);
        log = log == null || log.isEmpty() ? null : List.copyOf(new TreeSet<>(log));
    }

    /** This with the choices made that follow from others. */
    public TrainSpec with(double decidedRate, Loss decidedLoss) {
        return new TrainSpec(optimizer, decidedRate, batchSize, epochs, decidedLoss, l2, earlyStopping, log);
    }
}
