package gridrun.tracking;

import gridrun.tracking.MlflowException.Kind;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Ends second runs of one: marks them as duplicates, and hides them as MLflow's pages do what is deleted.
 *
 * <p>MLflow has no lock. Two publishers may decide at the same moment, each for its own. Each looks again after it has
 * acted, and where both runs are ended both publishers keep the older one.
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

    /**
     * The one of two that is kept.
     *
     * @param contested whether another publisher has ended it meanwhile: its state may be what that one left
     */
    record Kept(RemoteRun run, boolean contested) {
    }

    /** Ends one of two, the other one as a rule. */
    Kept end(RemoteRun kept, RemoteRun other) throws MlflowException, InterruptedException {
        RemoteRun winner = kept;
        RemoteRun loser = other;
        boolean contested = false;
        tag(loser, winner.id());
        hide(loser);
        // Whoever acts last looks last: so what both have ended is restored.
        while (isEnded(winner)) {
            contested = true;
            winner = OLDER.compare(kept, other) <= 0 ? kept : other;
            loser = winner == kept ? other : kept;
            String id = winner.id();
            unlessAlready(() -> api.restoreRun(id));
            untag(winner);
            tag(loser, winner.id());
            hide(loser);
        }
        notices.accept("'%s' stood there twice; the run %s was ended as a duplicate of %s"
                .formatted(winner.name(), loser.id(), winner.id()));
        return new Kept(winner, contested);
    }

    private boolean isEnded(RemoteRun run) throws MlflowException, InterruptedException {
        RemoteRun now = now(run);
        return !now.active() || now.duplicateOf().isPresent();
    }

    /** Whoever brings it may have gone on since it was seen. */
    private RemoteRun now(RemoteRun run) throws MlflowException, InterruptedException {
        return RemoteRun.of(retry.call(Retry.TRIES, () -> api.run(run.id())));
    }

    /** Ends a run that nothing can mend, so that another takes its place. */
    void replace(RemoteRun damaged) throws MlflowException, InterruptedException {
        tag(damaged, "its repetition");
        hide(damaged);
    }

    /** Ends a marked one. Marked and ended is enough where the account must not delete. */
    void hide(RemoteRun run) throws MlflowException, InterruptedException {
        if (run.running() && now(run).running()) {
            unlessAlready(() -> api.update(MlflowMessages.killed(run.id(), System.currentTimeMillis())));
        }
        try {
            unlessAlready(() -> api.deleteRun(run.id()));
        } catch (MlflowException e) {
            if (e.kind() != Kind.FORBIDDEN) {
                throw e;
            }
            notices.accept("the duplicate %s can be deleted in MLflow; this account must not".formatted(run.id()));
        }
    }

    private void tag(RemoteRun run, String duplicateOf) throws MlflowException, InterruptedException {
        unlessAlready(() -> api.log(MlflowMessages.tags(run.id(), List.of(Map.entry(Tags.DUPLICATE_OF, duplicateOf)))));
    }

    /** Takes the mark back. Without it the server says what it says of a run that is gone; that shows next. */
    private void untag(RemoteRun run) throws MlflowException, InterruptedException {
        unless(EnumSet.of(Kind.INACTIVE, Kind.GONE), () -> api.deleteTag(run.id(), Tags.DUPLICATE_OF));
    }

    private void unlessAlready(Retry.Action action) throws MlflowException, InterruptedException {
        unless(EnumSet.of(Kind.INACTIVE), action);
    }

    /** Another publisher may have done it a moment ago, just as we would: the server's answer is one of these then. */
    private void unless(Set<Kind> already, Retry.Action action) throws MlflowException, InterruptedException {
        try {
            retry.act(action);
        } catch (MlflowException e) {
            if (!already.contains(e.kind())) {
                throw e;
            }
        }
    }
}
