package gridrun.contrast;

import gridrun.comparison.Candidate;
import gridrun.comparison.Counterparts;
import gridrun.store.DatasetInput;
import gridrun.store.Repetition;
import gridrun.store.Run;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
     * What is compared: the pairs that both completed of the same seed, fold and data. Within one sweep the seed is
     * enough, as in its own table: where an axis changes the data, their shuffling and the network's start are shared.
     */
    Counterparts.Two two(Side one, Side other, String figure) {
        Set<Repetition> pairs = pairs(one.sweep().sweepId().equals(other.sweep().sweepId()));
        return new Counterparts.Two(Candidate.of(one.letter(), a, figure).within(pairs),
                Candidate.of(other.letter(), b, figure).within(pairs));
    }

    private Set<Repetition> pairs(boolean sameSweep) {
        Map<Repetition, Run> others = b.stream().collect(Collectors.toMap(Run::repeat, Function.identity(),
                (first, second) -> first));
        return a.stream().filter(run -> others.containsKey(run.repeat()))
                .filter(run -> sameSweep || data(run).equals(data(others.get(run.repeat()))))
                .map(Run::repeat).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether both are the very same runs, as far as they are pairs. */
    boolean isShared() {
        Set<String> keys = a.stream().map(Run::runKey).collect(Collectors.toSet());
        long shared = b.stream().filter(run -> keys.contains(run.runKey())).count();
        return shared > 0 && shared == pairs(true).size();
    }

    /** How many pairs have the same seed and fold, and not the same data. */
    int otherData() {
        return pairs(true).size() - pairs(false).size();
    }

    private static List<String> data(Run run) {
        return run.datasets().stream().map(Match::part).sorted().toList();
    }

    private static String part(DatasetInput part) {
        return part.context() + " " + part.digest();
    }
}
