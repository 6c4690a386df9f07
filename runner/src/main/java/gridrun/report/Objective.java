package gridrun.report;

import gridrun.metric.Goal;
import gridrun.metric.Quantity;
import gridrun.metric.Quantity.Moment;

/**
 * What configurations are ranked by.
 *
 * @param ranked such as {@code best.val_accuracy}
 * @param goal which way it is better
 */
public record Objective(Quantity ranked, Goal goal) {

    /**
     * The objective of that name.
     *
     * @param name such as {@code kept.val_loss}; a bare metric is compared at its best epoch
     */
    public Objective(String name, Goal goal) {
        this(Quantity.of(name), goal);
    }

    /** The metric of an epoch that it is about: {@code val_accuracy}. */
    public String metric() {
        return ranked.at(Moment.BEST).metric();
    }

    /** Its name at a moment: {@code final.val_accuracy}, {@code test_accuracy}. */
    public String at(Moment moment) {
        return ranked.at(moment).name();
    }
}
