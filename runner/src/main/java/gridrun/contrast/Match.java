package gridrun.contrast;

import gridrun.comparison.Candidate;
import gridrun.comparison.Counterparts;
import gridrun.comparison.Pairing;
import gridrun.store.Repetition;
import gridrun.store.Run;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two configurations that are compared with each other.
 *
 * @param label what they are called; empty where there are no others
 * @param a the runs of the one
 * @param b those of the other
 */
public record Match(String label, List<Run> a, List<Run> b) {

    /**
     * What is compared: the pairs that both completed of the same seed, fold and data; within one sweep as in its own
     * table.
     */
    Counterparts.Two two(Side one, Side other, String figure) {
        Pairing pairing = one.sweep().sweepId().equals(other.sweep().sweepId()) ? Pairing.WITHIN_A_SWEEP
                : Pairing.BETWEEN_SWEEPS;
        return new Counterparts.Two(Candidate.of(one.letter(), a, figure, pairing),
                Candidate.of(other.letter(), b, figure, pairing));
    }

    /** Whether both are the very same runs, as far as they are pairs. */
    boolean isShared() {
        Set<String> keys = a.stream().map(Run::runKey).collect(Collectors.toSet());
        long shared = b.stream().filter(run -> keys.contains(run.runKey())).count();
        Set<Repetition> repeats = b.stream().map(Run::repeat).collect(Collectors.toSet());
        return shared > 0 && shared == a.stream().map(Run::repeat).filter(repeats::contains).count();
    }
}
