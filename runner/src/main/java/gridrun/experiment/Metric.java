package gridrun.experiment;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.data.Signature;
import gridrun.metric.Goal;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What runs are ranked by.
 *
 * @param name one of an epoch's metrics, at its best epoch; or with its moment: {@code final.val_loss}, of the last epoch; {@code
 *     kept.val_accuracy}, of the weights that are kept; {@code test_accuracy}, on the test part
 * @param goal which way is better; by default what is usual for the name
 */
public record Metric(String name, @Default("null") Goal goal) {

    private static final List<String> NAMES = Stream.concat(Goal.METRICS.stream(), Arrays.stream(Moment.values())
            .flatMap(moment -> Goal.METRICS.stream().map(metric -> new Quantity(Moment.BEST, metric).at(moment).name()))
            .distinct()).toList();

    public Metric {
        Check.that(NAMES.contains(name), "name", "'" + name + "'", "one of " + String.join(", ", NAMES));
        goal = goal == null ? Goal.of(Quantity.of(name).metric()) : goal;
    }

    /** It with its moment. */
    public Quantity quantity() {
        return Quantity.of(name);
    }

    /** What is ranked where a file says nothing: the validation loss, or the loss where nothing is held out. */
    static Metric usual(Signature data) {
        return new Metric(data.validation() > 0 ? "val_loss" : "loss", Goal.MINIMIZE);
    }
}
