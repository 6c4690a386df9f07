package gridrun.experiment;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.data.Signature;
import gridrun.metric.DataPart;
import gridrun.metric.Goal;
import gridrun.metric.MeanLoss;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import gridrun.metric.Vocabulary;
import java.util.List;
import java.util.stream.Stream;

/**
 * What runs are ranked by.
 *
 * @param name one of an epoch's metrics, in the epoch in which it is best; or with its moment: {@code final.val_loss},
 *     of the last epoch; {@code kept.val_accuracy}, of the weights that are kept; {@code test_accuracy}, on the test
 *     part
 * @param goal which way is better; by default what is usual for the name
 */
public record RankedMetric(String name, @Default("null") Goal goal) {

    private static final List<String> NAMES = Vocabulary.words(Stream.concat(Stream.of(""), Stream.of(Moment.values())
            .map(Moment::prefix)).flatMap(
                    moment -> moment.equals(Moment.TEST.prefix()) ? Stream.of(moment)
                            : Stream.of(moment, moment + DataPart.VALIDATION.prefix())));

    public RankedMetric {
        Check.known(isKnown(Quantity.of(name)), "name", name, NAMES,
                "a metric, alone or behind its moment and part as in kept.val_loss or test_loss: " + Vocabulary.NAMES);
        goal = goal == null ? Vocabulary.goal(Quantity.of(name).metric()) : goal;
    }

    private static boolean isKnown(Quantity quantity) {
        DataPart part = DataPart.of(quantity.metric());
        return Vocabulary.named(quantity.metric()).isPresent() && part != DataPart.TEST
                && (quantity.moment() != Moment.TEST || part == DataPart.TRAINING);
    }

    /** It with its moment. */
    public Quantity quantity() {
        return Quantity.of(name);
    }

    /** What is ranked where a file says nothing: the validation loss, or the loss where nothing is held out. */
    static RankedMetric usual(Signature data) {
        return new RankedMetric((data.validation() > 0 ? DataPart.VALIDATION : DataPart.TRAINING).prefix()
                + MeanLoss.NAME, Goal.MINIMIZE);
    }
}
