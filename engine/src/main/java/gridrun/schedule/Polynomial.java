package gridrun.schedule;

import gridrun.component.Check;
import gridrun.component.Default;

/**
 * Falls from 1 to an end along {@code end + (1 - end) (1 - progress / epochs)^power}; with the power 1 along a line.
 *
 * <p>Example: {@code train: {schedule: {type: polynomial, end: 0.01, power: 2}}}
 *
 * @param end the factor at the end of the last epoch
 * @param power above 1 it falls early, below 1 late
 */
public record Polynomial(@Default("0") double end, @Default("1") double power) implements Schedule {

    public Polynomial {
        Check.notNegative("end", end);
        Check.positive("power", power);
    }

    @Override
    public Course begin(int epochs) {
        return progress -> end + (1 - end) * StrictMath.pow(1 - progress / epochs, power);
    }

    @Override
    public boolean dependsOnEnd() {
        return true;
    }
}
