package gridrun.experiment;

import gridrun.component.Check;
import gridrun.metric.Quantity;

/**
 * A figure that tables show beside the ranked one, by the names that the ranked one can have.
 *
 * @param name one of an epoch's metrics, in the epoch in which the ranked one is best; or with its moment, such as
 *     {@code kept.val_loss} or {@code test_accuracy}
 */
public record ShownMetric(String name) {

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException for what is no metric, with those that there are
     */
    public static ShownMetric parse(String text) {
        try {
            return new ShownMetric(new RankedMetric(text, null).name());
        } catch (Check.Invalid e) {
            throw new IllegalArgumentException(e.reason(), e);
        }
    }

    /** It with its moment. */
    Quantity quantity() {
        return Quantity.of(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
