package gridrun.execute;

import gridrun.store.Outcome;
import gridrun.store.Run;
import java.util.Optional;

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
        return isDone(run.outcome());
    }

    /** The same by how it ended; empty where it has not. */
    boolean isDone(Optional<Outcome> outcome) {
        return !fresh && outcome.filter(end -> end.isResult() || end == Outcome.FAILED && !retryFailed).isPresent();
    }
}
