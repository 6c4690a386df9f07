package gridrun.metric;

import java.util.Arrays;

/**
 * A figure that sums a run up: a metric at one moment of its training.
 *
 * @param moment when
 * @param metric which of an epoch's metrics, such as {@code val_accuracy}; on the test part without its part,
 *     {@code accuracy}
 */
public record Quantity(Moment moment, String metric) {

    /** When a metric is looked at. */
    public enum Moment {
        /** {@code best.NAME}: at the epoch in which the ranked metric is best, the first of several. */
        BEST("best."),
        /** {@code kept.NAME}: at the epoch whose weights the run kept. */
        KEPT("kept."),
        /** {@code final.NAME}: at the last epoch. */
        FINAL("final."),
        /** {@code test_NAME}: after training, by the kept weights on the test part. */
        TEST(DataPart.TEST.prefix());

        private final String prefix;

        Moment(String prefix) {
            this.prefix = prefix;
        }

        /** What stands before the metric's name: {@code best.} */
        public String prefix() {
            return prefix;
        }
    }

    /**
     * Reads a name such as {@code kept.val_loss} or {@code test_accuracy}; a bare metric is one of the best epoch.
     */
    public static Quantity of(String name) {
        return Arrays.stream(Moment.values()).filter(moment -> name.startsWith(moment.prefix)).findFirst()
                .map(moment -> new Quantity(moment, name.substring(moment.prefix.length())))
                .orElse(new Quantity(Moment.BEST, name));
    }

    /** Whether a name says its moment. */
    public static boolean hasMoment(String name) {
        return Arrays.stream(Moment.values()).anyMatch(moment -> name.startsWith(moment.prefix));
    }

    /** The name of it, {@code best.val_accuracy}. */
    public String name() {
        return moment.prefix + metric;
    }

    /** The same metric at another moment: of {@code best.val_accuracy} at {@code TEST} it is {@code test_accuracy}. */
    public Quantity at(Moment other) {
        if (other == moment) {
            return this;
        }
        return new Quantity(other, other == Moment.TEST ? withoutPart() : epochMetric(true));
    }

    /**
     * The metric of an epoch that stands for it: itself, or for a test figure its counterpart.
     *
     * @param validated whether epochs are measured on a validation part
     */
    public String epochMetric(boolean validated) {
        return moment == Moment.TEST && validated ? DataPart.VALIDATION.prefix() + metric : metric;
    }

    private String withoutPart() {
        return DataPart.of(metric).bare(metric);
    }

    /** Whether an epoch's metric can be better or worse, so that a run is summed up by it. */
    public static boolean isFigureOfMerit(String metric) {
        return Vocabulary.named(metric).isPresent() && DataPart.of(metric) != DataPart.TEST;
    }

    /** Whether a run records it once, and not in every epoch. */
    public static boolean isFact(String metric) {
        return metric.startsWith(Moment.TEST.prefix) || metric.startsWith("baseline.") || metric.endsWith("_epoch");
    }

    /** Written out, as in {@link gridrun.random.RunSeeds}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity that && moment == that.moment && metric.equals(that.metric);
    }

    @Override
    public int hashCode() {
        return metric.hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
