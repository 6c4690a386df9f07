package gridrun.schedule;

import gridrun.component.Check;
import gridrun.component.Default;

/**
 * One rise to the learning rate and one fall far below where it began, each along half a cosine; the momentum stays as
 * it is.
 *
 * <p>Source: Smith, A disciplined approach to neural network hyper-parameters, 2018, where the ways are lines; the
 * cosines are those of PyTorch, whose last step has what here the step after the last would have.
 *
 * <p>Example: {@code train: {schedule: {type: one_cycle, warmup_share: 0.2}}}
 *
 * @param warmupShare the share of all epochs in which the rate rises
 * @param divisor the rate begins at {@code 1 / divisor} of its largest
 * @param finalDivisor it falls towards {@code 1 / (divisor finalDivisor)}, the rate of a step after the last
 */
public record OneCycle(
        @Default("0.3") double warmupShare,
        @Default("25") double divisor,
        @Default("10000") double finalDivisor) implements Schedule {

    public OneCycle {
        Check.fraction("warmupShare", warmupShare);
        Check.that(divisor >= 1 && divisor < Double.POSITIVE_INFINITY, "divisor", divisor, "a number from 1");
        Check.that(finalDivisor >= 1 && finalDivisor < Double.POSITIVE_INFINITY, "finalDivisor", finalDivisor,
                "a number from 1");
    }

    @Override
    public Course begin(int epochs) {
        double top = warmupShare * epochs;
        double first = 1 / divisor;
        return progress -> progress < top
                ? Cosine.fall(first, 1, progress / top)
                : Cosine.fall(1, first / finalDivisor, (progress - top) / (epochs - top));
    }

    @Override
    public boolean dependsOnEnd() {
        return true;
    }
}
