package gridrun.schedule;

import gridrun.component.Check;
import gridrun.component.Default;

/**
 * Steps down: after every so many epochs the learning rate is multiplied by a factor.
 *
 * <p>Example: {@code train: {schedule: {type: step, every: 20, factor: 0.1}}}
 *
 * @param every the epochs between two steps
 * @param factor what the rate is multiplied by
 */
public record Step(@Default("10") int every, @Default("0.1") double factor) implements Schedule {

    public Step {
        Check.positive("every", every);
        Check.positive("factor", factor);
    }

    @Override
    public Course begin(int epochs) {
        return progress -> StrictMath.pow(factor, StrictMath.floor(progress / every));
    }
}
