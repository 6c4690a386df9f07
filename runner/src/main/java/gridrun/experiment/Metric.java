package gridrun.experiment;

import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.data.Signature;
import gridrun.train.Goal;

/**
 * What runs are ranked by: its value at the best epoch.
 *
 * @param name as in the table of epochs
 * @param goal which way is better; by default what is usual for the name
 */
public record Metric(String name, @Default("null") Goal goal) {

    public Metric {
        Check.that(Goal.METRICS.contains(name), "name", "'" + name + "'", "one of " + String.join(", ", Goal.METRICS));
        goal = goal == null ? Goal.of(name) : goal;
    }

    /** What is ranked where a file says nothing: the validation loss, or the loss where nothing is held out. */
    static Metric usual(Signature data) {
        return new Metric(data.validation() > 0 ? "val_loss" : "loss", Goal.MINIMIZE);
    }
}
