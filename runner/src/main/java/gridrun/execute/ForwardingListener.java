package gridrun.execute;

import gridrun.plan.Job;
import gridrun.store.Outcome;
import gridrun.store.Run;
import java.util.Map;

/** Hands on all that it is told, but for what an implementation does otherwise. */
public interface ForwardingListener extends RunListener {

    /** Who is told next. */
    RunListener next();

    @Override
    default void started(Job job) {
        next().started(job);
    }

    @Override
    default void continued(Job job, Continuation from) {
        next().continued(job, from);
    }

    @Override
    default void trainedElsewhere(Job job) {
        next().trainedElsewhere(job);
    }

    @Override
    default void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
        next().epochEnded(job, epoch, metrics);
    }

    @Override
    default void ended(Job job, Outcome outcome, String reason) {
        next().ended(job, outcome, reason);
    }

    @Override
    default void found(Job job, Run run) {
        next().found(job, run);
    }

    @Override
    default void warned(String line) {
        next().warned(line);
    }
}
