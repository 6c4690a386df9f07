package gridrun.tracking;

import gridrun.tracking.MlflowException.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Ends second runs of one: marks them as duplicates, and hides them as MLflow's pages do what is deleted.
 *
 * <p>MLflow has no lock. Two publishers that decide at the same moment, each for its own, see the other's mark after
 * they have written theirs, and then both keep the older one.
 */
final class Duplicates {

    private static final Comparator<RemoteRun> OLDER =
            Comparator.comparingLong(RemoteRun::startMs).thenComparing(RemoteRun::id);

    private final MlflowApi api;
    private final Retry retry;
    private final Consumer<String> notices;

    Duplicates(MlflowApi api, Retry retry, Consumer<String> notices) {
        this.api = api;
        this.retry = retry;
        this.notices = notices;
    }

    /** Ends one of two, the other one as a rule; returns the one that is kept. */
    RemoteRun end(RemoteRun kept, RemoteRun other) throws MlflowException, InterruptedException {
        tag(other, kept.id());
        RemoteRun now = RemoteRun.of(retry.call(Retry.TRIES, () -> api.run(kept.id())));
        RemoteRun winner = kept;
        if (now.duplicateOf().isPresent()) {
            winner = OLDER.compare(kept, other) <= 0 ? kept : other;
            if (winner == kept && !now.active()) {
                retry.act(() -> api.restoreRun(kept.id()));
            }
            tag(winner, "");
        }
        RemoteRun loser = winner == kept ? other : kept;
        tag(loser, winner.id());
        hide(loser);
        notices.accept("'%s' stood there twice; the run %s was ended as a duplicate of %s"
                .formatted(winner.name(), loser.id(), winner.id()));
        return winner;
    }

    /** Ends a run that nothing can mend, so that another takes its place. */
    void replace(RemoteRun damaged) throws MlflowException, InterruptedException {
        tag(damaged, "its repetition");
        hide(damaged);
    }

    /** Ends a marked one. Marked and ended is enough where the account must not delete. */
    void hide(RemoteRun run) throws MlflowException, InterruptedException {
        if (run.running()) {
            unlessHidden(() -> api.update(Messages.killed(run.id(), System.currentTimeMillis())));
        }
        try {
            unlessHidden(() -> api.deleteRun(run.id()));
        } catch (MlflowException e) {
            if (e.kind() != Kind.FORBIDDEN) {
                throw e;
            }
            notices.accept("the duplicate %s can be deleted in MLflow; this account must not".formatted(run.id()));
        }
    }

    private void tag(RemoteRun run, String duplicateOf) throws MlflowException, InterruptedException {
        unlessHidden(() -> api.log(Messages.tags(run.id(), List.of(Map.entry(Tags.DUPLICATE_OF, duplicateOf)))));
    }

    /** Another publisher may have ended it a moment ago, just as we would. */
    private void unlessHidden(Retry.Action action) throws MlflowException, InterruptedException {
        try {
            retry.act(action);
        } catch (MlflowException e) {
            if (e.kind() != Kind.INACTIVE) {
                throw e;
            }
        }
    }
}
