package gridrun.execute;

import gridrun.experiment.UserTags;
import gridrun.plan.Job;
import gridrun.store.Recording;
import gridrun.store.Store;

/**
 * Writes down with each run that is trained what the command which trains it says of it: its tags, and the commit at
 * hand.
 *
 * <p>A plan names runs that are done, too. Of those it knows neither the commit nor what the command line says; so
 * these are written when a run is started, not when it is planned.
 */
record Tagging(Store store, UserTags tags, GitFacts git, RunListener next) implements ForwardingListener {

    @Override
    public void started(Job job) {
        Recording recording = store.amend(job.runKey());
        recording.surroundings(git.facts());
        recording.tags(tags.lasting());
        recording.ownTags(tags.passing());
        next.started(job);
    }
}
