package gridrun.schedule;

import gridrun.component.Check;
import gridrun.component.Default;

/**
 * Falls from 1 to a minimum along half a cosine, and begins anew at 1 after every period, if there is one.
 *
 * <p>Source: Loshchilov and Hutter, SGDR: stochastic gradient descent with warm restarts, 2017.
 *
 * <p>Example: {@code train: {schedule: {type: cosine, period: 10, multiplier: 2}}}
 *
 * @param period the epochs of the first fall; null for all epochs, which is one fall without a restart
 * @param multiplier how many times as long each period is as the one before
 * @param minimum the factor at the end of a period
 */
public record Cosine(
        @Default("null") Integer period,
        @Default("1") double multiplier,
        @Default("0") double minimum) implements Schedule {

    public Cosine {
        if (period != null) {
            Check.positive("period", period);
        }
        Check.that(multiplier >= 1 && multiplier < Double.POSITIVE_INFINITY, "multiplier", multiplier,
                "a number from 1");
        Check.that(minimum >= 0 && minimum <= 1, "minimum", minimum, "a number from 0 to 1");
    }

    @Override
    public Course begin(int epochs) {
        return progress -> {
            double length = period == null ? epochs : period;
            double since = progress;
            double rounding = 8 * Math.ulp(progress);
            while (since >= length - rounding) {
                since = Math.max(0, since - length);
                length *= multiplier;
            }
            return fall(1, minimum, since / length);
        };
    }

    @Override
    public boolean dependsOnEnd() {
        return period == null;
    }

    /** Half a cosine from one number to another, as the share goes from 0 to 1. */
    static double fall(double from, double to, double share) {
        return to + (from - to) * (1 + StrictMath.cos(Math.PI * share)) / 2;
    }
}
