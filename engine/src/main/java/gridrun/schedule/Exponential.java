package gridrun.schedule;

import gridrun.component.Check;
import gridrun.component.Default;

/**
 * Multiplies the learning rate by the same number in every epoch, a little at each step: {@code decay^progress}.
 *
 * <p>Example: {@code train: {schedule: {exponential: 0.95}}}
 *
 * @param decay what is left of the rate after an epoch
 */
public record Exponential(@Default("0.95") double decay) implements Schedule {

    public Exponential {
        Check.positive("decay", decay);
    }

    @Override
    public Course begin(int epochs) {
        return progress -> StrictMath.pow(decay, progress);
    }
}
