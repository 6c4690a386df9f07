package gridrun.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Tells repetitions from plans that were made at once. Two results directories that work on a sweep at the same time
 * bring one occurrence of it, which has the date of the earlier plan; a plan that was made when the other's work
 * had ended is a repetition.
 *
 * @param runs all that the experiment has
 */
record Overlap(Collection<RemoteRun> runs) {

    /** What shows no sign of life for longer was killed, though it is RUNNING. */
    private static final Duration ALIVE = Duration.ofMinutes(5);

    /** The date of the earliest plan of the same that was being worked on when ours was made. */
    Optional<Instant> earlier(String key, Instant planned) {
        return runs.stream().filter(run -> run.active() && run.duplicateOf().isEmpty() && run.isOf(key))
                .filter(run -> run.planned().filter(planned::isAfter).isPresent())
                .filter(run -> lastSign(run) >= planned.toEpochMilli() - (run.running() ? ALIVE.toMillis() : 0))
                .flatMap(run -> run.planned().stream()).min(Instant::compareTo);
    }

    private long lastSign(RemoteRun parent) {
        return runs.stream().filter(run -> run.planned().equals(parent.planned()))
                .mapToLong(RemoteRun::lastMs).max().orElse(0);
    }
}
