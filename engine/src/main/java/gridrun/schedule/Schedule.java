package gridrun.schedule;

import gridrun.archive.Archive;
import java.util.Map;

/**
 * How the learning rate changes while a network trains, as a factor of {@code learning_rate}.
 *
 * <p>A factor is taken before every step. Time is counted in epochs as a fraction: the first step is at 0, and with 100
 * steps an epoch the next is at 0.01. So a curve is smooth however long an epoch is, and at whole epochs it has the
 * values that PyTorch's scheduler of the kind has after so many calls.
 */
public sealed interface Schedule
        permits Constant, Cosine, Exponential, OneCycle, Polynomial, ReduceOnPlateau, Step {

    /** The way of one run along a schedule. */
    @FunctionalInterface
    interface Course {

        /**
         * The factor of the learning rate.
         *
         * @param progress epochs behind the step, from 0 to below all epochs; it never goes back
         */
        double factor(double progress);

        /** Hears how an epoch, counted from 1, ended. */
        default void epochEnded(int epoch, Map<String, Double> metrics) {}

        /** What it remembers of the way so far; nothing where a factor follows from the progress alone. */
        default void archive(Archive archive) {}
    }

    /**
     * Begins a run.
     *
     * @param epochs how many it trains unless it is ended before
     */
    Course begin(int epochs);

    /** Whether factors follow from the number of all epochs, so that a longer run differs from its first step on. */
    default boolean dependsOnEnd() {
        return false;
    }
}
