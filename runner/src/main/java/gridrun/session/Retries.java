package gridrun.session;

import gridrun.execute.Continuation;
import gridrun.execute.RunListener;
import gridrun.plan.Job;
import gridrun.plan.Plan;
import gridrun.store.Outcome;
import gridrun.store.Run;
import java.util.Map;

/** Tells a session's listener of the runs that are trained again. */
record Retries(Plan plan, SessionListener listener) implements RunListener {

    @Override
    public void started(Job job) {
        plan.known(job).filter(run -> run.outcome().isPresent()).ifPresent(run -> listener.retried(job, run));
        listener.started(job);
    }

    @Override
    public void continued(Job job, Continuation from) {
        listener.continued(job, from);
    }

    @Override
    public void trainedElsewhere(Job job) {
        listener.trainedElsewhere(job);
    }

    @Override
    public void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
        listener.epochEnded(job, epoch, metrics);
    }

    @Override
    public void ended(Job job, Outcome outcome, String reason) {
        listener.ended(job, outcome, reason);
    }

    @Override
    public void found(Job job, Run run) {
        listener.found(job, run);
    }

    @Override
    public void warned(String line) {
        listener.warned(line);
    }
}
