package gridrun.execute;

import gridrun.artifact.Projections;
import gridrun.plan.Job;
import gridrun.store.Outcome;
import gridrun.store.Run;
import java.util.Map;

/** Keeps what a listener throws, such as a progress bar on an odd terminal, from the runs that it is told of. */
record GuardedListener(RunListener listener, Projections projections) implements RunListener {

    private static final String WHAT = "progress";

    @Override
    public void started(Job job) {
        projections.attempt(WHAT, job.spec().name(), () -> listener.started(job));
    }

    @Override
    public void continued(Job job, Continuation from) {
        projections.attempt(WHAT, job.spec().name(), () -> listener.continued(job, from));
    }

    @Override
    public void trainedElsewhere(Job job) {
        projections.attempt(WHAT, job.spec().name(), () -> listener.trainedElsewhere(job));
    }

    @Override
    public void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
        projections.attempt(WHAT, job.spec().name(), () -> listener.epochEnded(job, epoch, metrics));
    }

    @Override
    public void ended(Job job, Outcome outcome, String reason) {
        projections.attempt(WHAT, job.spec().name(), () -> listener.ended(job, outcome, reason));
    }

    @Override
    public void found(Job job, Run run) {
        projections.attempt(WHAT, job.spec().name(), () -> listener.found(job, run));
    }

    @Override
    public void warned(String line) {
        projections.warn(line);
    }
}
