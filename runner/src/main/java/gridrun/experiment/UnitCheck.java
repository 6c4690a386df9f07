package gridrun.experiment;

import gridrun.comparison.Selector;
import gridrun.comparison.Unit;
import gridrun.config.Origin;
import gridrun.config.Problems;
import gridrun.metric.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds out whether what ranks is measured in one unit.
 *
 * @param ranked by which configurations are compared
 * @param runs of all configurations
 */
record UnitCheck(Quantity ranked, List<RunSpec> runs) {

    /** What does not rank these configurations, why, and what does; empty where it ranks them. */
    Optional<String> warning() {
        Set<Unit> units = units(run -> true);
        if (Unit.areOne(units)) {
            return Optional.empty();
        }
        String others = Unit.others(ranked, runs.stream().map(run -> Set.copyOf(new Known(run.data().signature(),
                run.train().measured(run.data().signature().task())).figures())));
        return Optional.of("%s is of %s, which do not say what is better%s".formatted(ranked, Unit.differing(units),
                others.isEmpty() ? "" : "; in one unit for all: " + others));
    }

    /** A race would have to tell configurations apart that nothing can be said of. */
    void checkRace(Problems problems, Origin origin) {
        warning().ifPresent(warning -> problems.add(origin, "sweep.seeds: a race compares all configurations, and "
                + warning + "; name such a figure in sweep.metric, or give seeds a number"));
    }

    /** A claim about two units could never hold. */
    void check(Claim claim, Problems problems, Origin origin) {
        Set<Unit> one = units(run -> matches(claim.one(), run));
        Set<Unit> other = units(run -> matches(claim.other(), run));
        if (!one.isEmpty() && !other.isEmpty() && !Unit.areAlike(one, other)) {
            warning().ifPresent(warning -> problems.add(origin, "expect: '%s' can never hold, for %s".formatted(
                    claim, warning)));
        }
    }

    private static boolean matches(Selector selector, RunSpec run) {
        return selector.matches(run.swept(), run.params());
    }

    private Set<Unit> units(Predicate<RunSpec> which) {
        return Unit.all(ranked, runs.stream().filter(which).toList(), RunSpec::configId, RunSpec::params);
    }
}
