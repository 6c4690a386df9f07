package gridrun.schedule;

import gridrun.archive.Archive;
import gridrun.component.Check;
import gridrun.component.Default;
import gridrun.metric.Monitor;
import gridrun.metric.Vocabulary;
import java.util.Map;

/**
 * Multiplies the learning rate by a factor whenever a metric has not improved for a while, as Keras does.
 *
 * <p>Example: {@code train: {schedule: {type: reduce_on_plateau, factor: 0.5, patience: 5}}}
 *
 * @param monitor the metric watched; its name says which way is better
 * @param factor what the rate is multiplied by
 * @param patience the epochs without improvement after which it is; they are counted anew then
 * @param minDelta the least change that counts as an improvement
 * @param minimum the least factor of the learning rate
 */
public record ReduceOnPlateau(
        @Default("val_loss") String monitor,
        @Default("0.1") double factor,
        @Default("10") int patience,
        @Default("0") double minDelta,
        @Default("0") double minimum) implements Schedule {

    public ReduceOnPlateau {
        Vocabulary.checkOfEpochs("monitor", monitor);
        Check.that(factor > 0 && factor < 1, "factor", factor, "a number between 0 and 1");
        Check.positive("patience", patience);
        Check.notNegative("minDelta", minDelta);
        Check.that(minimum >= 0 && minimum <= 1, "minimum", minimum, "a number from 0 to 1");
    }

    @Override
    public Course begin(int epochs) {
        return new Plateaus();
    }

    /** Goes down step by step, as the metric tells. */
    private final class Plateaus implements Course {

        private final Monitor watched = new Monitor("schedule.monitor", monitor, minDelta);
        private double current = 1;
        private int countedFrom;

        @Override
        public double factor(double progress) {
            return current;
        }

        @Override
        public void epochEnded(int epoch, Map<String, Double> metrics) {
            if (watched.improves(metrics)) {
                countedFrom = epoch;
            } else if (epoch - countedFrom >= patience) {
                current = Math.max(current * factor, minimum);
                countedFrom = epoch;
            }
        }

        @Override
        public void archive(Archive archive) {
            watched.archive(archive);
            current = archive.number("plateaus.current", current);
            countedFrom = (int) archive.whole("plateaus.counted_from", countedFrom);
        }
    }
}
