package gridrun.train;

import gridrun.archive.Archive;
import gridrun.schedule.Constant;
import gridrun.schedule.Schedule;
import java.util.Map;

/**
 * The learning rate of every step: {@code learning_rate}, times the schedule's factor, times how far warming up has
 * come.
 */
final class LearningRate {

    private final double base;
    private final double warmup;
    private final Schedule.Course course;
    private double last;

    LearningRate(TrainSpec spec) {
        this.base = spec.learningRate();
        this.warmup = spec.warmup() == null ? 0 : spec.warmup();
        this.course = (spec.schedule() == null ? new Constant() : spec.schedule()).begin(spec.epochs());
    }

    /**
     * The rate of a step, which the schedule takes at the step's beginning and the warm-up at its end: the first step
     * is no step of length 0, and the last of the warm-up has the whole rate.
     *
     * @param epoch from 1
     * @param step of the epoch, from 0
     * @param steps of the epoch
     */
    double at(int epoch, int step, int steps) {
        double begin = epoch - 1 + (double) step / steps;
        double end = epoch - 1 + (step + 1.0) / steps;
        last = base * course.factor(begin) * (end < warmup ? end / warmup : 1);
        return last;
    }

    /** The rate of the last step. */
    double last() {
        return last;
    }

    void epochEnded(int epoch, Map<String, Double> metrics) {
        course.epochEnded(epoch, metrics);
    }

    void archive(Archive archive) {
        course.archive(archive);
        last = archive.number("learning_rate", last);
    }
}
