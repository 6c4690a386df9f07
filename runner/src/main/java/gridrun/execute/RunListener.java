package gridrun.execute;

import gridrun.plan.Job;
import gridrun.store.Outcome;
import gridrun.store.Run;
import java.util.Map;

/** Is told what happens to runs, from the threads that work on them. What it throws is a warning and fails no run. */
public interface RunListener {

    /** A run begins to train. */
    default void started(Job job) {
    }

    /** A run that has begun goes on from where an earlier command, or a shorter run, came to. */
    default void continued(Job job, Continuation from) {}

    /** A run cannot be trained yet, as another command trains it at this moment. */
    default void trainedElsewhere(Job job) {}

    /** An epoch of a run has ended. */
    default void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
    }

    /**
     * A run has ended, and its result is on the disk. The next one may have begun meanwhile.
     *
     * @param reason why it failed or where it diverged; null where there is nothing to say
     */
    default void ended(Job job, Outcome outcome, String reason) {
    }

    /** A run has its end from another command, which trained it meanwhile. */
    default void found(Job job, Run run) {
        ended(job, run.outcome().orElseThrow(), run.error().orElse(null));
    }

    /** Something that is made of results could not be made; they stand. */
    default void warned(String line) {
    }
}
