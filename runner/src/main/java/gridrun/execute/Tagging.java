package gridrun.execute;

import gridrun.experiment.UserTags;
import gridrun.plan.Job;
import gridrun.store.Outcome;
import gridrun.store.Recording;
import gridrun.store.Run;
import gridrun.store.Store;
import java.util.Map;

/**
 * Writes down with each run that is trained what the command which trains it says of it: its tags, and the commit at
 * hand.
 *
 * <p>A plan names runs that are done, too. Of those it knows neither the commit nor what the command line says; so
 * these are written when a run is started, not when it is planned.
 */
record Tagging(Store store, UserTags tags, GitFacts git, RunListener next) implements RunListener {

    @Override
    public void started(Job job) {
        Recording recording = store.amend(job.runKey());
        recording.facts(git.facts());
        recording.tags(tags.lasting());
        recording.ownTags(tags.passing());
        next.started(job);
    }

    @Override
    public void continued(Job job, Continuation from) {
        next.continued(job, from);
    }

    @Override
    public void trainedElsewhere(Job job) {
        next.trainedElsewhere(job);
    }

    @Override
    public void epochEnded(Job job, int epoch, Map<String, Double> metrics) {
        next.epochEnded(job, epoch, metrics);
    }

    @Override
    public void ended(Job job, Outcome outcome, String reason) {
        next.ended(job, outcome, reason);
    }

    @Override
    public void found(Job job, Run run) {
        next.found(job, run);
    }

    @Override
    public void warned(String line) {
        next.warned(line);
    }
}
