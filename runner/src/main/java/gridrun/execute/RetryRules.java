package gridrun.execute;

import gridrun.store.Run;

/**
 * Which runs are trained, and when a command gives up.
 *
 * @param fresh whether those are trained again that have their result
 * @param retryFailed whether those are tried again that failed
 * @param mostFailures as soon as so many have failed, no other run is started
 */
public record RetryRules(boolean fresh, boolean retryFailed, int mostFailures) {

    /** What has no result and has not failed is trained, whatever fails. */
    public static final RetryRules USUAL = new RetryRules(false, false, Integer.MAX_VALUE);

    /** Whether there is nothing to do for a run. */
    public boolean isDone(Run run) {
        return !fresh && (run.hasResult() || run.hasFailed() && !retryFailed);
    }
}
