package gridrun.comparison;

import gridrun.metric.Goal;
import gridrun.statistics.Holm;
import gridrun.statistics.PairedTest;
import gridrun.statistics.Power;
import gridrun.statistics.SignFlip;
import gridrun.store.Repeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All configurations of a sweep, each compared with one of them: the best, or a baseline.
 *
 * <p>The p of each is corrected for their number, so that with all of them as good as a baseline the probability that
 * any is told apart stays below the level. The best was chosen by the figures that are compared, which makes it look
 * better than it is; a configuration that is as good as any is called worse with at most that probability, but of many
 * such configurations any one is with more (compare Hsu, Constrained simultaneous confidence intervals for multiple
 * comparisons with the best, 1984).
 *
 * @param goal which way figures are better
 * @param terms how they are compared
 * @param reference what they are compared with: its place among them
 * @param all in the order in which they were given
 * @param race by which they got their seeds, and were told apart; empty where all got the same
 */
public record Comparisons(Goal goal, Terms terms, int reference, List<Against> all, Optional<Race> race) {

    /**
     * Compares.
     *
     * @param candidates ranked, the best first
     * @param reference the place of the one that they are compared with
     * @param named whether that is a baseline, and not the best
     */
    public static Comparisons of(List<Candidate> candidates, int reference, boolean named, Goal goal, Terms terms) {
        Candidate other = candidates.get(reference);
        List<PairedDifference> differences = candidates.stream()
                .map(one -> one == other ? null : PairedDifference.of(one, other, goal, terms)).toList();
        double[] adjusted = Holm.adjusted(differences.stream()
                .mapToDouble(difference -> difference == null ? Double.NaN : difference.p()).toArray());
        List<Against> all = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            all.add(i == reference
                    ? new Against(other, Optional.empty(), Double.NaN, Optional.of(named ? Mark.BASELINE : Mark.BEST))
                    : new Against(candidates.get(i), Optional.of(differences.get(i)), adjusted[i],
                            mark(candidates.get(i), other, differences.get(i), adjusted[i], named, goal,
                                    terms.level())));
        }
        return new Comparisons(goal, terms, reference, List.copyOf(all), Optional.empty());
    }

    /**
     * Compares in a race, whose best is the first: p and mark are those of the race, corrected for its looks. What is
     * in it is tied, if by the shared seeds it can be compared at all, and diverged as often as the best.
     *
     * @param candidates ranked, the best first
     */
    public static Comparisons of(List<Candidate> candidates, Race race, Goal goal, Terms terms) {
        List<Against> all = new ArrayList<>();
        for (Against one : of(candidates, 0, false, goal, terms).all()) {
            Race.Standing standing = race.of(one.candidate().configId());
            all.add(one.difference().isEmpty() ? one
                    : new Against(one.candidate(),
                            Optional.of(race.difference(one.candidate(), candidates.get(0), goal, terms)), standing.p(),
                            standing.isIn() ? tied(one, candidates.get(0)) : Optional.of(Mark.WORSE)));
        }
        return new Comparisons(goal, terms, 0, List.copyOf(all), Optional.of(race));
    }

    private static Optional<Mark> tied(Against one, Candidate best) {
        return Double.isNaN(one.pAdjusted()) || one.candidate().divergedShare() != best.divergedShare()
                ? Optional.empty() : Optional.of(Mark.TIED_WITH_THE_BEST);
    }

    /**
     * What a difference comes to. The pairs are those that both completed: what diverged more often than the other is
     * neither better by them nor tied, and the other not worse.
     *
     * @param named whether the other is a baseline, and not the best
     * @param level the p below which a difference is claimed
     */
    public static Optional<Mark> mark(Candidate one, Candidate other, PairedDifference difference, double p,
            boolean named, Goal goal, double level) {
        double more = one.divergedShare() - other.divergedShare();
        if (p < level) {
            return !difference.isBetter(goal) ? more < 0 ? Optional.empty() : Optional.of(Mark.WORSE)
                    : named && more <= 0 ? Optional.of(Mark.BETTER) : Optional.empty();
        }
        boolean comparable = !Double.isNaN(p) && more == 0;
        return !comparable ? Optional.empty()
                : Optional.of(named ? Mark.TIED_WITH_THE_BASELINE : Mark.TIED_WITH_THE_BEST);
    }

    /** What the others are compared with. */
    public Against with() {
        return all.get(reference);
    }

    /** Whether that is a baseline, and not the best. */
    public boolean isWithBaseline() {
        return with().is(Mark.BASELINE);
    }

    /** The comparisons, without the one that all are compared with. */
    public List<Against> others() {
        return all.stream().filter(against -> against.difference().isPresent()).toList();
    }

    /** Those whose figures are measured in another unit than its. */
    public List<Against> inOtherUnits() {
        return others().stream().filter(one -> one.candidate().isInOtherUnit(with().candidate())).toList();
    }

    /** What all their figures are measured in. */
    public Set<Unit> units() {
        return all.stream().flatMap(one -> one.candidate().units().stream()).collect(Collectors.toSet());
    }

    /** Those that cannot be told apart from it. */
    public List<Against> tied() {
        return others().stream().filter(Against::isTied).toList();
    }

    /** The test by which they are compared, corrected where training parts overlap. */
    public PairedTest test() {
        return terms.test().test(overlap());
    }

    /** The largest overlap of training parts that any comparison is corrected for. */
    public double overlap() {
        return all.stream().filter(against -> against == with() || !Double.isNaN(against.pAdjusted()))
                .mapToDouble(against -> against.candidate().overlap()).max().orElse(0);
    }

    /** How many comparisons the p values are corrected for. */
    public int count() {
        return (int) others().stream().filter(against -> !Double.isNaN(against.pAdjusted())).count();
    }

    /** What their runs are repeated over. */
    public Repeats repeats() {
        return Repeats.of(all.stream().flatMap(against -> against.candidate().runs().stream()).toList());
    }

    /**
     * About how many seeds would tell a configuration apart with a probability of 80 %, if its differences go on as
     * they are, and runs that have no value are as many among them: more than there are, for these do not. Empty where
     * the two do not differ, or {@value Power#MOST} are too few.
     *
     * @param among how many are tied, among which the level is divided
     */
    public OptionalInt seedsToTell(Against tied, int among) {
        double level = race.map(told -> told.terms().needed(terms.level(), told.terms().max(), all.size(), among + 1))
                .orElse(terms.level() / Math.max(1, among));
        double effect = tied.difference().orElseThrow().effect();
        double overlap = Math.max(tied.candidate().overlap(), with().candidate().overlap());
        PairedTest test = Double.isInfinite(effect) ? new SignFlip() : terms.test().test(overlap);
        OptionalInt pairs = Double.isInfinite(effect) ? OptionalInt.of(2)
                : new Power(effect, level, test.overlap()).pairs();
        if (pairs.isEmpty()) {
            return pairs;
        }
        long repeats = tied.candidate().pairs(with().candidate());
        long all = (long) tied.difference().orElseThrow().sample().n() * tied.candidate().folds();
        long enough = Math.max((long) Math.ceil(pairs.getAsInt() / test.efficiency()), test.fewest(level));
        long present = (repeats + tied.candidate().folds() - 1) / tied.candidate().folds();
        long seeds = Math.max(present + 1, (enough * repeats + all - 1) / all);
        return seeds > Power.MOST ? OptionalInt.empty() : OptionalInt.of((int) seeds);
    }
}
