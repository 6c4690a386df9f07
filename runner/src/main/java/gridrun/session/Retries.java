package gridrun.session;

import gridrun.execute.ForwardingListener;
import gridrun.plan.Job;
import gridrun.plan.Plan;

/** Tells a session's listener of the runs that are trained again. */
record Retries(Plan plan, SessionListener next) implements ForwardingListener {

    @Override
    public void started(Job job) {
        plan.known(job).filter(run -> run.outcome().isPresent()).ifPresent(run -> next.retried(job, run));
        next.started(job);
    }
}
