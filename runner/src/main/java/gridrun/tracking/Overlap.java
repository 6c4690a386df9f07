package gridrun.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells repetitions from plans that were made at once. Two results directories that work on a sweep at the same time
 * bring one occurrence of it; a plan that was made when the other's work had ended is a repetition. The occurrence has
 * the date of the earlier plan, or, where the other's runs were there before the first of ours, of theirs: who has
 * brought them may never come again.
 *
 * @param runs all that the experiment has
 */
record Overlap(Collection<RemoteRun> runs) {

    /** What shows no sign of life for longer was killed, though it is RUNNING. */
    private static final Duration ALIVE = Duration.ofMinutes(5);

    /** The date of the earliest plan of the same that was being worked on when ours was made. */
    Optional<Instant> earlier(String key, Instant planned) {
        return of(key).filter(run -> run.planned().filter(planned::isAfter).isPresent())
                .filter(run -> lastSign(run) >= planned.toEpochMilli() - (run.running() ? ALIVE.toMillis() : 0))
                .flatMap(run -> run.planned().stream()).min(Instant::compareTo);
    }

    /**
     * The date of the earliest plan of the same that was made while ours was being worked on.
     *
     * @param planned when ours was made
     * @param endMs when our work had ended
     */
    Optional<Instant> meanwhile(String key, Instant planned, long endMs) {
        return of(key).flatMap(run -> run.planned().stream())
                .filter(date -> date.isAfter(planned) && date.toEpochMilli() <= endMs)
                .min(Instant::compareTo);
    }

    private Stream<RemoteRun> of(String key) {
        return runs.stream().filter(run -> run.active() && run.duplicateOf().isEmpty() && run.isOf(key));
    }

    private long lastSign(RemoteRun parent) {
        return runs.stream().filter(run -> run.planned().equals(parent.planned()))
                .mapToLong(RemoteRun::lastMs).max().orElse(0);
    }
}
